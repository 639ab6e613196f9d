package org.pinn4j.validation.discrete;

import java.util.Random;
import org.hipparchus.exception.MathRuntimeException;
import org.pinn4j.validation.system.BandMatrix;

/** Solves with one matrix: by conjugate gradients if it is symmetric and that is less work, otherwise by LU of its band. */
final class LinearSolver {
    /** Iterations of conjugate gradients over the root of the number of unknowns; 3 were seen for Poisson's equation. */
    private static final double ITERATIONS = 4;

    /** With rows of size 1, a right-hand side of size 1 whose solution is larger than this shows a singular matrix. */
    private static final double SINGULAR = 1e13;

    private final SparseMatrix matrix;
    private final int lower;
    private final int upper;
    private ConjugateGradients iteration;
    private BandMatrix factors;

    /** @throws SingularSystemException if no unique solution exists, to working precision */
    LinearSolver(SparseMatrix matrix, int lower, int upper) {
        this.matrix = matrix;
        this.lower = lower;
        this.upper = upper;
        double direct = 2.0 * matrix.size() * lower * ((double) lower + upper);
        double iterative = 2 * ITERATIONS * Math.sqrt(matrix.size()) * matrix.entries();
        this.iteration = iterative < direct ? ConjugateGradients.of(matrix) : null;
        if (iteration == null) {
            factorise();
        } else {
            solve(probe()); // a singular matrix may have an answer for its own right-hand side, not for this one
        }
    }

    /** At random, each entry in the units of its row. */
    private double[] probe() {
        double[] probe = new Random(1).doubles(matrix.size(), -1, 1).toArray();
        for (int i = 0; i < probe.length; i++) {
            probe[i] *= matrix.largest(i);
        }
        return probe;
    }

    private void factorise() {
        factors = new BandMatrix(matrix.size(), lower, upper);
        matrix.into(factors);
        if (!factors.factorise()) {
            throw new SingularSystemException(Double.POSITIVE_INFINITY);
        }
        double[] probe = probe();
        factors.solve(probe);
        double largest = 0;
        for (double x : probe) {
            largest = Math.max(largest, Math.abs(x));
        }
        if (!(largest < SINGULAR)) {
            throw new SingularSystemException(largest);
        }
    }

    /** What is in use, for reports. */
    String method() {
        return iteration != null ? "conjugate gradients" : "LU of a band of " + (lower + upper + 1);
    }

    /** Solves A x = b. @param b overwritten by x */
    void solve(double[] b) {
        if (iteration != null) {
            try {
                iteration.solve(b);
                return;
            } catch (MathRuntimeException indefinite) { // or too slow; b is as it was
                iteration = null;
                factorise();
            }
        }
        factors.solve(b);
    }
}
