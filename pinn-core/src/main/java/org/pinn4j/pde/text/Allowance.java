package org.pinn4j.pde.text;

/**
 * What a text may still make. It is spent while reading, so that a text of a few hundred characters that stands for millions of
 * nodes (derivatives of products, brackets in brackets) ends where it goes too far and not where memory does. Counted, not timed: a
 * text is read everywhere or nowhere. Mutable, of one thread.
 */
final class Allowance {
    /** Operations on nodes by one node that is kept: nested brackets are flattened level by level. */
    private static final long WORK_BY_NODE = 10;

    /** Evaluations that a look for jumps takes: {@link org.pinn4j.pde.Expr#d} of a product that may have one. */
    private static final long JUMPS = 10_000;

    /** Nodes visited in all looks for jumps: a quarter of a second, and 60 MB that are collected again. */
    private static final long MOST_VISITS = 1_500_000;

    /** Nodes of all sums over an index, written out, and axes of all conditions: what a check walks, some tens of nanoseconds a node and point. */
    private static final long MOST_TERMS = 2_000_000;

    private final Allowance whole;
    private final String of;
    private final long most;
    private long nodes;
    private long work;
    private long visits;
    private long terms;

    /** @param of what has the bound, in words. @param whole what this is a part of, or null */
    Allowance(long most, String of, Allowance whole) {
        this.most = most;
        this.of = of;
        this.whole = whole;
    }

    /** Nodes that are kept. */
    void keep(long more) {
        nodes += more;
        if (nodes > most) {
            throw new IllegalArgumentException(
                    "more than %d parts in %s; give a part of it a field and an equation of its own"
                            .formatted(most, of));
        }
        work(more);
        if (whole != null) {
            whole.keep(more);
        }
    }

    /** Operations on nodes. */
    void work(long more) {
        work += more;
        if (work > WORK_BY_NODE * most) {
            throw new IllegalArgumentException(
                    "brackets in brackets and derivatives of %s take more than %d operations; write them out"
                            .formatted(of, WORK_BY_NODE * most));
        }
        if (whole != null) {
            whole.work(more);
        }
    }

    /** Nodes of the terms of a sum over an index, or axes that a condition is drawn on. */
    void terms(long more) {
        terms += more;
        if (terms > MOST_TERMS) {
            throw new IllegalArgumentException(
                    "sums over an index and conditions on many axes make more than %d parts of %s when they are written out; take fewer axes"
                            .formatted(MOST_TERMS, of));
        }
        if (whole != null) {
            whole.terms(more);
        }
    }

    /** A look for jumps in each product of a tree, of its known factors. */
    void jumps(long treeNodes, int depth) {
        visits += JUMPS * treeNodes * Math.max(1, depth / 2);
        if (visits > MOST_VISITS) {
            throw new IllegalArgumentException(
                    "derivatives of magnitudes, signs, roots and quotients of %s take more than %d operations; write them out"
                            .formatted(of, MOST_VISITS));
        }
        if (whole != null) {
            whole.jumps(treeNodes, depth);
        }
    }
}
