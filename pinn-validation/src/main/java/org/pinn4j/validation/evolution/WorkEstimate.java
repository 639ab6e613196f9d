package org.pinn4j.validation.evolution;

import org.pinn4j.validation.system.ImplicitSystem;

/**
 * What both integrators would cost, foreseen from counts alone, so that the choice is the same on every machine. The unit is a
 * nanosecond of the machine the constants were measured on; only ratios matter.
 * @param evaluation of the right-hand side once
 * @param evaluations foreseen
 * @param implicit all of an implicit integration
 * @param unknowns what a step leaves in the trajectory, twice
 */
record WorkEstimate(double evaluation, double evaluations, double implicit, int unknowns) {
    /** The method is stable for |hλ| up to here in the left half plane: 6.4 on the real axis, 5.95 on the imaginary one. */
    private static final double STABLE = 5.9;
    /** Power iteration comes from below, and steps at the limit of stability are rejected now and then. */
    private static final double MARGIN = 1.2;

    private static final int STAGES = 12;
    /** Steps of either method for a smooth solution at a tolerance of 1e-9, and its growth with the tolerance. */
    private static final int STEPS = 60;

    private static final double USUAL_TOLERANCE = 1e-9;
    /** Of the 60 steps, those whose length is new. */
    private static final int FACTORISATIONS = 30;
    /** One real matrix and two of twice the size: 1 + 2·8 of factors, 1 + 2·4 of solutions. */
    private static final int FACTORS = 17;

    private static final int SOLUTIONS = 9;
    /** Of the stages' iteration in one step; each has five residuals. */
    private static final int ITERATIONS = 2;

    /** A product of a stencil, a node of a compiled expression, an unknown in the sums of stages. */
    private static final double PRODUCT = 2.5;

    private static final double NODE = 15;
    private static final double EXPLICIT_SUMS = 50;
    private static final double IMPLICIT_SUMS = 3000;
    /** An operation of a factorisation: 0.05 with OpenBLAS, 0.3 in plain Java; and of a solution, which reads more. */
    private static final double FACTOR = 0.1;

    private static final double SOLVE = 0.3;
    /** What a trajectory may hold: 240 MB. */
    private static final double MOST_NUMBERS = 3e7;

    /** @param radius spectral radius of the explicit form */
    static WorkEstimate of(ImplicitSystem system, double radius, double length, double tolerance) {
        double n = system.size();
        double residual = PRODUCT * system.products() + NODE * n;
        double steps = STEPS * Math.max(1, Math.pow(USUAL_TOLERANCE / tolerance, 0.1));
        double evaluations = STAGES * (steps + MARGIN * length * radius / STABLE);
        double lower = system.lowerBandwidth();
        double upper = system.upperBandwidth();
        double factor = Math.min(2 * n * lower * (lower + upper), 2 * n * n * n / 3);
        double solve = Math.min(2 * n * (2 * lower + upper), 2 * n * n);
        double implicit = FACTORISATIONS * FACTORS * FACTOR * factor
                + steps * (ITERATIONS * (5 * residual + SOLUTIONS * SOLVE * solve) + IMPLICIT_SUMS * n);
        return new WorkEstimate(residual + EXPLICIT_SUMS * n, evaluations, implicit, system.size());
    }

    /** Whether the explicit method is the cheaper one and its trajectory can be kept; false for NaN. */
    boolean mild() {
        return evaluation * evaluations < implicit && evaluations <= room();
    }

    private double room() {
        return MOST_NUMBERS / (2.0 * unknowns) * STAGES;
    }

    /** Evaluations after which the explicit method is given up: it then has cost what the implicit one will. */
    long mostEvaluations() {
        return (long) Math.min(room(), Math.max(2 * evaluations, implicit / evaluation));
    }
}
