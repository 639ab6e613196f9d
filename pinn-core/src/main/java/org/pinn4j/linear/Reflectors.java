package org.pinn4j.linear;

import org.pinn4j.blas.Blas;
import org.pinn4j.blas.Matrices;
import org.pinn4j.blas.Op;

/**
 * Householder's reflectors that eliminate rows P under a triangle R, in the compact form Qᵀ = I − V·Tᵀ·Vᵀ block by block.
 * The reflector of column j touches row j of R and the rows of P alone, so V is [I; V₂] and V₂ takes the place of P.
 * @param v P before an elimination, V₂ after it, right-hand sides in further columns: leading dimension ld
 * @param triangular whether P is itself upper triangular: V₂ is then, too
 * @param block columns in a block
 * @param t the triangles T, one for each block of columns: [block × columns]
 */
record Reflectors(double[] v, int ld, int rows, boolean triangular, int block, double[] t) {
    static Reflectors of(double[] p, int ld, int rows, boolean triangular, int columns) {
        int block = Elimination.block(columns);
        return new Reflectors(p, ld, rows, triangular, block, Matrices.allocate(block, columns));
    }

    Reflectors withRows(int newRows) {
        return new Reflectors(v, ld, newRows, triangular, block, t);
    }

    /** Rows of P that may differ from zero in columns before {@code end}. */
    int height(int end) {
        return triangular ? Math.min(rows, end) : rows;
    }

    /** Where the triangle of the reflectors from a column on begins. */
    int at(int from) {
        return from % block + from * block;
    }

    /**
     * [top; low] becomes Qᵀ·[top; low] for the reflectors of columns [from, to), which lie in one block.
     * @param top overwritten: rows [from, to) of what stands beside R, [to − from × count]
     * @param low overwritten: what stands beside P, [rows × count]
     * @param scratch twice (to − from)·count numbers, from {@link Elimination#scratch}
     */
    void apply(
            Blas blas,
            int from,
            int to,
            int count,
            double[] top,
            int topAt,
            int ldTop,
            double[] low,
            int lowAt,
            int ldLow,
            double[] scratch) {
        int k = to - from;
        int m = height(to);
        int half = Elimination.BLOCK * Elimination.STRIP;
        for (int c = 0; c < count; c++) {
            System.arraycopy(top, topAt + c * ldTop, scratch, c * k, k);
        }
        product(blas, Op.TRANSPOSE, k, count, m, 1, v, from * ld, ld, low, lowAt, ldLow, 1, scratch, 0, k);
        product(blas, Op.TRANSPOSE, k, count, k, 1, t, at(from), block, scratch, 0, k, 0, scratch, half, k);
        for (int c = 0; c < count; c++) {
            subtract(k, scratch, half + c * k, top, topAt + c * ldTop);
        }
        product(blas, Op.NONE, m, count, k, -1, v, from * ld, ld, scratch, half, k, 1, low, lowAt, ldLow);
    }

    private static void subtract(int n, double[] x, int xAt, double[] y, int yAt) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] -= x[xAt + i];
        }
    }

    /** A matrix with one column is a vector: gemm would copy all of A for it. */
    private static void product(
            Blas blas,
            Op op,
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int aAt,
            int lda,
            double[] b,
            int bAt,
            int ldb,
            double beta,
            double[] c,
            int cAt,
            int ldc) {
        if (n == 1) {
            blas.gemv(op, op == Op.NONE ? m : k, op == Op.NONE ? k : m, alpha, a, aAt, lda, b, bAt, beta, c, cAt);
        } else {
            blas.gemm(op, Op.NONE, m, n, k, alpha, a, aAt, lda, b, bAt, ldb, beta, c, cAt, ldc);
        }
    }
}
