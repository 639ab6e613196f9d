package org.pinn4j.optimize;

import java.util.Objects;

/**
 * AMSGrad: m and v of {@link Adam}, w ← max(w, v), θ ← θ − γ·m/(√w + ε), parameter by parameter: the divisor never falls.
 * <p>Source: Reddi, Kale and Kumar, On the convergence of Adam and beyond, ICLR 2018 (arXiv:1904.09237), algorithm 2, which corrects no bias and
 * has no ε. With the correction, θ ← θ − γ·(m/(1 − β₁^k))/(√(w/(1 − β₂^k)) + ε): the largest v is found first and corrected then.
 * @param beta1 memory of the gradient
 * @param beta2 memory of its square
 * @param epsilon added to the root of the largest mean square
 * @param biasCorrected whether m and w are divided by 1 − β^k, as in Adam
 */
public record AmsGrad(LearningRate rate, double beta1, double beta2, double epsilon, boolean biasCorrected)
        implements GradientMethod {
    private static final String NAME = "AMSGrad";

    public AmsGrad {
        Objects.requireNonNull(rate, "rate");
        SettingCheck.memory(NAME, "beta1", beta1);
        SettingCheck.memory(NAME, "beta2", beta2);
        SettingCheck.positive(NAME, "epsilon", epsilon);
    }

    /** γ = 1e-3, β = (0.9, 0.999), no correction, as in the paper; ε = 1e-8. */
    public static AmsGrad standard() {
        return new AmsGrad(LearningRate.constant(1e-3), 0.9, 0.999, 1e-8, false);
    }

    /** With m and w divided by 1 − β^k. */
    public AmsGrad withBiasCorrection() {
        return new AmsGrad(rate, beta1, beta2, epsilon, true);
    }

    @Override
    public AmsGrad withRate(LearningRate rate) {
        return new AmsGrad(rate, beta1, beta2, epsilon, biasCorrected);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public GradientState init(Objective objective, double[] theta0, Algebra algebra) {
        return GradientState.of(this, this::update, 3, objective, theta0, algebra);
    }

    private void update(long k, double gamma, double[] g, double[] theta, double[][] memory) {
        double meanBias = biasCorrected ? 1 - Math.pow(beta1, k) : 1;
        double squareBias = biasCorrected ? 1 - Math.pow(beta2, k) : 1;
        double[] mean = memory[0];
        double[] square = memory[1];
        double[] largest = memory[2];
        for (int i = 0; i < theta.length; i++) {
            mean[i] = beta1 * mean[i] + (1 - beta1) * g[i];
            square[i] = beta2 * square[i] + (1 - beta2) * g[i] * g[i];
            largest[i] = Math.max(largest[i], square[i]);
            theta[i] -= gamma * (mean[i] / meanBias) / (Math.sqrt(largest[i] / squareBias) + epsilon);
        }
    }
}
