package org.pinn4j.validation.discrete;

import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.ConjugateGradient;
import org.hipparchus.linear.RealLinearOperator;
import org.hipparchus.linear.RealVector;
import org.hipparchus.util.IterationManager;

/**
 * Conjugate gradients for a matrix that is symmetric once the rows that state a value alone, as Dirichlet conditions do, are
 * eliminated; one with a negative diagonal is solved with the other sign.
 */
final class ConjugateGradients {
    /** Of the residual, relative to the right-hand side; refinement by the caller does the rest. */
    private static final double TOLERANCE = 1e-13;

    /** Entries that differ by more than this share of the largest are not symmetric. */
    private static final double SYMMETRY = 1e-12;

    private static final int ITERATIONS = 40;

    private final SparseMatrix matrix;
    private final boolean[] given;
    private final double sign;

    private ConjugateGradients(SparseMatrix matrix, boolean[] given, double sign) {
        this.matrix = matrix;
        this.given = given;
        this.sign = sign;
    }

    /** Null unless the matrix has that symmetry and a diagonal of one sign. */
    static ConjugateGradients of(SparseMatrix matrix) {
        boolean[] given = new boolean[matrix.size()];
        double[] largest = new double[1];
        double[] diagonal = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int i = 0; i < given.length; i++) {
            boolean[] others = new boolean[1];
            matrix.eachIn(i, (row, column, value) -> others[0] |= row != column && value != 0);
            given[i] = !others[0] && matrix.get(i, i) != 0;
        }
        boolean[] skew = new boolean[1];
        matrix.each((row, column, value) -> largest[0] = Math.max(largest[0], given[row] ? 0 : Math.abs(value)));
        matrix.each((row, column, value) -> {
            if (!given[row] && !given[column]) {
                skew[0] |= Math.abs(value - matrix.get(column, row)) > SYMMETRY * largest[0];
            }
        });
        for (int i = 0; i < given.length; i++) {
            if (!given[i]) {
                diagonal[0] = Math.min(diagonal[0], matrix.get(i, i));
                diagonal[1] = Math.max(diagonal[1], matrix.get(i, i));
            }
        }
        boolean definite = diagonal[0] > 0 || diagonal[1] < 0;
        return skew[0] || !definite ? null : new ConjugateGradients(matrix, given, diagonal[0] > 0 ? 1 : -1);
    }

    /**
     * Solves A x = b.
     * @param b overwritten by x on success
     * @throws org.hipparchus.exception.MathRuntimeException if the matrix is not definite or the iterations run out
     */
    void solve(double[] b) {
        double[] known = new double[b.length];
        for (int i = 0; i < b.length; i++) {
            known[i] = given[i] ? b[i] / matrix.get(i, i) : 0;
        }
        double[] right = new double[b.length];
        double size = 0;
        for (int i = 0; i < b.length; i++) {
            right[i] = given[i] ? 0 : sign * (b[i] - matrix.times(i, known));
            size = Math.max(size, Math.abs(right[i]));
        }
        if (size > 0) {
            int most = ITERATIONS * (int) Math.ceil(Math.sqrt(b.length));
            ConjugateGradient solver = new ConjugateGradient(new IterationManager(most), TOLERANCE, true);
            RealVector x = solver.solve(new Operator(), new ArrayRealVector(right, false));
            for (int i = 0; i < b.length; i++) {
                known[i] = given[i] ? known[i] : x.getEntry(i);
            }
        }
        System.arraycopy(known, 0, b, 0, b.length);
    }

    /** A on the unknowns that are not given, the identity on the others, which stay zero. */
    private final class Operator implements RealLinearOperator {
        @Override
        public int getRowDimension() {
            return given.length;
        }

        @Override
        public int getColumnDimension() {
            return given.length;
        }

        @Override
        public RealVector operate(RealVector x) {
            double[] v = x.toArray();
            double[] result = new double[v.length];
            for (int i = 0; i < result.length; i++) {
                result[i] = given[i] ? v[i] : sign * matrix.times(i, v);
            }
            return new ArrayRealVector(result, false);
        }
    }
}
