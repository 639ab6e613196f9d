package org.pinn4j.optimize;

import java.util.Objects;

/**
 * Adagrad: s ← s + g², θ ← θ − γg/(√s + ε), parameter by parameter.
 * <p>Source: Duchi, Hazan and Singer, J. Mach. Learn. Res. 12 (2011) 2121, fig. 1 with H = δI + diag(s)^½, ε = δ.
 * arXiv:2310.20360, chapter 7, has ε under the root.
 * @param epsilon added to the root of the sum of squares
 */
public record Adagrad(LearningRate rate, double epsilon) implements GradientMethod {
    private static final String NAME = "Adagrad";

    public Adagrad {
        Objects.requireNonNull(rate, "rate");
        SettingCheck.positive(NAME, "epsilon", epsilon);
    }

    /** γ = 1e-2, ε = 1e-10, as is usual; the paper leaves both open. */
    public static Adagrad standard() {
        return new Adagrad(LearningRate.constant(1e-2), 1e-10);
    }

    @Override
    public Adagrad withRate(LearningRate rate) {
        return new Adagrad(rate, epsilon);
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
            s[i] += g[i] * g[i];
            theta[i] -= gamma * g[i] / (Math.sqrt(s[i]) + epsilon);
        }
    }
}
