package org.pinn4j.validation.evolution;

import org.hipparchus.transform.DftNormalization;
import org.hipparchus.transform.FastFourierTransformer;
import org.hipparchus.transform.TransformType;

/**
 * The lowest modes of many samples, F_k = Σ_j u_j exp(−2πi jk/N), to rounding. The library's transform takes its factors by
 * recurrence, so that its error grows with the length: 1.3e-15 of the norm for 64 samples, 6e-12 for 2¹⁸ (Hipparchus 4.0.3),
 * more than the modes of smooth data fall to. So it transforms 64 samples at a time, N/64 apart, and factors from one table put
 * these together: F_k = Σ_r exp(−2πi kr/N) F⁽ʳ⁾_(k mod 64) (Cooley and Tukey, Math. Comp. 19, 1965). That costs N/64 products
 * a mode, 4 million for a thousand modes of 2¹⁸ samples.
 */
final class FourierModes {
    private static final int LENGTH = 64;

    private final int n;
    private final int parts;
    private final double[][][] transformed; // [parts] [2 × LENGTH]
    private final double[] cos;
    private final double[] sin;

    /** @param u [n], n a power of two of at least 64; not changed */
    FourierModes(double[] u) {
        this.n = u.length;
        this.parts = n / LENGTH;
        if (parts < 1 || Integer.bitCount(n) != 1) {
            throw new IllegalArgumentException("u: need a power of two of samples, at least 64, got " + n);
        }
        transformed = new double[parts][2][LENGTH];
        for (int r = 0; r < parts; r++) {
            for (int j = 0; j < LENGTH; j++) {
                transformed[r][0][j] = u[r + j * parts];
            }
            FastFourierTransformer.transformInPlace(transformed[r], DftNormalization.STANDARD, TransformType.FORWARD);
        }
        cos = new double[n];
        sin = new double[n];
        for (int j = 0; j < n; j++) {
            cos[j] = Math.cos(2 * Math.PI * j / n);
            sin[j] = -Math.sin(2 * Math.PI * j / n);
        }
    }

    /** Real and imaginary parts of the modes 0 to count − 1: [2][count]. */
    double[][] lowest(int count) {
        double[][] modes = new double[2][count];
        for (int k = 0; k < count; k++) {
            for (int r = 0; r < parts; r += LENGTH) { // sums of sums: thousands of like addends round alike
                double[] part = sum(k, r, Math.min(parts, r + LENGTH));
                modes[0][k] += part[0];
                modes[1][k] += part[1];
            }
        }
        return modes;
    }

    private double[] sum(int k, int from, int to) {
        int place = k % LENGTH;
        double sumRe = 0;
        double sumIm = 0;
        for (int r = from; r < to; r++) {
            int turn = (int) ((long) k * r % n);
            double re = transformed[r][0][place];
            double im = transformed[r][1][place];
            sumRe += cos[turn] * re - sin[turn] * im;
            sumIm += cos[turn] * im + sin[turn] * re;
        }
        return new double[] {sumRe, sumIm};
    }
}
