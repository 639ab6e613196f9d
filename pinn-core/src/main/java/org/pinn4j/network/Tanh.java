package org.pinn4j.network;

/** The hyperbolic tangent y; its derivatives are polynomials in y, since y' = 1 − y². */
record Tanh() implements Activation {
    private static final Autonomous DERIVATIVES = new Autonomous(1, 0, -1);

    @Override
    public String name() {
        return "tanh";
    }

    @Override
    public void derivatives(int order, int n, double[] z, double[][] sigma) {
        double[] y = sigma[0];
        for (int i = 0; i < n; i++) {
            y[i] = Math.tanh(z[i]);
        }
        if (order > 0) {
            double[] s = sigma[1];
            for (int i = 0; i < n; i++) {
                s[i] = (1 - y[i]) * (1 + y[i]);
            }
        }
        DERIVATIVES.fill(2, order, n, sigma, 0);
    }
}
