package org.pinn4j.network;

/**
 * Derivatives of a function with y' = p(y), p a polynomial: y^(k) = p(y)·Q_k(y) with Q_1 = 1 and
 * Q_(k+1) = Q_k'·p + Q_k·p'. Exact integer coefficients as long as they stay below 2⁵³ (order 18 for tanh).
 */
final class Autonomous {
    private static final int KEPT = 10;
    private final double[] p;
    private final double[][] kept = new double[KEPT + 1][];

    Autonomous(double... p) {
        this.p = p.clone();
        kept[1] = new double[] {1};
        for (int k = 2; k <= KEPT; k++) {
            kept[k] = next(kept[k - 1]);
        }
    }

    /** Fills sigma[from ..  order + shift] given sigma[shift] = y and sigma[shift + 1] = p(y). */
    void fill(int from, int order, int n, double[][] sigma, int shift) {
        for (int k = from; k <= order; k++) {
            Polynomial.evaluate(quotient(k), n, sigma[shift], sigma[shift + 1], sigma[shift + k]);
        }
    }

    double[] quotient(int order) {
        if (order <= KEPT) {
            return kept[order];
        }
        double[] q = kept[KEPT];
        for (int k = KEPT; k < order; k++) {
            q = next(q);
        }
        return q;
    }

    private double[] next(double[] q) {
        return Polynomial.plus(
                Polynomial.times(Polynomial.derivative(q), p), Polynomial.times(q, Polynomial.derivative(p)));
    }
}
