package org.pinn4j.validation.discrete;

import java.util.List;

/** Mixed derivatives at all nodes of a grid, axis by axis. Keeps working memory: belongs to one thread. */
final class GridDerivative {
    private final SpaceGrid grid;
    private final List<AxisDerivative> axes;
    private final double[][] line;
    private final double[][] derived;

    GridDerivative(SpaceGrid grid, List<AxisDerivative> axes) {
        this.grid = grid;
        this.axes = axes;
        this.line = new double[axes.size()][];
        this.derived = new double[axes.size()][];
        for (int a = 0; a < line.length; a++) {
            line[a] = new double[grid.axes().get(a).size()];
            derived[a] = new double[line[a].length];
        }
    }

    /**
     * @param orders by space axis
     * @param u [nodes], read only
     * @param out overwritten: [nodes]
     */
    void apply(int[] orders, double[] u, double[] out) {
        System.arraycopy(u, 0, out, 0, out.length);
        for (int a = 0; a < orders.length; a++) {
            if (orders[a] > 0) {
                along(a, orders[a], out);
            }
        }
    }

    /** About how many products that takes: two transforms of each line along each axis. */
    long products(int[] orders) {
        long sum = 0;
        for (int a = 0; a < orders.length; a++) {
            sum += orders[a] == 0 ? 0 : 2L * grid.nodes() * line[a].length;
        }
        return sum;
    }

    /** Line by line, in place. */
    private void along(int axis, int order, double[] out) {
        int size = line[axis].length;
        int stride = grid.moved(0, axis, 1);
        for (int first = 0; first < out.length; first++) {
            if (grid.index(axis, first) != 0) {
                continue;
            }
            for (int k = 0; k < size; k++) {
                line[axis][k] = out[first + k * stride];
            }
            axes.get(axis).apply(order, line[axis], derived[axis]);
            for (int k = 0; k < size; k++) {
                out[first + k * stride] = derived[axis][k];
            }
        }
    }
}
