package org.pinn4j.loss;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.pinn4j.args.Args;
import org.pinn4j.parallel.Workers;

/**
 * Finishes the tree of {@link SumTree} from its nodes, which may come in any order and at any level: each is added to its
 * sibling as soon as both are there, so the bits do not depend on the order. Confined to one thread; the memory of a node is
 * taken from {@link #next} and handed back by {@link #add}.
 */
public final class RangeSums {
    private static final int MOST_RANGES = 1 << 20;
    private static final double[] NONE = {};
    private static final int COLUMNS = 32;

    private final Workers workers;
    private final Workers.Task mergeTask = (worker, block) -> mergeColumns(block);
    private final Deque<Partial> free = new ArrayDeque<>();
    private Partial[][] waiting = {}; // [level][node]
    private int ranges = -1;
    private final Partial target = new Partial(NONE, NONE, 0); // the caller's arrays
    private Partial root;
    private int parameters;
    private int ld;
    private boolean withMatrix;
    private Partial left;
    private Partial right;

    /** @param workers add large matrices */
    public RangeSums(Workers workers) {
        Args.given(workers, "workers");
        this.workers = workers;
    }

    /** Expects the sums of squares of so many ranges. */
    public void begin(int newRanges) {
        begin(newRanges, NONE, NONE, 0, 0);
    }

    /**
     * Expects partial sums of so many ranges; their sum goes into {@code g} and {@code a}.
     * @param a lower triangle with leading dimension {@code lda}, or empty
     */
    public void begin(int newRanges, double[] g, double[] a, int lda, int p) {
        Args.given(g, "g", a, "a");
        Args.within(0, MOST_RANGES, newRanges, "newRanges");
        boolean matrix = a.length > 0;
        if (p != parameters || lda != ld || matrix != withMatrix) {
            free.clear();
        }
        parameters = p;
        ld = lda;
        withMatrix = matrix;
        if (newRanges != ranges) {
            ranges = newRanges;
            waiting = new Partial[SumTree.levels(ranges)][];
            Arrays.setAll(waiting, level -> new Partial[SumTree.nodes(ranges, level)]);
        }
        for (Partial[] level : waiting) { // an earlier sum may have ended in an error
            Arrays.fill(level, null);
        }
        target.set(g, a, lda);
        root = null;
        free.addFirst(target);
    }

    /** Memory for a node; its arrays hold anything. */
    public Partial next() {
        return free.isEmpty()
                ? new Partial(new double[parameters], withMatrix ? new double[ld * (parameters + 1)] : NONE, ld)
                : free.removeFirst();
    }

    /**
     * Node (level, k) of the tree, from {@link #next}; level 0 is range k.
     * @throws IllegalStateException if it came before
     */
    public void add(int level, int k, Partial node) {
        Args.given(node, "node");
        int atLevel = level;
        int at = k;
        Partial sum = node;
        for (; atLevel < waiting.length; atLevel++, at /= 2) {
            int sibling = at ^ 1;
            if (sibling >= waiting[atLevel].length) {
                continue;
            }
            Partial other = waiting[atLevel][sibling];
            if (other == null) {
                hold(atLevel, at, sum);
                return;
            }
            waiting[atLevel][sibling] = null;
            sum = at < sibling ? merged(sum, other) : merged(other, sum);
        }
        if (root != null) {
            throw new IllegalStateException(
                    "range sums: the sum was complete before node (%d, %d)".formatted(level, k));
        }
        root = sum;
    }

    private void hold(int level, int k, Partial sum) {
        if (waiting[level][k] != null) {
            throw new IllegalStateException("range sums: node (%d, %d) came twice".formatted(level, k));
        }
        waiting[level][k] = sum;
    }

    /** The left one, with the right one added. */
    private Partial merged(Partial newLeft, Partial newRight) {
        left = newLeft;
        right = newRight;
        left.square += right.square;
        for (int i = 0; i < parameters; i++) {
            left.gradient[i] += right.gradient[i];
        }
        if (withMatrix) {
            workers.forEach((parameters + COLUMNS - 1) / COLUMNS, mergeTask);
        }
        free.addLast(right);
        return left;
    }

    private void mergeColumns(int block) {
        double[] to = left.matrix;
        double[] from = right.matrix;
        for (int column = block * COLUMNS; column < Math.min(parameters, (block + 1) * COLUMNS); column++) {
            for (int i = column * (ld + 1); i < column * ld + parameters; i++) {
                to[i] += from[i];
            }
        }
    }

    /** Takes a node of the tree. */
    public interface Taker {
        void take(int level, int k, Partial node);
    }

    /** The largest subtrees that are complete: what an owner of some ranges hands on, and nothing else. */
    public void subtrees(Taker taker) {
        Args.given(taker, "taker");
        if (root != null) {
            taker.take(waiting.length, 0, root);
        }
        for (int level = 0; level < waiting.length; level++) {
            for (int k = 0; k < waiting[level].length; k++) {
                if (waiting[level][k] != null) {
                    taker.take(level, k, waiting[level][k]);
                }
            }
        }
    }

    /**
     * Σ of squared rows, when the sum is complete and in the caller's arrays.
     * @throws IllegalStateException if nodes are missing
     */
    public double finish() {
        if (root == null) {
            throw new IllegalStateException("range sums: partial sums of %d ranges are not complete".formatted(ranges));
        }
        if (root != target) {
            System.arraycopy(root.gradient, 0, target.gradient, 0, parameters);
            System.arraycopy(root.matrix, 0, target.matrix, 0, withMatrix ? ld * parameters : 0);
            free.addLast(root);
        }
        double square = root.square;
        free.remove(target);
        target.set(NONE, NONE, 0); // the caller's arrays are the caller's again
        root = null;
        return square;
    }
}
