package org.pinn4j.validation.discrete;

import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.pinn4j.pde.Axis;

/** A scheme with one thing wrong in its grids. */
record FaultyScheme(Scheme sound, Function<AxisGrid, AxisGrid> fault) implements Scheme {
    /** A row in place of the right one, which is returned where nothing is wrong. */
    @FunctionalInterface
    interface Rows {
        StencilRow row(AxisGrid grid, int order, int node, StencilRow right);
    }

    static Scheme rows(Scheme sound, Rows rows) {
        return new FaultyScheme(sound, grid -> new Forward(grid) {
            @Override
            public StencilRow derivative(int order, int node) {
                StencilRow right = grid.derivative(order, node);
                return order == 0 ? right : rows.row(grid, order, node, right);
            }
        });
    }

    @Override
    public String name() {
        return sound.name();
    }

    @Override
    public OptionalInt accuracy() {
        return sound.accuracy();
    }

    @Override
    public AxisGrid on(Axis axis, int cells, boolean periodic) {
        return fault.apply(sound.on(axis, cells, periodic));
    }

    /** Whether a node's row is central. */
    static boolean inside(AxisGrid grid, StencilRow row, int node) {
        return grid.periodic() || row.count() % 2 == 1 && row.node(row.count() / 2) == node;
    }

    /** Other nodes for the same weights. */
    static StencilRow moved(StencilRow row, IntUnaryOperator node) {
        int[] nodes = new int[row.count()];
        double[] weights = new double[nodes.length];
        for (int k = 0; k < nodes.length; k++) {
            nodes[k] = node.applyAsInt(row.node(k));
            weights[k] = row.weight(k);
        }
        return new StencilRow(nodes, weights);
    }

    /** A factor for the weight at each place of the row. */
    static StencilRow scaled(StencilRow row, Function<Integer, Double> factor) {
        int[] nodes = new int[row.count()];
        double[] weights = new double[nodes.length];
        for (int k = 0; k < nodes.length; k++) {
            nodes[k] = row.node(k);
            weights[k] = factor.apply(k) * row.weight(k);
        }
        return new StencilRow(nodes, weights);
    }

    /** Differences on consecutive nodes of a grid that is not periodic. */
    static StencilRow differences(AxisGrid grid, int order, double at, int first, int count) {
        int[] nodes = new int[count];
        double[] x = new double[count];
        for (int k = 0; k < count; k++) {
            nodes[k] = first + k;
            x[k] = grid.node(nodes[k]);
        }
        return new StencilRow(nodes, Fornberg.weights(at, x, order));
    }

    /** A grid that hands everything to another one. */
    static class Forward implements AxisGrid {
        final AxisGrid grid;

        Forward(AxisGrid grid) {
            this.grid = grid;
        }

        @Override
        public Axis axis() {
            return grid.axis();
        }

        @Override
        public boolean periodic() {
            return grid.periodic();
        }

        @Override
        public int size() {
            return grid.size();
        }

        @Override
        public double node(int i) {
            return grid.node(i);
        }

        @Override
        public OptionalInt accuracy() {
            return grid.accuracy();
        }

        @Override
        public StencilRow derivative(int order, int node) {
            return grid.derivative(order, node);
        }

        @Override
        public StencilRow interpolation(double x) {
            return grid.interpolation(x);
        }
    }
}
