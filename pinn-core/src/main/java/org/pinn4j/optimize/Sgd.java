package org.pinn4j.optimize;

import java.util.Objects;

/**
 * Stochastic gradient descent: θ ← θ − γg.
 * <p>Source: Robbins and Monro, Ann. Math. Stat. 22 (1951) 400; arXiv:2310.20360, chapter 7.
 */
public record Sgd(LearningRate rate) implements GradientMethod {
    private static final String NAME = "SGD";

    public Sgd {
        Objects.requireNonNull(rate, "rate");
    }

    /** γ = 1e-2. None is published: what is right depends on the scale of the objective. */
    public static Sgd standard() {
        return new Sgd(LearningRate.constant(1e-2));
    }

    @Override
    public Sgd withRate(LearningRate rate) {
        return new Sgd(rate);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public GradientState init(Objective objective, double[] theta0, Algebra algebra) {
        return GradientState.of(this, this::update, 0, objective, theta0, algebra);
    }

    private void update(long k, double gamma, double[] g, double[] theta, double[][] memory) {
        for (int i = 0; i < theta.length; i++) {
            theta[i] -= gamma * g[i];
        }
    }
}
