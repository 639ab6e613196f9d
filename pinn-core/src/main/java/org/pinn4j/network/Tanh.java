package org.pinn4j.network;

import org.pinn4j.args.Args;

/**
 * The hyperbolic tangent y; its derivatives are polynomials in y, since y' = 1 − y².
 *
 * <p>y = E/(E + 2) with E = e^2z − 1, found as in {@link Exponential} with eight doublings: enough, since y has all its
 * digits equal to 1 beyond |z| = 19. Error of y: at most 1e-15·|y|, tiny z included (down to 1e-300).
 */
record Tanh() implements Activation {
    private static final DerivativePolynomials HIGHER =
            new DerivativePolynomials(1, new double[] {1}, new double[] {1, 0, -1}, new double[] {0, -2}, 0, 1, 1);
    private static final double LIMIT = 20;
    private static final double STEP = 2 * 0x1p-8;
    private static final double C2 = 1.0 / 2;
    private static final double C3 = 1.0 / 6;
    private static final double C4 = 1.0 / 24;
    private static final double C5 = 1.0 / 120;
    private static final double C6 = 1.0 / 720;
    private static final double C7 = 1.0 / 5_040;
    private static final double C8 = 1.0 / 40_320;
    private static final double C9 = 1.0 / 362_880;

    @Override
    public String name() {
        return "tanh";
    }

    @Override
    public void derivatives(int order, int from, int to, double[] z, double[][] sigma) {
        Args.given(z, "z", sigma, "sigma");
        start(from, to, z, sigma[0]);
        grow(from, to, sigma[0]);
        if (order >= 1) {
            first(from, to, sigma[0], sigma[1]);
        }
        if (order >= 2) {
            second(from, to, sigma[0], sigma[1], sigma[2]);
        }
        if (order >= 3) {
            third(from, to, sigma[0], sigma[1], sigma[3]);
        }
        if (order >= 4) {
            fourth(from, to, sigma[0], sigma[1], sigma[4]);
        }
        for (int k = 5; k <= order; k++) {
            HIGHER.evaluate(k, from, to, sigma[0], sigma[1], sigma[k]);
        }
    }

    private static void start(int from, int to, double[] z, double[] y) {
        for (int i = from; i < to; i++) {
            double r = STEP * Math.max(-LIMIT, Math.min(LIMIT, z[i]));
            double tail = C5 + r * (C6 + r * (C7 + r * (C8 + r * C9)));
            y[i] = r + r * r * (C2 + r * (C3 + r * (C4 + r * tail)));
        }
    }

    private static void grow(int from, int to, double[] y) {
        for (int i = from; i < to; i++) {
            double e = y[i];
            e = e * e + (e + e);
            e = e * e + (e + e);
            e = e * e + (e + e);
            e = e * e + (e + e);
            e = e * e + (e + e);
            e = e * e + (e + e);
            e = e * e + (e + e);
            e = e * e + (e + e);
            y[i] = e / (e + 2);
        }
    }

    private static void first(int from, int to, double[] y, double[] s1) {
        for (int i = from; i < to; i++) {
            s1[i] = (1 - y[i]) * (1 + y[i]);
        }
    }

    private static void second(int from, int to, double[] y, double[] s1, double[] s2) {
        for (int i = from; i < to; i++) {
            s2[i] = -2 * y[i] * s1[i];
        }
    }

    private static void third(int from, int to, double[] y, double[] s1, double[] s3) {
        for (int i = from; i < to; i++) {
            s3[i] = s1[i] * (6 * y[i] * y[i] - 2);
        }
    }

    private static void fourth(int from, int to, double[] y, double[] s1, double[] s4) {
        for (int i = from; i < to; i++) {
            s4[i] = s1[i] * y[i] * (16 - 24 * y[i] * y[i]);
        }
    }
}
