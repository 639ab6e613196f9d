package org.pinn4j.validation.discrete;

import org.pinn4j.pde.Axis;

/**
 * Equally spaced nodes. The derivative of order m uses the fewest nodes that give the accuracy: central ones where they fit,
 * otherwise the m + accuracy nodes at the end, which have that order one-sided.
 */
final class UniformGrid implements AxisGrid {
    /** Nodes of an interpolation above the accuracy, so that it never is what limits a comparison. */
    private static final int SPARE = 4;

    /** A point nearer to a node than this, in intervals, is the node: its coordinate was computed with rounding. */
    private static final double NODE = 1e-10;

    private final Axis axis;
    private final int cells;
    private final boolean periodic;
    private final int accuracy;
    private final double[][] central = new double[HIGHEST_DERIVATIVE + 1][];

    UniformGrid(Axis axis, int cells, boolean periodic, int accuracy) {
        if (cells < 2) {
            throw new IllegalArgumentException("grid on %s: need 2 or more cells, got %d".formatted(axis, cells));
        }
        this.axis = axis;
        this.cells = cells;
        this.periodic = periodic;
        this.accuracy = accuracy;
        for (int m = 1; m <= HIGHEST_DERIVATIVE; m++) {
            int reach = reach(m);
            central[m] = scaled(Fornberg.weights(0, integers(-reach, 2 * reach + 1), m), m);
        }
    }

    private int reach(int order) {
        return (order + 1) / 2 - 1 + accuracy / 2;
    }

    private static double[] integers(int first, int count) {
        double[] x = new double[count];
        for (int k = 0; k < count; k++) {
            x[k] = first + k;
        }
        return x;
    }

    /** From unit spacing to that of the nodes. */
    private double[] scaled(double[] weights, int order) {
        double factor = Math.pow(cells / axis.length(), order);
        for (int k = 0; k < weights.length; k++) {
            weights[k] *= factor;
        }
        return weights;
    }

    @Override
    public Axis axis() {
        return axis;
    }

    @Override
    public boolean periodic() {
        return periodic;
    }

    @Override
    public int size() {
        return periodic ? cells : cells + 1;
    }

    @Override
    public double node(int i) {
        return i == cells ? axis.max() : axis.min() + axis.length() * i / cells;
    }

    @Override
    public int accuracy() {
        return accuracy;
    }

    @Override
    public StencilRow derivative(int order, int node) {
        if (order == 0) {
            return StencilRow.identity(node);
        }
        int reach = reach(order);
        int count = periodic ? 2 * reach + 1 : Math.max(order + accuracy, 2 * reach + 1);
        if (count > size()) {
            throw new IllegalArgumentException(
                    "grid on %s: a derivative of order %d with accuracy %d needs %d nodes, got %d; use more cells"
                            .formatted(axis, order, accuracy, count, size()));
        }
        if (periodic || node >= reach && node + reach < size()) {
            return consecutive(node - reach, central[order]);
        }
        int width = order + accuracy;
        int first = node < reach ? 0 : size() - width;
        return consecutive(first, scaled(Fornberg.weights(node, integers(first, width), order), order));
    }

    private StencilRow consecutive(int first, double[] weights) {
        int[] nodes = new int[weights.length];
        for (int k = 0; k < nodes.length; k++) {
            nodes[k] = periodic ? Math.floorMod(first + k, cells) : first + k;
        }
        return new StencilRow(nodes, weights);
    }

    @Override
    public StencilRow interpolation(double x) {
        AxisGrid.contain(axis, x);
        double position = (x - axis.min()) / axis.length() * cells;
        double nearest = Math.rint(position);
        if (Math.abs(position - nearest) < NODE) {
            return StencilRow.identity(periodic ? (int) nearest % cells : (int) nearest);
        }
        int width = Math.min(accuracy + SPARE, size());
        int first = (int) Math.floor(position) - width / 2 + 1;
        if (!periodic) {
            first = Math.min(Math.max(first, 0), size() - width);
        }
        return consecutive(first, Fornberg.weights(position, integers(first, width), 0));
    }
}
