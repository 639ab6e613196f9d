package org.pinn4j.network;

/**
 * e^a − 1 over arrays, in two loops that C2 vectorises: a Taylor polynomial at a/2¹¹, then eleven times
 * E ← E² + 2E, which is e^2r − 1 from e^r − 1. The sum E² + 2E loses half of what E·(E + 2) does where E is small.
 *
 * <p>Error: at most (8 + 4·|a|)·2⁻⁵³ relative to e^a for |a| ≤ 350, and 8·2⁻⁵³ relative to e^a − 1 where |a| < 1. Beyond
 * 350 a is clamped: e^±350 is 10^±152, whose square is still a normal number. NaN stays NaN.
 */
final class Exponential {
    static final double LIMIT = 350;
    private static final double STEP = 0x1p-11;
    private static final double C2 = 1.0 / 2;
    private static final double C3 = 1.0 / 6;
    private static final double C4 = 1.0 / 24;
    private static final double C5 = 1.0 / 120;
    private static final double C6 = 1.0 / 720;
    private static final double C7 = 1.0 / 5_040;
    private static final double C8 = 1.0 / 40_320;
    private static final double C9 = 1.0 / 362_880;
    private static final double C10 = 1.0 / 3_628_800;
    private static final double C11 = 1.0 / 39_916_800;

    private Exponential() {}

    /** Replaces each of the n numbers a by e^a − 1. */
    static void expm1(int from, int to, double[] a) {
        start(from, to, a);
        grow(from, to, a);
    }

    private static void start(int from, int to, double[] a) {
        for (int i = from; i < to; i++) {
            double r = STEP * Math.max(-LIMIT, Math.min(LIMIT, a[i]));
            double tail = C6 + r * (C7 + r * (C8 + r * (C9 + r * (C10 + r * C11))));
            a[i] = r + r * r * (C2 + r * (C3 + r * (C4 + r * (C5 + r * tail))));
        }
    }

    private static void grow(int from, int to, double[] a) {
        for (int i = from; i < to; i++) {
            double e = a[i];
            e = e * e + (e + e);
            e = e * e + (e + e);
            e = e * e + (e + e);
            e = e * e + (e + e);
            e = e * e + (e + e);
            e = e * e + (e + e);
            e = e * e + (e + e);
            e = e * e + (e + e);
            e = e * e + (e + e);
            e = e * e + (e + e);
            a[i] = e * e + (e + e);
        }
    }
}
