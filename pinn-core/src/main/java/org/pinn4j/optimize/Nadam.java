package org.pinn4j.optimize;

import java.util.Objects;

/**
 * Adam with Nesterov's momentum: with μ_k = β₁(1 − ½·0.96^(k/250)) and P_k = μ_1·…·μ_k, m ← μ_k·m + (1 − μ_k)g, v ← β₂v + (1 − β₂)g²,
 * θ ← θ − γ·(μ_(k+1)·m/(1 − P_(k+1)) + (1 − μ_k)·g/(1 − P_k))/(√(v/(1 − β₂^k)) + ε), parameter by parameter.
 * <p>Source: Dozat, Incorporating Nesterov momentum into Adam, ICLR workshop 2016, algorithm 2 with the schedule of momentum that it names. A factor β₂
 * that is printed before v there is left out, as everywhere: v/(1 − β₂^k) is the mean square without bias.
 * @param beta1 what the memory of the gradient comes to; it begins with half of it
 * @param beta2 memory of its square
 * @param epsilon added to the root of the mean square
 */
public record Nadam(LearningRate rate, double beta1, double beta2, double epsilon) implements GradientMethod {
    private static final String NAME = "Nadam";

    public Nadam {
        Objects.requireNonNull(rate, "rate");
        SettingCheck.memory(NAME, "beta1", beta1);
        SettingCheck.memory(NAME, "beta2", beta2);
        SettingCheck.positive(NAME, "epsilon", epsilon);
    }

    /** γ = 2e-3, β = (0.9, 0.999), ε = 1e-8, as is usual. */
    public static Nadam standard() {
        return new Nadam(LearningRate.constant(2e-3), 0.9, 0.999, 1e-8);
    }

    @Override
    public Nadam withRate(LearningRate rate) {
        return new Nadam(rate, beta1, beta2, epsilon);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public GradientState init(Objective objective, double[] theta0, Algebra algebra) {
        return GradientState.of(this, this::update, 2, objective, theta0, algebra, 1);
    }

    private void update(long k, double gamma, double[] g, double[] theta, double[][] memory) {
        double mu = momentum(k);
        double next = momentum(k + 1);
        double product = memory[2][0] * mu;
        memory[2][0] = product;
        double ahead = next / (1 - product * next);
        double now = (1 - mu) / (1 - product);
        double squareBias = 1 - Math.pow(beta2, k);
        double[] mean = memory[0];
        double[] square = memory[1];
        for (int i = 0; i < theta.length; i++) {
            mean[i] = mu * mean[i] + (1 - mu) * g[i];
            square[i] = beta2 * square[i] + (1 - beta2) * g[i] * g[i];
            theta[i] -= gamma * (ahead * mean[i] + now * g[i]) / (Math.sqrt(square[i] / squareBias) + epsilon);
        }
    }

    private double momentum(long k) {
        return beta1 * (1 - 0.5 * Math.pow(0.96, k / 250.0));
    }
}
