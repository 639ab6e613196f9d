package org.pinn4j.validation.discrete;

import java.util.OptionalInt;
import org.hipparchus.util.CombinatoricsUtils;
import org.pinn4j.args.Args;
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
            central[m] = units(0, integers(-reach, 2 * reach + 1), m);
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

    /** The weights on unit spacing times (n − 1)!, which are integers: Lagrange's denominators are products of differences of nodes. */
    private static double[] units(double at, double[] nodes, int order) {
        double[] units = Fornberg.weights(at, nodes, order);
        double common = CombinatoricsUtils.factorialDouble(nodes.length - 1);
        for (int k = 0; k < units.length; k++) {
            units[k] = Math.rint(units[k] * common);
        }
        return units;
    }

    private StencilRow row(int first, double[] units, int order) {
        double common = CombinatoricsUtils.factorialDouble(units.length - 1);
        return new StencilRow(nodes(first, units.length), units, Math.pow(cells / axis.length(), order) / common);
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
    public OptionalInt accuracy() {
        return OptionalInt.of(accuracy);
    }

    @Override
    public StencilRow derivative(int order, int node) {
        Args.within(0, size(), order, "order");
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
            return row(node - reach, central[order], order);
        }
        int width = order + accuracy;
        int first = node < reach ? 0 : size() - width;
        return row(first, units(node - first, integers(0, width), order), order);
    }

    private int[] nodes(int first, int count) {
        int[] nodes = new int[count];
        for (int k = 0; k < nodes.length; k++) {
            nodes[k] = periodic ? Math.floorMod(first + k, cells) : first + k;
        }
        return nodes;
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
        return new StencilRow(nodes(first, width), Fornberg.weights(position, integers(first, width), 0));
    }
}
