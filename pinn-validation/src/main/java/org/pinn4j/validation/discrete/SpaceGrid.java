package org.pinn4j.validation.discrete;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pinn4j.args.Args;

/**
 * The product of the grids of the space axes. Nodes are numbered lexicographically, the last axis fastest. Immutable.
 */
public final class SpaceGrid {
    private final List<AxisGrid> axes;
    private final int[] stride;
    private final int nodes;

    SpaceGrid(List<AxisGrid> axes) {
        this.axes = List.copyOf(axes);
        this.stride = new int[axes.size()];
        long count = 1;
        for (int a = axes.size() - 1; a >= 0; a--) {
            stride[a] = (int) count;
            count *= axes.get(a).size();
            if (count > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "grid: more than %d nodes; use fewer cells".formatted(Integer.MAX_VALUE));
            }
        }
        this.nodes = (int) count;
    }

    /** The grids of the space axes in the order of the problem. */
    public List<AxisGrid> axes() {
        return axes;
    }

    /** The number of nodes; 1 without space axes. */
    public int nodes() {
        return nodes;
    }

    /** The place along an axis of a node. */
    public int index(int axis, int node) {
        Args.index(axis, axes.size(), "axis");
        return node / stride[axis] % axes.get(axis).size();
    }

    /** The coordinate of a node along an axis. */
    public double coordinate(int axis, int node) {
        Args.index(axis, axes.size(), "axis");
        return axes.get(axis).node(index(axis, node));
    }

    /** The node that lies at another place along one axis. */
    int moved(int node, int axis, int index) {
        return node + (index - index(axis, node)) * stride[axis];
    }

    /** The mixed derivative at a node as a row over all nodes. @param orders by space axis */
    public StencilRow derivative(int[] orders, int node) {
        Args.given(orders, "orders");
        Args.within(axes.size(), axes.size(), orders.length, "orders");
        StencilRow[] rows = new StencilRow[axes.size()];
        for (int a = 0; a < rows.length; a++) {
            rows[a] = axes.get(a).derivative(orders[a], index(a, node));
        }
        return product(rows);
    }

    /** The slopes along an axis at all nodes; a new array. @param values [nodes] */
    public double[] derivative(int axis, double[] values) {
        Args.given(values, "values");
        Args.index(axis, axes.size(), "axis");
        Args.atLeast(nodes(), values, "values");
        AxisGrid along = axes.get(axis);
        StencilRow[] rows = IntStream.range(0, along.size())
                .mapToObj(i -> along.derivative(1, i))
                .toArray(StencilRow[]::new);
        double[] slopes = new double[nodes];
        for (int node = 0; node < nodes; node++) {
            StencilRow row = rows[index(axis, node)];
            double sum = 0;
            for (int k = 0; k < row.count(); k++) {
                sum += row.unit(k) * values[moved(node, axis, row.node(k))];
            }
            slopes[node] = row.scale() * sum;
        }
        return slopes;
    }

    /** The same for all nodes at once, if every axis can; a new object at each call. */
    Optional<GridDerivative> atOnce() {
        List<AxisDerivative> all =
                axes.stream().flatMap(a -> a.atOnce().stream()).toList();
        return all.isEmpty() || all.size() < axes.size()
                ? Optional.empty()
                : Optional.of(new GridDerivative(this, all));
    }

    /** The value at a point as a row over all nodes. @param x [space axes] */
    public StencilRow interpolation(double... x) {
        Args.given(x, "x");
        if (x.length != axes.size()) {
            throw new IllegalArgumentException("grid: need %d coordinates, got %d".formatted(axes.size(), x.length));
        }
        StencilRow[] rows = new StencilRow[axes.size()];
        for (int a = 0; a < rows.length; a++) {
            rows[a] = axes.get(a).interpolation(x[a]);
        }
        return product(rows);
    }

    private StencilRow product(StencilRow[] rows) {
        int count = 1;
        for (StencilRow row : rows) {
            count *= row.count();
        }
        int[] at = new int[count];
        double[] units = new double[count];
        double scale = 1;
        for (StencilRow row : rows) {
            scale *= row.scale();
        }
        for (int k = 0; k < count; k++) {
            int rest = k;
            units[k] = 1;
            for (int a = rows.length - 1; a >= 0; a--) {
                int entry = rest % rows[a].count();
                rest /= rows[a].count();
                at[k] += rows[a].node(entry) * stride[a];
                units[k] *= rows[a].unit(entry);
            }
        }
        return new StencilRow(at, units, scale);
    }

    /**
     * The place of each node in an order that keeps neighbours close: the longest axis slowest, and a periodic axis folded, 0,
     * n - 1, 1, n - 2, ..., so that its two ends are neighbours.
     */
    int[] bandOrder() {
        int[] slowestFirst = IntStream.range(0, axes.size())
                .boxed()
                .sorted((a, b) -> axes.get(b).size() - axes.get(a).size())
                .mapToInt(Integer::intValue)
                .toArray();
        int[] position = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            for (int a : slowestFirst) {
                position[node] = position[node] * axes.get(a).size() + place(axes.get(a), index(a, node));
            }
        }
        return position;
    }

    private static int place(AxisGrid axis, int i) {
        int n = axis.size();
        return !axis.periodic() ? i : i < (n + 1) / 2 ? 2 * i : 2 * (n - 1 - i) + 1;
    }
}
