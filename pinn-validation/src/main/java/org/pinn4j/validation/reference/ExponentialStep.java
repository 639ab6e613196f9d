package org.pinn4j.validation.reference;

import java.util.Arrays;
import org.hipparchus.complex.Complex;

/**
 * One step of exponential time differencing of order 4 for v' = Lv + N(v) with a real diagonal L; v is complex, as [2][modes] of
 * real and imaginary parts. Not thread-safe.
 * Source: Cox, Matthews, J. Comput. Phys. 176 (2002) 430; the coefficients by a contour mean as in Kassam, Trefethen, SIAM J. Sci.
 * Comput. 26 (2005) 1214.
 */
final class ExponentialStep {
    /** The part that is not diagonal. */
    @FunctionalInterface
    interface Nonlinear {
        /** @param result overwritten with N(v) */
        void apply(double[][] v, double[][] result);
    }

    private static final int CONTOUR = 32;

    private final int modes;
    private final double[] whole;
    private final double[] half;
    private final double[] stage;
    private final double[] first;
    private final double[] middle;
    private final double[] last;
    private final double[][][] slopes;
    private final double[][][] stages;

    /** @param linear diagonal of L, [modes] */
    ExponentialStep(double[] linear, double dt) {
        modes = linear.length;
        whole = Arrays.stream(linear).map(l -> Math.exp(l * dt)).toArray();
        half = Arrays.stream(linear).map(l -> Math.exp(l * dt / 2)).toArray();
        stage = new double[modes];
        first = new double[modes];
        middle = new double[modes];
        last = new double[modes];
        slopes = new double[4][2][modes];
        stages = new double[3][2][modes];
        for (int k = 0; k < modes; k++) {
            contourMeans(k, linear[k] * dt, dt);
        }
    }

    /** Means over the upper half of the unit circle around z; their real parts are the coefficients without cancellation. */
    private void contourMeans(int k, double z, double dt) {
        for (int j = 0; j < CONTOUR; j++) {
            Complex c = new Complex(0, Math.PI * (j + 0.5) / CONTOUR).exp().add(z);
            Complex e = c.exp();
            Complex square = c.multiply(c);
            Complex cube = square.multiply(c);
            double weight = dt / CONTOUR;
            stage[k] += weight * c.divide(2).exp().subtract(1).divide(c).getReal();
            Complex f = c.negate()
                    .subtract(4)
                    .add(e.multiply(square.subtract(c.multiply(3)).add(4)));
            first[k] += weight * f.divide(cube).getReal();
            f = c.add(2).add(e.multiply(c.subtract(2)));
            middle[k] += weight * f.divide(cube).getReal();
            f = c.multiply(-3)
                    .subtract(square)
                    .subtract(4)
                    .add(e.multiply(c.negate().add(4)));
            last[k] += weight * f.divide(cube).getReal();
        }
    }

    /** @param v overwritten: the state one step later */
    void advance(double[][] v, Nonlinear nonlinear) {
        double[][] a = stages[0];
        double[][] b = stages[1];
        double[][] c = stages[2];
        nonlinear.apply(v, slopes[0]);
        combine(v, slopes[0], 1, null, a);
        nonlinear.apply(a, slopes[1]);
        combine(v, slopes[1], 1, null, b);
        nonlinear.apply(b, slopes[2]);
        combine(a, slopes[2], 2, slopes[0], c);
        nonlinear.apply(c, slopes[3]);
        for (int part = 0; part < 2; part++) {
            for (int k = 0; k < modes; k++) {
                v[part][k] = whole[k] * v[part][k]
                        + first[k] * slopes[0][part][k]
                        + 2 * middle[k] * (slopes[1][part][k] + slopes[2][part][k])
                        + last[k] * slopes[3][part][k];
            }
        }
    }

    /** result = e^(L·dt/2)·base + stage·(factor·slope - minus). */
    private void combine(double[][] base, double[][] slope, double factor, double[][] minus, double[][] result) {
        for (int part = 0; part < 2; part++) {
            for (int k = 0; k < modes; k++) {
                double rate = factor * slope[part][k] - (minus == null ? 0 : minus[part][k]);
                result[part][k] = half[k] * base[part][k] + stage[k] * rate;
            }
        }
    }
}
