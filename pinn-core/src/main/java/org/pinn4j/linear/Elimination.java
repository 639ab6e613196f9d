package org.pinn4j.linear;

import org.pinn4j.parallel.Workers;

/**
 * One step of a QR factorisation: [R; P] = Q·[R′; 0] for a triangle R [n × n] and some rows P under it, in parallel, by blocks
 * whose size and order never depend on the workers: every block sees the same calls in the same order, so the bits are the
 * same for any number of them.
 *
 * <p><b>Order.</b> As {@link org.pinn4j.blas.BlockedCholesky}: the reflectors of {@value #BLOCK} columns ({@value #NARROW} below {@value #SMALL}) are made, then applied
 * to the columns right of them in strips of {@value #STRIP}; first of all to the next block, whose reflectors are made while
 * others still apply. Right-hand sides are further columns.
 *
 * <p><b>Cost.</b> For h full rows 2·h·n² flops, as much as LAPACK spends on the rows alone: a reflector has one row of R and
 * the rows of P, where geqrf of the stack would work through (n + h) rows. T takes {@value #BLOCK}/2h of that. If P is a
 * triangle, 2n³/3: block k has only the rows above its end. geqrf would take 10n³/3 (dtpqrt of LAPACK 3.4 has this form, but
 * netlib-java does not have dtpqrt). One call of a library is a product of at most h·{@value #BLOCK}·{@value #STRIP}.
 *
 * <p><b>Error.</b> Columnwise backward stable whatever the scale of columns: ‖A_j − (QR)_j‖ ≤ γ(c·m·n)·‖A_j‖. Rows that differ by
 * orders are not each kept to their own digits, only to those of the column; scale them first.
 * Source: Higham, Accuracy and Stability of Numerical Algorithms (2002), theorem 19.4; Demmel, Grigori, Hoemmen and Langou,
 * SIAM J. Sci. Comput. 34 (2012) A206 (flat and binary trees of [R; P]).
 *
 * <p>Confined to one thread (the workers are its own business). Allocates nothing for rows no more than before.
 */
final class Elimination {
    /** Columns in a block of a large matrix. Measured, then constant: the bits depend on it. */
    static final int BLOCK = 96;

    private static final int NARROW = 48; // in a small one, where making reflectors counts for more
    private static final int SMALL = 800;

    /** Columns that one task changes. */
    static final int STRIP = 192;

    private final Tools tools;
    private final BlockFactor block;
    private final double[][] scratch;
    private final Workers.Task task = this::applyOrFactor;

    private double[] r;
    private int ldr;
    private Reflectors p;
    private int n;
    private int columns;
    private int first; // the block whose reflectors are applied
    private int end;
    private int next; // the end of the one after it

    Elimination(Tools tools) {
        this.tools = tools;
        block = new BlockFactor(tools.blas(), tools.lapack());
        scratch = new double[tools.workers().count()][];
        java.util.Arrays.setAll(scratch, k -> scratch());
    }

    /** Columns in a block, by the order of the triangle alone. */
    static int block(int n) {
        return n < SMALL ? NARROW : BLOCK;
    }

    static double[] scratch() {
        return new double[2 * BLOCK * STRIP];
    }

    /**
     * R becomes R′, P its reflectors; what stands right of both is multiplied by Qᵀ.
     * @param width n and the right-hand sides
     * @param triangle overwritten: [n × width]; below the diagonal nothing is written, and zeros are expected in its blocks
     */
    void eliminate(int order, int width, double[] triangle, int ld, Reflectors rows) {
        n = order;
        columns = width;
        r = triangle;
        ldr = ld;
        p = rows;
        block.begin(r, ldr, p);
        block.factor(0, Math.min(n, p.block()));
        for (first = 0; first < n; first = end) {
            end = Math.min(n, first + p.block());
            next = Math.min(n, end + p.block());
            tools.workers().forEach(1 + (columns - next + STRIP - 1) / STRIP, task);
        }
    }

    private void applyOrFactor(int worker, int k) {
        if (k > 0) {
            int left = next + (k - 1) * STRIP;
            apply(worker, left, Math.min(columns, left + STRIP));
        } else if (end < n) {
            apply(worker, end, next);
            block.factor(end, next);
        }
    }

    private void apply(int worker, int left, int right) {
        int ld = p.ld();
        p.apply(
                tools.blas(),
                first,
                end,
                right - left,
                r,
                first + left * ldr,
                ldr,
                p.v(),
                left * ld,
                ld,
                scratch[worker]);
    }
}
