package org.pinn4j.domain;

import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;

/** Standard normal numbers from uniform ones, of which balls and laws are drawn. */
final class Normals {
    private static final double LOG_2_PI = Math.log(2 * Math.PI);

    private Normals() {}

    /** Φ⁻¹(u), 0 < u < 1: from the nearer tail, so that small u lose nothing. */
    static double quantile(double u) {
        return u <= 0.5 ? -Math.sqrt(2) * Erf.erfcInv(2 * u) : Math.sqrt(2) * Erf.erfcInv(2 * (1 - u));
    }

    /** φ(z). */
    static double density(double z) {
        return Math.exp(-(z * z + LOG_2_PI) / 2);
    }

    /**
     * A direction in d dimensions from d uniform numbers: that of d normal ones.
     * @param x overwritten: [≥ d], a unit vector
     * @return the share of normal points that are nearer to the origin, uniform and independent of the direction
     */
    static double direction(double[] unit, int d, double[] x) {
        double sum = 0;
        for (int k = 0; k < d; k++) {
            x[k] = quantile(unit[k]);
            sum += x[k] * x[k];
        }
        double length = Math.sqrt(sum);
        for (int k = 0; k < d; k++) {
            x[k] = length == 0 ? k == 0 ? 1 : 0 : x[k] / length;
        }
        return Gamma.regularizedGammaP(d / 2.0, sum / 2); // of χ² with d degrees of freedom
    }

    /** The logarithm of the area of the unit sphere in d dimensions, 2π^(d/2)/Γ(d/2). */
    static double logSphere(int d) {
        return Math.log(2) + d / 2.0 * Math.log(Math.PI) - Gamma.logGamma(d / 2.0);
    }

    /** e^x as far as a double can hold it: hundreds of dimensions have volumes beyond. */
    static double exp(double x) {
        return Math.min(Math.max(Math.exp(x), Double.MIN_NORMAL), Double.MAX_VALUE);
    }
}
