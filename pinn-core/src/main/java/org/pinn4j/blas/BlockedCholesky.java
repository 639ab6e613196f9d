package org.pinn4j.blas;

import org.pinn4j.args.Args;
import org.pinn4j.parallel.Workers;

/**
 * Cholesky factorisation A = L·Lᵀ in parallel, by blocks whose size and order never depend on the workers: every block sees
 * the same calls in the same order, so the bits are the same for any number of them.
 * <p>Right-looking, with a look ahead: factor a diagonal block, solve for the rows below it, subtract their products from what
 * remains, the next diagonal block first, so that it is factored while the others are still subtracting.
 * Cost n³/3 flops. Error: |A - LLᵀ| ≤ γ(n + 1)·|L||Lᵀ|.
 * Source: Higham, Accuracy and Stability of Numerical Algorithms (2002), theorem 10.3; Golub, Van Loan, Matrix Computations (2013), section 4.2.
 * <p>Confined to one thread (the workers are its own business). Allocates nothing after construction.
 */
public final class BlockedCholesky {
    /** Columns in a block. Measured once, then constant: the bits depend on it. */
    public static final int BLOCK = 96;

    private static final int CHUNKS = 4; // of the rows below a diagonal block
    private static final int FEWEST = 64;
    private static final int EIGHT =
            8; // numbers in a line of the cache: chunks share none, and kernels have no odd rows

    private final Blas blas;
    private final Lapack lapack;
    private final Workers workers;
    private final Workers.Task panelTask = (worker, chunk) -> solveBelow(chunk);
    private final Workers.Task remainderTask = (worker, k) -> subtract(k);

    private double[] a;
    private int lda;
    private int n;
    private int first;
    private int width;
    private int strips; // of the remainder, each a diagonal block and the rows below it
    private int chunk;
    private int failed;

    public BlockedCholesky(Blas blas, Lapack lapack, Workers workers) {
        Args.given(blas, "blas", lapack, "lapack");
        Args.given(workers, "workers");
        this.blas = blas;
        this.lapack = lapack;
        this.workers = workers;
    }

    /**
     * Factors in place.
     * @param matrix overwritten: [n × n], lower triangle, leading dimension ld, from {@link Matrices#allocate}; L when 0 is
     *     returned. The strict upper triangle inside the diagonal blocks and above is left as it is
     * @return 0, or k &gt; 0 when the leading minor of order k is not positive or not finite: then L is no factor
     * @throws IllegalArgumentException when the array has no spare column
     */
    public int factor(int order, double[] matrix, int ld) {
        Args.given(matrix, "matrix");
        if (ld < Math.max(1, order) || matrix.length < (long) ld * order + order) {
            throw new IllegalArgumentException(
                    "cholesky: [%d × %d] with leading dimension %d needs %d entries, got %d; use Matrices.allocate"
                            .formatted(order, order, ld, (long) ld * order + order, matrix.length));
        }
        n = order;
        a = matrix;
        lda = ld;
        first = 0;
        width = Math.min(BLOCK, n);
        failed = lapack.potrf(width, a, 0, lda);
        while (failed == 0 && first + width < n) {
            int remaining = n - first - width;
            strips = parts(remaining, BLOCK);
            chunk = EIGHT * parts(remaining, EIGHT * Math.min(CHUNKS, parts(remaining, FEWEST)));
            workers.forEach(parts(remaining, chunk), panelTask);
            workers.forEach(2 * strips - 1, remainderTask);
            first += width;
            width = Math.min(BLOCK, n - first);
        }
        return failed == 0 ? firstNotPositive() : failed;
    }

    /**
     * That it factored says nothing of numbers that are none: libraries ask whether a pivot is ≤ 0, which NaN is not (OpenBLAS
     * 0.3.31). But L_ii² = a_ii − Σ L_ij² takes what is not finite in a row to its diagonal, so that n comparisons see it.
     */
    private int firstNotPositive() {
        for (int k = 0; k < n; k++) {
            double pivot = a[k + k * lda];
            if (!(pivot > 0 && pivot < Double.POSITIVE_INFINITY)) {
                return k + 1;
            }
        }
        return 0;
    }

    /**
     * Solves L·Lᵀ·X = B with the factor of {@link #factor}.
     * @param b overwritten by X: [n × columns] at {@code bOffset}, leading dimension ldb
     */
    public void solve(int order, int columns, double[] factor, int ld, double[] b, int bOffset, int ldb) {
        Args.given(factor, "factor", b, "b");
        Args.atLeast((long) ld * order, factor, "factor");
        Args.within(0, b.length, bOffset, "bOffset");
        Args.atLeast(bOffset + (columns - 1L) * ldb + order, b, "b");
        for (int c = 0; c < columns; c++) {
            solve(order, factor, ld, b, bOffset + c * ldb);
        }
    }

    private void solve(int order, double[] l, int ld, double[] b, int bOffset) {
        int blocks = parts(order, BLOCK);
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

    private void solveBelow(int k) {
        int row = first + width + k * chunk;
        int rows = Math.min(chunk, n - row);
        blas.trsm(false, Op.TRANSPOSE, rows, width, 1, a, at(first, first), lda, a, at(row, first), lda);
    }

    /** First the diagonal block that is factored next, then what is below the diagonal, then the small rest of the diagonal. */
    private void subtract(int k) {
        if (k == 0) {
            subtractDiagonal(0);
            factorNext();
        } else if (k < strips) {
            subtractBelow(k - 1);
        } else {
            subtractDiagonal(k - strips + 1);
        }
    }

    private void factorNext() {
        int next = first + width;
        int info = lapack.potrf(Math.min(BLOCK, n - next), a, at(next, next), lda);
        failed = info == 0 ? 0 : next + info;
    }

    private void subtractDiagonal(int strip) {
        int column = first + width + strip * BLOCK;
        int size = Math.min(BLOCK, n - column);
        blas.syrk(Op.NONE, size, width, -1, a, at(column, first), lda, 1, a, at(column, column), lda);
    }

    private void subtractBelow(int strip) {
        int column = first + width + strip * BLOCK;
        int row = column + BLOCK; // not the last strip: it is a whole block wide
        blas.gemm(
                Op.NONE,
                Op.TRANSPOSE,
                n - row,
                BLOCK,
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
                at(row, column),
                lda);
    }

    private int at(int row, int column) {
        return row + column * lda;
    }

    private static int parts(int size, int part) {
        return (size + part - 1) / part;
    }
}
