package org.pinn4j.linear;

import org.pinn4j.blas.Blas;
import org.pinn4j.blas.Lapack;
import org.pinn4j.blas.Matrices;
import org.pinn4j.blas.Op;

/**
 * The reflectors of one block of columns, with their T: by halves down to {@value #LEAF} columns, so that only those few are
 * worked through one by one and all between them is products. T of two halves is [T₁, −T₁·(V₁ᵀV₂)·T₂; 0, T₂].
 * Source: Elmroth and Gustavson, IBM J. Res. Dev. 44 (2000) 605; Schreiber and Van Loan, SIAM J. Sci. Stat. Comput. 10 (1989) 53.
 */
final class BlockFactor {
    /** Measured, then constant: the bits depend on it. */
    static final int LEAF = 16;

    private static final int WORK = 64;

    private final Blas blas;
    private final Lapack lapack;
    private final double[] tau = new double[LEAF];
    private final double[] work = new double[WORK * LEAF];
    private final double[] scratch = Elimination.scratch();
    private double[] stack = {}; // the columns of a leaf, R above P
    private double[] r;
    private int ldr;
    private Reflectors p;

    BlockFactor(Blas blas, Lapack lapack) {
        this.blas = blas;
        this.lapack = lapack;
    }

    void begin(double[] triangle, int ldTriangle, Reflectors rows) {
        r = triangle;
        ldr = ldTriangle;
        p = rows;
        if (stack.length < (LEAF + p.rows()) * (LEAF + 1)) {
            stack = Matrices.allocate(LEAF + p.rows(), LEAF);
        }
    }

    /** Eliminates columns [from, to) of P, which lie in one block. */
    void factor(int from, int to) {
        int leaves = (to - from + LEAF - 1) / LEAF;
        if (leaves <= 1) {
            leaf(from, to - from);
            return;
        }
        int middle = from + (leaves + 1) / 2 * LEAF;
        factor(from, middle);
        int top = from + middle * ldr;
        p.apply(blas, from, middle, to - middle, r, top, ldr, p.v(), middle * p.ld(), p.ld(), scratch);
        factor(middle, to);
        join(from, middle, to);
    }

    private void leaf(int from, int k) {
        int m = p.height(from + k);
        int ld = k + m;
        for (int j = 0; j < k; j++) {
            System.arraycopy(r, from + (from + j) * ldr, stack, j * ld, k);
            System.arraycopy(p.v(), (from + j) * p.ld(), stack, j * ld + k, m);
        }
        int info = lapack.geqrf(ld, k, stack, 0, ld, tau, work);
        if (info != 0) {
            throw new IllegalStateException("QR of [%d × %d]: info %d".formatted(ld, k, info));
        }
        for (int j = 0; j < k; j++) {
            System.arraycopy(stack, j * ld, r, from + (from + j) * ldr, j + 1);
            System.arraycopy(stack, j * ld + k, p.v(), (from + j) * p.ld(), m);
        }
        triangle(from, k, m);
    }

    /** T of a leaf: column j is −τ_j·T·(V₂ᵀv_j) above its diagonal, τ_j. */
    private void triangle(int from, int k, int m) {
        int v = from * p.ld();
        blas.gemm(Op.TRANSPOSE, Op.NONE, k, k, m, 1, p.v(), v, p.ld(), p.v(), v, p.ld(), 0, scratch, 0, k);
        for (int j = 0; j < k; j++) {
            int column = p.at(from) + j * p.block();
            for (int i = 0; i < j; i++) {
                double sum = 0;
                for (int l = i; l < j; l++) {
                    sum += p.t()[p.at(from) + i + l * p.block()] * scratch[l + j * k];
                }
                p.t()[column + i] = -tau[j] * sum;
            }
            p.t()[column + j] = tau[j];
        }
    }

    private void join(int from, int middle, int to) {
        int left = middle - from;
        int right = to - middle;
        int half = scratch.length / 2;
        int block = p.block();
        int corner = p.at(from) + left * block;
        int m = p.height(middle); // below it the left half is zero
        int ld = p.ld();
        double[] t = p.t();
        blas.gemm(
                Op.TRANSPOSE,
                Op.NONE,
                left,
                right,
                m,
                1,
                p.v(),
                from * ld,
                ld,
                p.v(),
                middle * ld,
                ld,
                0,
                scratch,
                0,
                left);
        blas.gemm(
                Op.NONE, Op.NONE, left, right, left, 1, t, p.at(from), block, scratch, 0, left, 0, scratch, half, left);
        blas.gemm(
                Op.NONE,
                Op.NONE,
                left,
                right,
                right,
                -1,
                scratch,
                half,
                left,
                t,
                p.at(middle),
                block,
                0,
                t,
                corner,
                block);
    }
}
