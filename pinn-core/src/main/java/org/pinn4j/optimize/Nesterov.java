package org.pinn4j.optimize;

import java.util.Objects;

/**
 * Gradient descent with Nesterov's momentum: v ← μv − γ∇f(ϑ + μv), ϑ ← ϑ + v.
 * <p>The state stands at θ = ϑ + μv, where the gradient is taken, so that value and gradient belong to its theta and a step
 * costs one of them: v ← μv − γg(θ), θ ← θ + μv − γg(θ).
 * <p>Source: Nesterov, Soviet Math. Dokl. 27 (1983) 372; as Sutskever et al., ICML 2013, eq. 3 and 4. The form
 * m ← μm + (1 − μ)∇f(ϑ − γ′μm), ϑ ← ϑ − γ′m of arXiv:2310.20360, chapter 7, is the same at a constant rate γ = γ′(1 − μ).
 * @param mu what is kept of the velocity
 */
public record Nesterov(LearningRate rate, double mu) implements GradientMethod {
    private static final String NAME = "Nesterov";

    public Nesterov {
        Objects.requireNonNull(rate, "rate");
        SettingCheck.memory(NAME, "mu", mu);
    }

    /** γ = 1e-2, μ = 0.9. No rate is published: what is right depends on the scale of the objective. */
    public static Nesterov standard() {
        return new Nesterov(LearningRate.constant(1e-2), 0.9);
    }

    @Override
    public Nesterov withRate(LearningRate rate) {
        return new Nesterov(rate, mu);
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
            theta[i] += mu * v[i] - gamma * g[i];
        }
    }
}
