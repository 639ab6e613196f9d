package org.pinn4j.network;

/** z·g(z) with the logistic g, so that the k-th derivative is z·g^(k) + k·g^(k−1). */
record Swish() implements Activation {
    @Override
    public String name() {
        return "swish";
    }

    @Override
    public void derivatives(int order, int from, int to, double[] z, double[][] sigma) {
        Sigmoid.fill(order, from, to, z, sigma, 0);
        for (int k = order; k >= 1; k--) {
            combine(k, from, to, z, sigma[k - 1], sigma[k]);
        }
        value(from, to, z, sigma[0]);
    }

    /** Clamped as the exponential is: at an infinite z the product would be ∞·0. */
    private static void combine(int k, int from, int to, double[] z, double[] below, double[] s) {
        for (int i = from; i < to; i++) {
            double x = Math.max(-Exponential.LIMIT, Math.min(Exponential.LIMIT, z[i]));
            s[i] = x * s[i] + k * below[i];
        }
    }

    private static void value(int from, int to, double[] z, double[] s) {
        for (int i = from; i < to; i++) {
            s[i] *= Math.max(-Exponential.LIMIT, z[i]);
        }
    }
}
