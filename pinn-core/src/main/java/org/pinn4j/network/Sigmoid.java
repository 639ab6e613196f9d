package org.pinn4j.network;

/**
 * The logistic function g = 1/(1 + e^−z); its derivatives are g' = g·(1 − g) times polynomials in d = 1 − 2g, where
 * d' = −(1 − d²)/2. Polynomials in g would do, but they lose two digits more to cancellation at order 5.
 */
record Sigmoid() implements Activation {
    private static final DerivativePolynomials HIGHER =
            new DerivativePolynomials(1, new double[] {1}, new double[] {-0.5, 0, 0.5}, new double[] {0, 1}, 1, -2, 1);

    @Override
    public String name() {
        return "sigmoid";
    }

    @Override
    public void derivatives(int order, int from, int to, double[] z, double[][] sigma) {
        fill(order, from, to, z, sigma, 0);
    }

    /** Writes g to sigma[shift] and its derivatives behind it, up to sigma[shift + order]. */
    static void fill(int order, int from, int to, double[] z, double[][] sigma, int shift) {
        double[] g = sigma[shift];
        negate(from, to, z, g);
        Exponential.expm1(from, to, g);
        value(from, to, g);
        if (order >= 1) {
            first(from, to, g, sigma[shift + 1]);
        }
        if (order >= 2) {
            second(from, to, g, sigma[shift + 1], sigma[shift + 2]);
        }
        if (order >= 3) {
            third(from, to, sigma[shift + 1], sigma[shift + 3]);
        }
        for (int k = 4; k <= order; k++) {
            HIGHER.evaluate(k, from, to, g, sigma[shift + 1], sigma[shift + k]);
        }
    }

    private static void negate(int from, int to, double[] z, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = -z[i];
        }
    }

    private static void value(int from, int to, double[] g) {
        for (int i = from; i < to; i++) {
            g[i] = 1 / (2 + g[i]);
        }
    }

    private static void first(int from, int to, double[] g, double[] s1) {
        for (int i = from; i < to; i++) {
            s1[i] = g[i] * (1 - g[i]);
        }
    }

    private static void second(int from, int to, double[] g, double[] s1, double[] s2) {
        for (int i = from; i < to; i++) {
            s2[i] = s1[i] * (1 - 2 * g[i]);
        }
    }

    private static void third(int from, int to, double[] s1, double[] s3) {
        for (int i = from; i < to; i++) {
            s3[i] = s1[i] * (1 - 6 * s1[i]);
        }
    }
}
