package org.pinn4j.pde;

/**
 * erf to a few units in the last place, without allocation (so that compiled equations may use it at every step).
 * Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.6 (series) and 7.1.14 (continued fraction).
 */
final class ErrorFunction {
    /** From here on, erfc is below 5e-4 and the continued fraction has converged long before its last level. */
    private static final double LARGE = 2.5;

    private static final int LEVELS = 40;

    private ErrorFunction() {}

    static double value(double x) {
        double size = Math.abs(x);
        if (size < LARGE) {
            return x * series(x * x);
        }
        return size > 6 ? Math.signum(x) : Math.signum(x) * (1 - complement(size));
    }

    /** erf(x) / x: all terms are positive, so nothing cancels. NaN ends the sum at once. */
    private static double series(double square) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > 1e-17 * sum; k++) {
            term *= 2 * square / (2 * k + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-square) * sum;
    }

    private static double complement(double x) {
        double tail = x;
        for (int k = LEVELS; k >= 1; k--) {
            tail = x + 0.5 * k / tail;
        }
        return Math.exp(-x * x) / (Math.sqrt(Math.PI) * tail);
    }
}
