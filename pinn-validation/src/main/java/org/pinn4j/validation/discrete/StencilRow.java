package org.pinn4j.validation.discrete;

/** A linear functional of nodal values, Σ weight(k)·u[node(k)]: a derivative at a node, or a value between nodes. Immutable. */
public final class StencilRow {
    private final int[] nodes;
    private final double[] weights;

    /** Keeps the arrays, which nobody else may write. */
    StencilRow(int[] nodes, double[] weights) {
        this.nodes = nodes;
        this.weights = weights;
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
        return nodes[k];
    }

    public double weight(int k) {
        return weights[k];
    }

    /** Σ weight(k)·values[node(k)]. */
    public double apply(double[] values) {
        double sum = 0;
        for (int k = 0; k < nodes.length; k++) {
            sum += weights[k] * values[nodes[k]];
        }
        return sum;
    }
}
