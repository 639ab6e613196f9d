package org.pinn4j.optimize;

import org.pinn4j.args.Args;

/**
 * Adam with a learning rate that decays geometrically: one gradient per step, for objectives that change at every step (fresh
 * points) or have far too many parameters for anything better, and as a start for the quasi-Newton methods.
 * <p>Source: Kingma and Ba, Adam: a method for stochastic optimization, arXiv:1412.6980, algorithm 1.
 * @param learningRate length of the first steps, per parameter
 * @param decay what is left of the learning rate after {@code decaySteps} steps
 * @param beta1 memory of the gradient
 * @param beta2 memory of its square
 * @param epsilon added to the root of the mean square; tiny, or the steps depend on the scale of the objective
 */
public record Adam(double learningRate, double decay, int decaySteps, double beta1, double beta2, double epsilon)
        implements Optimizer {
    public Adam {
        require(
                learningRate > 0 && Double.isFinite(learningRate),
                "learningRate",
                learningRate,
                "a finite one above 0");
        require(decay > 0 && decay <= 1, "decay", decay, "(0, 1]");
        require(decaySteps >= 1, "decaySteps", decaySteps, "at least 1");
        require(beta1 >= 0 && beta1 < 1, "beta1", beta1, "[0, 1)");
        require(beta2 >= 0 && beta2 < 1, "beta2", beta2, "[0, 1)");
        require(epsilon > 0 && Double.isFinite(epsilon), "epsilon", epsilon, "a finite one above 0");
    }

    private static void require(boolean holds, String name, double value, String wanted) {
        if (!holds) {
            throw new IllegalArgumentException("Adam: %s = %s, need %s".formatted(name, value, wanted));
        }
    }

    /** 5e-3, times 0.98 per 1000 steps, β = (0.99, 0.999), ε = 1e-20: the start that the quasi-Newton recipes use. */
    public static Adam standard() {
        return new Adam(5e-3, 0.98, 1000, 0.99, 0.999, 1e-20);
    }

    public Adam withLearningRate(double rate) {
        return new Adam(rate, decay, decaySteps, beta1, beta2, epsilon);
    }

    public Adam withDecay(double left, int steps) {
        return new Adam(learningRate, left, steps, beta1, beta2, epsilon);
    }

    public Adam withMemory(double first, double second) {
        return new Adam(learningRate, decay, decaySteps, first, second, epsilon);
    }

    /** The learning rate of step k = 0, 1, ... */
    double rate(long k) {
        return learningRate * Math.pow(decay, (double) k / decaySteps);
    }

    @Override
    public String name() {
        return "Adam";
    }

    @Override
    public AdamState init(Objective objective, double[] theta0, Algebra algebra) {
        Args.given(objective, "objective", theta0, "theta0");
        Args.given(algebra, "algebra");
        return new AdamState(this, objective, theta0);
    }

    /** With the learning rate it has come to. */
    @Override
    public Adam from(State state) {
        Args.given(state, "state");
        return state instanceof AdamState s ? withLearningRate(s.learningRate()) : this;
    }
}
