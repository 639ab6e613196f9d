package org.pinn4j.optimize;

import java.util.Objects;

/**
 * RMSprop: s ← βs + (1 − β)g², θ ← θ − γg/√(s + ε), parameter by parameter.
 * <p>Source: Tieleman and Hinton, Neural networks for machine learning (2012), lecture 6e, which has no ε; it stands under the
 * root, as in arXiv:2310.20360, chapter 7.
 * @param beta memory of the mean square
 * @param epsilon added to the mean square, under the root
 */
public record RmsProp(LearningRate rate, double beta, double epsilon) implements GradientMethod {
    private static final String NAME = "RMSprop";

    public RmsProp {
        Objects.requireNonNull(rate, "rate");
        SettingCheck.memory(NAME, "beta", beta);
        SettingCheck.positive(NAME, "epsilon", epsilon);
    }

    /** γ = 1e-3 and β = 0.9 of the lecture, ε = 1e-10. */
    public static RmsProp standard() {
        return new RmsProp(LearningRate.constant(1e-3), 0.9, 1e-10);
    }

    @Override
    public RmsProp withRate(LearningRate rate) {
        return new RmsProp(rate, beta, epsilon);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public GradientState init(Objective objective, double[] theta0, Algebra algebra) {
        return GradientState.of(this, this::update, 1, objective, theta0, algebra);
    }

    private void update(long k, double gamma, double[] g, double[] theta, double[][] memory) {
        double[] s = memory[0];
        for (int i = 0; i < theta.length; i++) {
            s[i] = beta * s[i] + (1 - beta) * g[i] * g[i];
            theta[i] -= gamma * g[i] / Math.sqrt(s[i] + epsilon);
        }
    }
}
