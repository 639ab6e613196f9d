package org.pinn4j.problems;

/**
 * Burgers' equation on the line with u(x, 0) = -sin πx, as a quotient of two integrals (Hopf 1950, Cole 1951):
 * <pre>u = -∫ sin(π(x-η)) F e^(-η²/4νt) dη / ∫ F e^(-η²/4νt) dη,   F = exp(-cos(π(x-η)) / 2πν).</pre>
 * The integrands are entire in z = η/√(4νt), so the trapezoidal rule converges faster than any power of its step. Exponents are
 * shifted by their maximum, so that nothing overflows and the largest term is 1.
 * @param nu viscosity
 * @param step of the trapezoidal rule in z
 */
record ColeHopf(double nu, double step) {
    /** At ν = 0.01/π halving it changes the values on the grid of record by round-off, less than {@link #FLOOR}. */
    static final double STEP = 1.0 / 8;

    static final double FLOOR = 4e-15;

    private static final double NEGLIGIBLE = 1e-20;

    /** The value at x and t &gt;= 0. Cost: about 200 cosines and exponentials. */
    double value(double x, double t) {
        if (t == 0) {
            return -Math.sin(Math.PI * x);
        }
        double width = Math.sqrt(4 * nu * t);
        int reach = (int) Math.ceil(reach() / step);
        double[] exponents = new double[2 * reach + 1];
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = -reach; k <= reach; k++) {
            double z = k * step;
            exponents[reach + k] = -Math.cos(Math.PI * (x - width * z)) / (2 * Math.PI * nu) - z * z;
            largest = Math.max(largest, exponents[reach + k]);
        }
        double above = 0;
        double below = 0;
        for (int k = -reach; k <= reach; k++) {
            double weight = Math.exp(exponents[reach + k] - largest);
            if (weight > NEGLIGIBLE) {
                above += weight * Math.sin(Math.PI * (x - width * k * step));
                below += weight;
            }
        }
        return -above / below;
    }

    /** Where e^(-z²) is below 2⁻⁵³ of the largest term even if F there is at its maximum and at its minimum elsewhere. */
    private double reach() {
        return Math.sqrt(40 + 1 / (Math.PI * nu));
    }
}
