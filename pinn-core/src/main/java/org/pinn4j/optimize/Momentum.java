package org.pinn4j.optimize;

import java.util.Objects;

/**
 * Gradient descent with classical momentum: v ← μv − γg, θ ← θ + v (the heavy ball).
 * <p>Source: Polyak, USSR Comput. Math. Math. Phys. 4 (1964) 1; as Sutskever et al., ICML 2013, eq. 1 and 2. The form
 * m ← μm + (1 − μ)g, θ ← θ − γ′m of arXiv:2310.20360, chapter 7, is the same at a constant rate γ = γ′(1 − μ).
 * @param mu what is kept of the velocity
 */
public record Momentum(LearningRate rate, double mu) implements GradientMethod {
    private static final String NAME = "momentum";

    public Momentum {
        Objects.requireNonNull(rate, "rate");
        SettingCheck.memory(NAME, "mu", mu);
    }

    /** γ = 1e-2, μ = 0.9. No rate is published: what is right depends on the scale of the objective. */
    public static Momentum standard() {
        return new Momentum(LearningRate.constant(1e-2), 0.9);
    }

    @Override
    public Momentum withRate(LearningRate rate) {
        return new Momentum(rate, mu);
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
        double[] v = memory[0];
        for (int i = 0; i < theta.length; i++) {
            v[i] = mu * v[i] - gamma * g[i];
            theta[i] += v[i];
        }
    }
}
