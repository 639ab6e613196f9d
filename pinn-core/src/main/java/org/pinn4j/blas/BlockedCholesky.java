package org.pinn4j.blas;

import org.pinn4j.parallel.Workers;

/**
 * Cholesky factorisation A = L·Lᵀ in parallel, by blocks whose size and order never depend on the workers: every block sees
 * the same calls in the same order, so the bits are the same for any number of them.
 * <p>Right-looking: factor a diagonal block, solve for the blocks below it, subtract their products from what remains.
 * Cost n³/3 flops. Error: |A - LLᵀ| ≤ γ(n + 1)·|L||Lᵀ|.
 * Source: Higham, Accuracy and Stability of Numerical Algorithms (2002), theorem 10.3; Golub, Van Loan, Matrix Computations (2013), section 4.2.
 * <p>Confined to one thread (the workers are its own business). Allocates nothing after construction.
 */
public final class BlockedCholesky {
    private static final int BLOCK = 192;

    private final Blas blas;
    private final Lapack lapack;
    private final Workers workers;
    private final Workers.Task panel = (worker, block) -> solveBelow(block);
    private final Workers.Task remainder = (worker, block) -> update(block);

    private double[] a;
    private int lda;
    private int n;
    private int first;
    private int width;

    public BlockedCholesky(Blas blas, Lapack lapack, Workers workers) {
        this.blas = blas;
        this.lapack = lapack;
        this.workers = workers;
    }

    /**
     * Factors in place.
     * @param matrix overwritten: [n × n], lower triangle, leading dimension ld, from {@link Matrices#allocate}; L when 0 is
     *     returned. The strict upper triangle inside the diagonal blocks and above is left as it is
     * @return 0, or k &gt; 0 when the leading minor of order k is not positive: then L is unfinished
     * @throws IllegalArgumentException when the array has no spare column
     */
    public int factor(int order, double[] matrix, int ld) {
        if (ld < Math.max(1, order) || matrix.length < (long) ld * order + order) {
            throw new IllegalArgumentException(
                    "cholesky: [%d × %d] with leading dimension %d needs %d entries, got %d; use Matrices.allocate"
                            .formatted(order, order, ld, (long) ld * order + order, matrix.length));
        }
        n = order;
        a = matrix;
        lda = ld;
        for (first = 0; first < n; first += BLOCK) {
            width = Math.min(BLOCK, n - first);
            int info = lapack.potrf(width, a, at(first, first), lda);
            if (info != 0) {
                return first + info;
            }
            int below = blocks(n - first - width);
            if (below > 0) {
                workers.forEach(below, panel);
                workers.forEach(below * (below + 1) / 2, remainder);
            }
        }
        return 0;
    }

    /**
     * Solves L·Lᵀ·X = B with the factor of {@link #factor}.
     * @param b overwritten by X: [n × columns] at {@code bOffset}, leading dimension ldb
     */
    public void solve(int order, int columns, double[] factor, int ld, double[] b, int bOffset, int ldb) {
        for (int c = 0; c < columns; c++) {
            solve(order, factor, ld, b, bOffset + c * ldb);
        }
    }

    private void solve(int order, double[] l, int ld, double[] b, int bOffset) {
        int blocks = blocks(order);
        for (int k = 0; k < blocks; k++) {
            forward(order, k * BLOCK, l, ld, b, bOffset + k * BLOCK);
        }
        for (int k = blocks - 1; k >= 0; k--) {
            backward(order, k * BLOCK, l, ld, b, bOffset + k * BLOCK);
        }
    }

    private void forward(int order, int k, double[] l, int ld, double[] b, int start) {
        int size = Math.min(BLOCK, order - k);
        int below = order - k - size;
        blas.trsm(true, Op.NONE, size, 1, 1, l, k + k * ld, ld, b, start, size);
        if (below > 0) {
            blas.gemv(Op.NONE, below, size, -1, l, k + size + k * ld, ld, b, start, 1, b, start + size);
        }
    }

    private void backward(int order, int k, double[] l, int ld, double[] b, int start) {
        int size = Math.min(BLOCK, order - k);
        int below = order - k - size;
        if (below > 0) {
            blas.gemv(Op.TRANSPOSE, below, size, -1, l, k + size + k * ld, ld, b, start + size, 1, b, start);
        }
        blas.trsm(true, Op.TRANSPOSE, size, 1, 1, l, k + k * ld, ld, b, start, size);
    }

    private void solveBelow(int block) {
        int row = row(block);
        blas.trsm(false, Op.TRANSPOSE, rows(row), width, 1, a, at(first, first), lda, a, at(row, first), lda);
    }

    /** Block pairs (i, j), j ≤ i, counted along the rows of the triangle. */
    private void update(int pair) {
        int i = (int) ((Math.sqrt(8.0 * pair + 1) - 1) / 2);
        int j = pair - i * (i + 1) / 2;
        int row = row(i);
        int column = row(j);
        int target = at(row, column);
        if (i == j) {
            blas.syrk(Op.NONE, rows(row), width, -1, a, at(row, first), lda, 1, a, target, lda);
        } else {
            blas.gemm(
                    Op.NONE,
                    Op.TRANSPOSE,
                    rows(row),
                    rows(column),
                    width,
                    -1,
                    a,
                    at(row, first),
                    lda,
                    a,
                    at(column, first),
                    lda,
                    1,
                    a,
                    target,
                    lda);
        }
    }

    private int row(int block) {
        return first + width + block * BLOCK;
    }

    private int rows(int row) {
        return Math.min(BLOCK, n - row);
    }

    private int at(int row, int column) {
        return row + column * lda;
    }

    private static int blocks(int size) {
        return (size + BLOCK - 1) / BLOCK;
    }
}
