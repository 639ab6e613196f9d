package org.pinn4j.optimize;

import java.util.Objects;

/**
 * Adamax: m ← β₁m + (1 − β₁)g, u ← max(β₂u, |g|), θ ← θ − γ/(1 − β₁^k)·m/u, parameter by parameter; no step where every gradient so far
 * was zero.
 * <p>Source: Kingma and Ba, Adam: a method for stochastic optimization, arXiv:1412.6980, algorithm 2.
 * @param beta1 memory of the gradient
 * @param beta2 memory of its largest magnitude
 */
public record Adamax(LearningRate rate, double beta1, double beta2) implements GradientMethod {
    private static final String NAME = "Adamax";

    public Adamax {
        Objects.requireNonNull(rate, "rate");
        SettingCheck.memory(NAME, "beta1", beta1);
        SettingCheck.memory(NAME, "beta2", beta2);
    }

    /** γ = 2e-3, β = (0.9, 0.999): those of the paper. */
    public static Adamax standard() {
        return new Adamax(LearningRate.constant(2e-3), 0.9, 0.999);
    }

    @Override
    public Adamax withRate(LearningRate rate) {
        return new Adamax(rate, beta1, beta2);
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
        double[] mean = memory[0];
        double[] largest = memory[1];
        for (int i = 0; i < theta.length; i++) {
            mean[i] = beta1 * mean[i] + (1 - beta1) * g[i];
            largest[i] = Math.max(beta2 * largest[i], Math.abs(g[i]));
            theta[i] -= gamma / meanBias * (mean[i] / Math.max(largest[i], Double.MIN_NORMAL)); // 0/0 is no step
        }
    }
}
