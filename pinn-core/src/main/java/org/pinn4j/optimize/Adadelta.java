package org.pinn4j.optimize;

import java.util.Objects;

/**
 * Adadelta: s ← ρs + (1 − ρ)g², d = √((e + ε)/(s + ε))·g, e ← ρe + (1 − ρ)d², θ ← θ − γd, parameter by parameter. The steps have
 * the units of the parameters; γ = 1 is the method as published.
 * <p>Source: Zeiler, ADADELTA, arXiv:1212.5701, algorithm 1.
 * @param rho memory of the mean squares of gradients and steps
 * @param epsilon added to both mean squares; its root over that of the first s is what the first steps begin with
 */
public record Adadelta(LearningRate rate, double rho, double epsilon) implements GradientMethod {
    private static final String NAME = "Adadelta";

    public Adadelta {
        Objects.requireNonNull(rate, "rate");
        SettingCheck.memory(NAME, "rho", rho);
        SettingCheck.positive(NAME, "epsilon", epsilon);
    }

    /** γ = 1, ρ = 0.95, ε = 1e-6: those of the paper. */
    public static Adadelta standard() {
        return new Adadelta(LearningRate.constant(1), 0.95, 1e-6);
    }

    @Override
    public Adadelta withRate(LearningRate rate) {
        return new Adadelta(rate, rho, epsilon);
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
        double[] s = memory[0];
        double[] e = memory[1];
        for (int i = 0; i < theta.length; i++) {
            s[i] = rho * s[i] + (1 - rho) * g[i] * g[i];
            double d = Math.sqrt((e[i] + epsilon) / (s[i] + epsilon)) * g[i];
            e[i] = rho * e[i] + (1 - rho) * d * d;
            theta[i] -= gamma * d;
        }
    }
}
