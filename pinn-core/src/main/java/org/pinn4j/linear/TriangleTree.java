package org.pinn4j.linear;

import java.util.HashMap;
import java.util.Map;

/**
 * The triangle of several ranges of rows, joined in the aligned binary tree over their numbers: node (0, k) is range k, node
 * (l + 1, k) joins nodes (l, 2k) and (l, 2k + 1), and where there is no right one, is the left one itself. The order in which
 * they come does not matter; those that come in order wait at most log₂(ranges) + 1 at a time. Confined to one thread.
 */
public final class TriangleTree {
    private record Node(int level, int k) {}

    private final int ranges;
    private final Map<Node, Triangle> waiting = new HashMap<>();
    private Triangle root;

    public TriangleTree(int ranges) {
        if (ranges < 1) {
            throw new IllegalArgumentException("triangle tree: need at least one range, got " + ranges);
        }
        this.ranges = ranges;
    }

    /**
     * The triangle of range k.
     * @throws IllegalStateException if it came before
     */
    public void add(int range, Triangle triangle) {
        if (range < 0 || range >= ranges) {
            throw new IllegalArgumentException(
                    "triangle tree: need a range in [0, %d), got %d".formatted(ranges, range));
        }
        Triangle sum = triangle;
        int k = range;
        int nodes = ranges;
        for (int level = 0; nodes > 1; level++, k /= 2, nodes = (nodes + 1) / 2) {
            int sibling = k ^ 1;
            if (sibling < nodes) {
                Triangle other = waiting.remove(new Node(level, sibling));
                if (other == null) {
                    hold(new Node(level, k), sum);
                    return;
                }
                sum = k < sibling ? sum.with(other) : other.with(sum);
            }
        }
        if (root != null) {
            throw new IllegalStateException("triangle tree: complete before range " + range);
        }
        root = sum;
    }

    private void hold(Node node, Triangle sum) {
        if (waiting.putIfAbsent(node, sum) != null) {
            throw new IllegalStateException("triangle tree: node %s came twice".formatted(node));
        }
    }

    /** @throws IllegalStateException while ranges are missing */
    public Triangle root() {
        if (root == null) {
            throw new IllegalStateException("triangle tree: not all of %d ranges have come".formatted(ranges));
        }
        return root;
    }
}
