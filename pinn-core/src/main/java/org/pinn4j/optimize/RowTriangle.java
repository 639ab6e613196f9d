package org.pinn4j.optimize;

import java.util.Arrays;
import org.pinn4j.blas.Lapack;
import org.pinn4j.blas.Matrices;

/**
 * The triangle R of a QR factorisation of rows that arrive panel by panel: R of [R; panel] after each panel, so that memory
 * is one panel beside the triangle, whatever the number of rows. Rᵀ·R is the sum of the outer products of all rows, but R
 * has the condition of the rows, not its square.
 * Source: Demmel, Grigori, Hoemmen and Langou, SIAM J. Sci. Comput. 34 (2012) A206 (sequential TSQR).
 */
final class RowTriangle {
    private static final int LEAST = 512;
    private static final int WORK = 64;

    private final Lapack lapack;
    private final int n;
    private final int panel; // as many rows as columns at least: R is worked through with every panel
    private final int ld;
    private final double[] stack; // R in the first n rows, a panel below
    private final double[] tau;
    private final double[] work;
    private int waiting;

    /** No rows yet. @param n columns */
    RowTriangle(Lapack lapack, int n) {
        this.lapack = lapack;
        this.n = n;
        panel = Math.max(LEAST, n);
        ld = n + panel;
        stack = Matrices.allocate(ld, n);
        tau = new double[n];
        work = new double[WORK * n];
    }

    /** The rows of a triangle, times a factor. @param triangle [n × n] */
    RowTriangle(Lapack lapack, int n, double[] triangle, double factor) {
        this(lapack, n);
        for (int k = 0; k < n; k++) {
            for (int i = 0; i <= k; i++) {
                stack[i + k * ld] = factor * triangle[i + k * n];
            }
        }
    }

    /** Adds one row, factor times {@code row[offset + k·stride]}. */
    void add(double factor, double[] row, int offset, int stride) {
        for (int k = 0; k < n; k++) {
            stack[n + waiting + k * ld] = factor * row[offset + k * stride];
        }
        if (++waiting == panel) {
            reduce();
        }
    }

    /** Adds a row with one entry. */
    void addUnit(int column, double value) {
        for (int k = 0; k < n; k++) {
            stack[n + waiting + k * ld] = k == column ? value : 0;
        }
        if (++waiting == panel) {
            reduce();
        }
    }

    /** R, upper triangle, column-major [n × n]; a copy. */
    double[] triangle() {
        reduce();
        double[] r = Matrices.allocate(n, n);
        for (int k = 0; k < n; k++) {
            System.arraycopy(stack, k * ld, r, k * n, k + 1);
        }
        return r;
    }

    private void reduce() {
        if (waiting == 0) {
            return;
        }
        int info = lapack.geqrf(n + waiting, n, stack, 0, ld, tau, work);
        if (info != 0) {
            throw new IllegalStateException("QR of %d rows: info %d".formatted(n + waiting, info));
        }
        for (int k = 0; k < n; k++) {
            Arrays.fill(stack, k * ld + k + 1, (k + 1) * ld, 0); // the reflectors are not needed
        }
        waiting = 0;
    }
}
