package org.pinn4j.validation.discrete;

import org.pinn4j.args.Args;

/**
 * A linear functional of nodal values, scale·Σ unit(k)·u[node(k)]: a derivative at a node, or a value between nodes. Immutable.
 * <p>Differences have integers as units, so that they are exact: rounded weights of a fourth derivative are a small operator of
 * their own, 1e-16·h⁻⁴ on the values, the same in every step. Only the scale is rounded then.
 */
public final class StencilRow {
    private final int[] nodes;
    private final double[] units;
    private final double scale;

    /** Keeps the arrays, which nobody else may write. */
    StencilRow(int[] nodes, double[] weights) {
        this(nodes, weights, 1);
    }

    /** Keeps the arrays, which nobody else may write. */
    StencilRow(int[] nodes, double[] units, double scale) {
        this.nodes = nodes;
        this.units = units;
        this.scale = scale;
    }

    /** The value at a node itself. */
    static StencilRow identity(int node) {
        return new StencilRow(new int[] {node}, new double[] {1});
    }

    /** All nodes from 0 on. */
    static StencilRow dense(double[] weights) {
        int[] nodes = new int[weights.length];
        for (int k = 0; k < nodes.length; k++) {
            nodes[k] = k;
        }
        return new StencilRow(nodes, weights);
    }

    public int count() {
        return nodes.length;
    }

    public int node(int k) {
        Args.index(k, nodes.length, "k");
        return nodes[k];
    }

    public double weight(int k) {
        Args.index(k, units.length, "k");
        return scale * units[k];
    }

    double unit(int k) {
        return units[k];
    }

    double scale() {
        return scale;
    }

    /** scale·Σ unit(k)·values[node(k)]. */
    public double apply(double[] values) {
        Args.given(values, "values");
        double sum = 0;
        for (int k = 0; k < nodes.length; k++) {
            sum += units[k] * values[nodes[k]];
        }
        return scale * sum;
    }
}
