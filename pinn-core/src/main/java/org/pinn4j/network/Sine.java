package org.pinn4j.network;

/**
 * The sine; its derivatives repeat with period four.
 *
 * <p>z = k·π/2 + r with |r| ≤ π/4, π/2 in three parts of which the first two have 29 bits, so that k times them is exact
 * (Cody and Waite, Software Manual for the Elementary Functions, 1980). Then Taylor polynomials in r, and the quadrant
 * mixes them: with m = k mod 4 in −2 .. 2, cos(kπ/2) = 1 − |m| and sin(kπ/2) = m·(2 − |m|), no branch needed. Error: at
 * most 4e-16 for |z| ≤ 10⁶; larger z go to {@link Math#sin}. Infinite z give NaN.
 */
record Sine() implements Activation {
    private static final double LIMIT = 1e6;
    private static final double TWO_OVER_PI = 2 / Math.PI;
    private static final double HALF_PI_1 = 0x1.921fb54p0;
    private static final double HALF_PI_2 = 0x1.10b4611p-30;
    private static final double HALF_PI_3 = 0x1.4c4c6628b80dcp-59;
    private static final double S3 = -1.0 / 6;
    private static final double S5 = 1.0 / 120;
    private static final double S7 = -1.0 / 5_040;
    private static final double S9 = 1.0 / 362_880;
    private static final double S11 = -1.0 / 39_916_800;
    private static final double S13 = 1.0 / 6_227_020_800.0;
    private static final double S15 = -1.0 / 1_307_674_368_000.0;
    private static final double C2 = -1.0 / 2;
    private static final double C4 = 1.0 / 24;
    private static final double C6 = -1.0 / 720;
    private static final double C8 = 1.0 / 40_320;
    private static final double C10 = -1.0 / 3_628_800;
    private static final double C12 = 1.0 / 479_001_600;
    private static final double C14 = -1.0 / 87_178_291_200.0;
    private static final double C16 = 1.0 / 20_922_789_888_000.0;

    @Override
    public String name() {
        return "sin";
    }

    @Override
    public void derivatives(int order, int from, int to, double[] z, double[][] sigma) {
        if (order == 0) {
            cosinePart(from, to, z, sigma[0]);
            addSinePart(from, to, z, sigma[0]);
        } else {
            reduce(from, to, z, sigma[0]);
            cosine(from, to, sigma[0], sigma[1]);
            sine(from, to, sigma[0]);
            mix(from, to, z, sigma[0], sigma[1]);
        }
        if (!small(from, to, z)) {
            repair(order, from, to, z, sigma);
        }
        for (int k = 2; k <= order; k++) {
            negate(from, to, sigma[k - 2], sigma[k]);
        }
    }

    private static void reduce(int from, int to, double[] z, double[] r) {
        for (int i = from; i < to; i++) {
            double k = Math.rint(z[i] * TWO_OVER_PI);
            r[i] = ((z[i] - k * HALF_PI_1) - k * HALF_PI_2) - k * HALF_PI_3;
        }
    }

    private static void cosine(int from, int to, double[] reduced, double[] out) {
        for (int i = from; i < to; i++) {
            double q = reduced[i] * reduced[i];
            double tail = C8 + q * (C10 + q * (C12 + q * (C14 + q * C16)));
            out[i] = 1 + q * (C2 + q * (C4 + q * (C6 + q * tail)));
        }
    }

    private static void sine(int from, int to, double[] reduced) {
        for (int i = from; i < to; i++) {
            double r = reduced[i];
            double q = r * r;
            double tail = S9 + q * (S11 + q * (S13 + q * S15));
            reduced[i] = r + r * q * (S3 + q * (S5 + q * (S7 + q * tail)));
        }
    }

    /** From sin r and cos r to sin z and cos z. */
    private static void mix(int from, int to, double[] z, double[] s, double[] c) {
        for (int i = from; i < to; i++) {
            double k = Math.rint(z[i] * TWO_OVER_PI);
            double m = k - 4 * Math.rint(0.25 * k);
            double a = 1 - Math.abs(m);
            double b = m * (2 - Math.abs(m));
            double sine = s[i];
            s[i] = a * sine + b * c[i];
            c[i] = a * c[i] - b * sine;
        }
    }

    /** With one array at hand, the same operations in another order: first sin(kπ/2)·cos r ... */
    private static void cosinePart(int from, int to, double[] z, double[] out) {
        for (int i = from; i < to; i++) {
            double k = Math.rint(z[i] * TWO_OVER_PI);
            double m = k - 4 * Math.rint(0.25 * k);
            double r = ((z[i] - k * HALF_PI_1) - k * HALF_PI_2) - k * HALF_PI_3;
            double q = r * r;
            double tail = C8 + q * (C10 + q * (C12 + q * (C14 + q * C16)));
            out[i] = m * (2 - Math.abs(m)) * (1 + q * (C2 + q * (C4 + q * (C6 + q * tail))));
        }
    }

    /** ... then cos(kπ/2)·sin r: the sum has the bits that {@link #mix} gives. */
    private static void addSinePart(int from, int to, double[] z, double[] out) {
        for (int i = from; i < to; i++) {
            double k = Math.rint(z[i] * TWO_OVER_PI);
            double m = k - 4 * Math.rint(0.25 * k);
            double r = ((z[i] - k * HALF_PI_1) - k * HALF_PI_2) - k * HALF_PI_3;
            double q = r * r;
            double tail = S9 + q * (S11 + q * (S13 + q * S15));
            out[i] = (1 - Math.abs(m)) * (r + r * q * (S3 + q * (S5 + q * (S7 + q * tail)))) + out[i];
        }
    }

    /**
     * Whether no |z| can be above the limit; a sum of squares, since it costs less than a comparison for each, in four parts,
     * since one alone would wait for each addition.
     */
    private static boolean small(int from, int to, double[] z) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            s0 += z[i] * z[i];
            s1 += z[i + 1] * z[i + 1];
            s2 += z[i + 2] * z[i + 2];
            s3 += z[i + 3] * z[i + 3];
        }
        for (; i < to; i++) {
            s0 += z[i] * z[i];
        }
        return s0 + s1 + s2 + s3 <= LIMIT * LIMIT;
    }

    private static void repair(int order, int from, int to, double[] z, double[][] sigma) {
        for (int i = from; i < to; i++) {
            if (Math.abs(z[i]) > LIMIT) {
                sigma[0][i] = Math.sin(z[i]);
                if (order > 0) {
                    sigma[1][i] = Math.cos(z[i]);
                }
            }
        }
    }

    private static void negate(int from, int to, double[] source, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = -source[i];
        }
    }
}
