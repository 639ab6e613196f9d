package org.pinn4j.validation.estimate;

import org.pinn4j.validation.system.ImplicitSystem;

/**
 * The operations that solving with a system on a grid takes, without those of the background, see {@link Effort}; the constants
 * are those by which references choose their integrator.
 * @param stages of the implicit method in time
 */
record SystemCost(ImplicitSystem system, int stages) {
    /** A product of a stencil; what is done once for an unknown: a node of a compiled expression, the sums of a stage. */
    private static final double PRODUCT = 2.5;

    private static final double NODE = 15;
    private static final double SUMS = 60;
    /** An operation of a factorisation, and of a solution, which reads more. */
    private static final double FACTOR = 0.15;

    private static final double SOLVE = 0.3;
    /** Of the stages' iteration in one step of time. */
    private static final int ITERATIONS = 4;
    /** A real matrix and a pair of twice the size for every two stages: 8 times the factors, 4 times the solution. */
    private static final int PAIR_FACTORS = 8;

    private static final int PAIR_SOLUTIONS = 4;
    /** Of the steps, those whose length is new. */
    private static final double FACTORISATIONS = 0.5;
    /** Residuals and solutions beside a factorisation of Newton's method. */
    private static final int REFINEMENTS = 6;
    /** Making the stencils, for each product. */
    private static final double STENCIL = 60;

    double construction() {
        return STENCIL * system.products();
    }

    private double residual() {
        return PRODUCT * system.products() + NODE * system.size();
    }

    private double factor() {
        double n = system.size();
        double lower = system.lowerBandwidth();
        return FACTOR * Math.min(2 * n * lower * (lower + system.upperBandwidth()), 2 * n * n * n / 3);
    }

    private double solution() {
        double n = system.size();
        return SOLVE * Math.min(2 * n * (2.0 * system.lowerBandwidth() + system.upperBandwidth()), 2 * n * n);
    }

    /** One of a steady problem. */
    double newtonStep() {
        return factor() + REFINEMENTS * (solution() + residual());
    }

    /** One in time. */
    double timeStep() {
        int pairs = (stages - 1) / 2;
        double iteration =
                stages * (residual() + stages * SUMS * system.size()) + (1 + PAIR_SOLUTIONS * pairs) * solution();
        return ITERATIONS * iteration + FACTORISATIONS * (1 + PAIR_FACTORS * pairs) * factor();
    }
}
