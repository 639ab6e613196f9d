package org.pinn4j.network;

import java.util.Arrays;

/**
 * Derivatives of the form σ^(k) = s·Q_k(x), where x' = a(x) and s' = s·b(x) with polynomials a and b, so that
 * Q_(k+1) = Q_k'·a + Q_k·b. Here x = shift + factor·y, clamped to ±limit, of a given array y.
 *
 * <p>The coefficients are exact as long as they have at most 53 bits (order 18 for tanh). Orders up to {@value #KEPT}
 * are kept; a higher one is worked out at each call. Cost: one vector pass per coefficient.
 */
final class DerivativePolynomials {
    private static final int KEPT = 10;
    private final double[] a;
    private final double[] b;
    private final double shift;
    private final double factor;
    private final double limit;
    private final double[][] kept = new double[KEPT + 1][];

    /** Starts with Q_order = q. */
    DerivativePolynomials(int order, double[] q, double[] a, double[] b, double shift, double factor, double limit) {
        this.a = a.clone();
        this.b = b.clone();
        this.shift = shift;
        this.factor = factor;
        this.limit = limit;
        kept[order] = q.clone();
        for (int k = order + 1; k <= KEPT; k++) {
            kept[k] = next(kept[k - 1]);
        }
    }

    /** Writes s·Q_order(x). */
    void evaluate(int order, int from, int to, double[] y, double[] s, double[] out) {
        double[] q = coefficients(order);
        Arrays.fill(out, from, to, q[q.length - 1]);
        for (int j = q.length - 2; j >= 0; j--) {
            horner(q[j], from, to, y, out);
        }
        for (int i = from; i < to; i++) {
            out[i] *= s[i];
        }
    }

    private void horner(double coefficient, int from, int to, double[] y, double[] out) {
        double c = shift;
        double f = factor;
        double l = limit;
        for (int i = from; i < to; i++) {
            out[i] = out[i] * Math.max(-l, Math.min(l, c + f * y[i])) + coefficient;
        }
    }

    private double[] coefficients(int order) {
        double[] q = kept[Math.min(order, KEPT)];
        for (int k = KEPT; k < order; k++) {
            q = next(q);
        }
        return q;
    }

    private double[] next(double[] q) {
        double[] sum = new double[q.length + Math.max(a.length - 2, b.length - 1)];
        for (int j = 0; j < q.length; j++) {
            for (int i = 0; j > 0 && i < a.length; i++) {
                sum[j - 1 + i] += j * q[j] * a[i];
            }
            for (int i = 0; i < b.length; i++) {
                sum[j + i] += q[j] * b[i];
            }
        }
        return sum;
    }
}
