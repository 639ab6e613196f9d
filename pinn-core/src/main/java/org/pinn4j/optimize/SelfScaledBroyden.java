package org.pinn4j.optimize;

import java.util.Objects;
import org.pinn4j.args.Args;

/**
 * Self-scaled quasi-Newton methods with a dense inverse Hessian and a strong Wolfe search: superlinear convergence from
 * gradients alone, for objectives that are no sum of squares, up to about 4000 parameters. Cost of a step: 1 to 2 gradients
 * and about 10p² flops, bound by memory; memory p².
 * <p>Sources: Al-Baali, Numerical experience with a class of self-scaling quasi-Newton algorithms, JOTA 96 (1998) 533;
 * Urbán, Stefanou, Pons, Unveiling the optimization process of physics informed neural networks: how accurate and competitive
 * can PINNs be?, arXiv:2405.04230.
 */
public record SelfScaledBroyden(Update update) implements Optimizer {
    /** A member of the Broyden family. */
    public enum Update {
        /** No scaling: τ = φ = 1. */
        BFGS("BFGS"),
        /** BFGS, scaled by τ = min(1, 1/b). */
        SSBFGS("SSBFGS"),
        /** Al-Baali's scaled and switched update, the best of them in practice. */
        SSBROYDEN2("SSBroyden2");

        private final String label;

        Update(String label) {
            this.label = label;
        }
    }

    public SelfScaledBroyden {
        Objects.requireNonNull(update, "update");
    }

    /** SSBroyden2. */
    public static SelfScaledBroyden standard() {
        return new SelfScaledBroyden(Update.SSBROYDEN2);
    }

    @Override
    public String name() {
        return update.label;
    }

    @Override
    public QuasiNewtonState init(Objective objective, double[] theta0, Algebra algebra) {
        Args.given(objective, "objective", theta0, "theta0");
        Args.given(algebra, "algebra");
        BroydenDescent descent = new BroydenDescent(algebra.blas(), objective.parameters(), update);
        return new QuasiNewtonState(name(), algebra, objective, theta0, descent);
    }
}
