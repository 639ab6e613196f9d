package org.pinn4j.optimize;

import java.util.Objects;

/**
 * Adam: m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², θ ← θ − γ·(m/(1 − β₁^k))/(√(v/(1 − β₂^k)) + ε), parameter by parameter. For objectives
 * that change at every step (fresh points) or have far too many parameters for anything better, and as a start for the
 * quasi-Newton methods.
 * <p>Source: Kingma and Ba, Adam: a method for stochastic optimization, arXiv:1412.6980, algorithm 1.
 * @param beta1 memory of the gradient
 * @param beta2 memory of its square
 * @param epsilon added to the root of the mean square; tiny, or the steps depend on the scale of the objective
 */
public record Adam(LearningRate rate, double beta1, double beta2, double epsilon) implements GradientMethod {
    private static final String NAME = "Adam";

    public Adam {
        Objects.requireNonNull(rate, "rate");
        SettingCheck.memory(NAME, "beta1", beta1);
        SettingCheck.memory(NAME, "beta2", beta2);
        SettingCheck.positive(NAME, "epsilon", epsilon);
    }

    /** γ = 5e-3·0.98^(k/1000), β = (0.99, 0.999), ε = 1e-20: the start that the quasi-Newton recipes use. */
    public static Adam standard() {
        return new Adam(5e-3, 0.98, 1000, 0.99, 0.999, 1e-20);
    }

    /** γ = 1e-3, β = (0.9, 0.999), ε = 1e-8: those of the paper. */
    public static Adam published() {
        return new Adam(LearningRate.constant(1e-3), 0.9, 0.999, 1e-8);
    }

    /** With a learning rate of which {@code decay} is left after {@code decaySteps} steps. */
    public Adam(double learningRate, double decay, int decaySteps, double beta1, double beta2, double epsilon) {
        this(LearningRate.exponential(learningRate, decay, decaySteps), beta1, beta2, epsilon);
    }

    @Override
    public Adam withLearningRate(double first) {
        return withRate(rate.withFirst(first));
    }

    /** The first rate as it is, and {@code left} of it after so many steps. */
    public Adam withDecay(double left, int steps) {
        return withRate(LearningRate.exponential(rate.first(), left, steps));
    }

    public Adam withMemory(double first, double second) {
        return new Adam(rate, first, second, epsilon);
    }

    @Override
    public Adam withRate(LearningRate rate) {
        return new Adam(rate, beta1, beta2, epsilon);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public GradientState init(Objective objective, double[] theta0, Algebra algebra) {
        return GradientState.of(this, this::update, 2, objective, theta0, algebra);
    }

    private void update(long k, double gamma, double[] g, double[] theta, double[][] memory) {
        double meanBias = 1 - Math.pow(beta1, k);
        double squareBias = 1 - Math.pow(beta2, k);
        double[] mean = memory[0];
        double[] square = memory[1];
        for (int i = 0; i < theta.length; i++) {
            mean[i] = beta1 * mean[i] + (1 - beta1) * g[i];
            square[i] = beta2 * square[i] + (1 - beta2) * g[i] * g[i];
            theta[i] -= gamma * (mean[i] / meanBias) / (Math.sqrt(square[i] / squareBias) + epsilon);
        }
    }
}
