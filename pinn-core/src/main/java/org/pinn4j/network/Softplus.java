package org.pinn4j.network;

/**
 * log(1 + e^z) = max(z, 0) + log(1 + e^−|z|), which never overflows; its derivative is {@link Sigmoid}.
 *
 * <p>With E = e^|z| − 1 the logarithm is 2·artanh(v), v = 1/(2E + 3) ≤ 1/3, whose series ends below 2e-17 after 17 terms.
 */
record Softplus() implements Activation {
    @Override
    public String name() {
        return "softplus";
    }

    @Override
    public void derivatives(int order, int from, int to, double[] z, double[][] sigma) {
        absolute(from, to, z, sigma[0]);
        Exponential.expm1(from, to, sigma[0]);
        value(from, to, z, sigma[0]);
        if (order >= 1) {
            Sigmoid.fill(order - 1, from, to, z, sigma, 1);
        }
    }

    private static void absolute(int from, int to, double[] z, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = Math.abs(z[i]);
        }
    }

    private static void value(int from, int to, double[] z, double[] e) {
        for (int i = from; i < to; i++) {
            double v = 1 / (2 * e[i] + 3);
            double w = v * v;
            double far = 2.0 / 25 + w * (2.0 / 27 + w * (2.0 / 29 + w * (2.0 / 31 + w * (2.0 / 33))));
            double middle = 2.0 / 15 + w * (2.0 / 17 + w * (2.0 / 19 + w * (2.0 / 21 + w * (2.0 / 23 + w * far))));
            double near = 2.0 / 5 + w * (2.0 / 7 + w * (2.0 / 9 + w * (2.0 / 11 + w * (2.0 / 13 + w * middle))));
            e[i] = Math.max(z[i], 0) + v * (2 + w * (2.0 / 3 + w * near));
        }
    }
}
