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
 * <p>One process that meets the ranges in their order holds the tree's open nodes in <b>slots</b>, as a binary counter holds
 * its ones: range k is summed in slot {@link #slot}(k), the number of ones in k; then the last slot is added to the one
 * before it {@link #merges} times. At most log₂(ranges) + 1 slots are in use, and the root ends in slot 0. A problem of one
 * range is summed straight into slot 0, at no cost.
 */
final class SumTree {
    /**
     * Tiles in a range, 7,680 points: a second range costs a Levenberg-Marquardt step one addition of matrices, 2 % of the
     * rows of a range this long at 921 parameters and 4 % of half of it.
     */
    static final int RANGE_TILES = 64;

    private SumTree() {}

    static int slot(int range) {
        return Integer.bitCount(range);
    }

    /** Slots that {@code ranges} ranges use. */
    static int slots(int ranges) {
        int most = 0;
        for (int k = 0; k < ranges; k++) {
            most = Math.max(most, slot(k));
        }
        return most + 1;
    }

    /** How often, after range {@code range} of {@code ranges}, the last slot in use is added to the one before it. */
    static int merges(int range, int ranges) {
        return range == ranges - 1 ? Integer.bitCount(range) : Integer.numberOfTrailingZeros(range + 1);
    }

    /** The root over nodes[0, n), which are overwritten. */
    static double sum(double[] nodes, int n) {
        for (int step = 1; step < n; step *= 2) {
            for (int k = 0; k + step < n; k += 2 * step) {
                nodes[k] += nodes[k + step];
            }
        }
        return n == 0 ? 0 : nodes[0];
    }
}
