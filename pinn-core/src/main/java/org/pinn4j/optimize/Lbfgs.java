package org.pinn4j.optimize;

import org.pinn4j.args.Args;

/**
 * Limited-memory BFGS with a strong Wolfe search: a gradient and 4·memory·p flops per step, 2·memory·p numbers. For many
 * parameters and moderate accuracy.
 * <p>Source: Nocedal and Wright, Numerical Optimization (2006), algorithm 7.5.
 * @param memory how many pairs of step and gradient change are kept
 */
public record Lbfgs(int memory) implements Optimizer {
    public Lbfgs {
        if (memory < 1) {
            throw new IllegalArgumentException("L-BFGS: memory = %d, need at least 1 (50 is usual)".formatted(memory));
        }
    }

    /** Fifty pairs. */
    public static Lbfgs standard() {
        return new Lbfgs(50);
    }

    @Override
    public String name() {
        return "L-BFGS";
    }

    @Override
    public QuasiNewtonState init(Objective objective, double[] theta0, Algebra algebra) {
        Args.given(objective, "objective", theta0, "theta0");
        Args.given(algebra, "algebra");
        LbfgsDescent descent = new LbfgsDescent(algebra.blas(), objective.parameters(), memory);
        return new QuasiNewtonState(name(), algebra, objective, theta0, descent);
    }
}
