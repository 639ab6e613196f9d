package org.pinn4j.validation.evolution;

import java.util.Random;

/**
 * The largest modulus of an eigenvalue of ∂f/∂y for y' = f(t, y), by power iteration with differences of f. The growth is taken over an
 * even number of iterations: that of a pair y' = w, w' = Ly alternates between |L| and 1, and only its mean is √|L|.
 */
final class SpectralRadius {
    private static final int ITERATIONS = 30;
    /** Iterations over which the growth is taken, after the others have brought the vector near. */
    private static final int LAST = 12;
    /** Of a difference, relative to the state: half the digits are left. */
    private static final double STEP = 1e-7;

    private static final long SEED = 1;

    private SpectralRadius() {}

    /** At the initial values. @return NaN where f is not defined */
    static double of(ExplicitForm form, double t) {
        double[] y = form.initial();
        double[] f = form.computeDerivatives(t, y);
        double size = norm(y);
        double step = STEP * (size > 0 ? size : 1);
        double[] v = new Random(SEED).doubles(y.length, -1, 1).toArray();
        double growth = 0;
        for (int k = 0; k < ITERATIONS; k++) {
            double before = norm(v);
            for (int i = 0; i < y.length; i++) {
                v[i] = y[i] + step * v[i] / before;
            }
            v = form.computeDerivatives(t, v);
            for (int i = 0; i < y.length; i++) {
                v[i] = (v[i] - f[i]) / step;
            }
            if (norm(v) == 0) {
                return 0;
            }
            growth += k < ITERATIONS - LAST ? 0 : Math.log(norm(v));
        }
        return Math.exp(growth / LAST);
    }

    private static double norm(double[] v) {
        double sum = 0;
        for (double x : v) {
            sum += x * x;
        }
        return Math.sqrt(sum);
    }
}
