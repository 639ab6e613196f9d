package org.pinn4j.loss;

/**
 * The order in which partial sums are added, as a function of the points alone.
 *
 * <p>Tiles are numbered through all regions. {@value #RANGE_TILES} consecutive tiles form a <b>range</b>; the last one may be
 * shorter, and points that follow the residual stay in the range they were drawn in, see {@link Shares}. Value, gradient, JᵀJ
 * and Jᵀr are summed from zero inside a range, tile after tile or panel after panel. Ranges are then combined in the
 * <b>aligned binary tree</b> over their numbers: node (0, k) is the sum of range k, node (l + 1, k) is node (l, 2k) plus node
 * (l, 2k + 1), and where there is no right child, the left one itself. The root is the sum.
 *
 * <p>Neither the length of a range nor the tree depends on who computes. So a process that owns whole ranges needs to send one
 * partial sum for each largest subtree that it owns, at most 2·log₂ of the number of ranges, and whoever finishes the tree
 * gets the bits of one process that did it all. A running sum over all tiles would exist nowhere but in that one process.
 *
 * <p>{@link RangeSums} builds the tree from nodes as they come. One process that meets the ranges in their order holds as many
 * partial sums as a binary counter holds ones, at most log₂(ranges) + 1; a problem of one range is summed straight into the
 * caller's arrays, at no cost.
 */
final class SumTree {
    /**
     * Tiles in a range, 7,680 points: a second range costs a Levenberg-Marquardt step one addition of matrices, 1 to 2 % of
     * what the rows of a range this long cost at 921 parameters, and twice that of half of it.
     */
    static final int RANGE_TILES = 64;

    private SumTree() {}

    /** Nodes of a level. */
    static int nodes(int ranges, int level) {
        return (int) ((ranges + (1L << level) - 1) >> level);
    }

    /** Levels with more than one node. */
    static int levels(int ranges) {
        int level = 0;
        while (nodes(ranges, level) > 1) {
            level++;
        }
        return level;
    }

    /** The root over nodes[0, n) of level 0, which are overwritten. */
    static double sum(double[] nodes, int n) {
        for (int step = 1; step < n; step *= 2) {
            for (int k = 0; k + step < n; k += 2 * step) {
                nodes[k] += nodes[k + step];
            }
        }
        return n == 0 ? 0 : nodes[0];
    }
}
