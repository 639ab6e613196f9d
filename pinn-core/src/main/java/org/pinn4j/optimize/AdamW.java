package org.pinn4j.optimize;

import java.util.Objects;

/**
 * Adam with decoupled weight decay: θ ← θ − γ·(m̂/(√v̂ + ε) + λθ), with m̂ and v̂ of {@link Adam}. It pulls every parameter to zero,
 * sought coefficients too: no method for these.
 * <p>Source: Loshchilov and Hutter, Decoupled weight decay regularization, arXiv:1711.05101, algorithm 2, θ ← θ − η(α·m̂/(√v̂ + ε) + λ′θ),
 * with γ = ηα and λ = λ′/α.
 * @param beta1 memory of the gradient
 * @param beta2 memory of its square
 * @param epsilon added to the root of the mean square
 * @param decay λ, at least 0
 */
public record AdamW(LearningRate rate, double beta1, double beta2, double epsilon, double decay)
        implements GradientMethod {
    private static final String NAME = "AdamW";

    public AdamW {
        Objects.requireNonNull(rate, "rate");
        SettingCheck.memory(NAME, "beta1", beta1);
        SettingCheck.memory(NAME, "beta2", beta2);
        SettingCheck.positive(NAME, "epsilon", epsilon);
        SettingCheck.notNegative(NAME, "decay", decay);
    }

    /** γ = 1e-3, β = (0.9, 0.999), ε = 1e-8 of the paper; λ = 1e-2, as is usual. */
    public static AdamW standard() {
        return new AdamW(LearningRate.constant(1e-3), 0.9, 0.999, 1e-8, 1e-2);
    }

    @Override
    public AdamW withRate(LearningRate rate) {
        return new AdamW(rate, beta1, beta2, epsilon, decay);
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
            double step = (mean[i] / meanBias) / (Math.sqrt(square[i] / squareBias) + epsilon);
            theta[i] -= gamma * (step + decay * theta[i]);
        }
    }
}
