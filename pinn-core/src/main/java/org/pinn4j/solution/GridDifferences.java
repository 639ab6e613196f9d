package org.pinn4j.solution;

import org.pinn4j.pde.Axis;
import org.pinn4j.sampling.Grid;

/**
 * First derivatives of values on a tensor grid: central differences of order 6, one-sided ones of the same order at ends that do
 * not wrap. Immutable.
 */
final class GridDifferences {
    private static final int REACH = 3;
    private static final int WIDTH = 2 * REACH + 1;

    private final int count;
    private final int stride;
    private final boolean periodic;
    private final boolean even;
    private final double spacing;
    private final double[][] weights = new double[WIDTH][];

    /** Differences along one axis of the grid. */
    GridDifferences(Grid grid, Axis axis) {
        int at = grid.axes().indexOf(axis);
        int[] counts = grid.counts();
        int inner = 1;
        for (int a = at + 1; a < counts.length; a++) {
            inner *= counts[a];
        }
        this.count = counts[at];
        this.stride = inner;
        this.periodic = grid.isPeriodic(axis);
        this.even = grid.isEven(axis);
        this.spacing = axis.length() / (periodic ? count : count - 1);
        for (int m = 0; m < WIDTH; m++) {
            weights[m] = weights(m);
        }
    }

    boolean possible() {
        return even && count >= WIDTH;
    }

    /** @param values on all points of the grid, the first axis slowest */
    double[] of(double[] values) {
        double[] slopes = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int place = i / stride % count;
            int first = periodic ? place - REACH : Math.min(Math.max(place - REACH, 0), count - WIDTH);
            double[] row = weights[place - first];
            for (int k = 0; k < WIDTH; k++) {
                slopes[i] += row[k] * values[i + (Math.floorMod(first + k, count) - place) * stride];
            }
            slopes[i] /= spacing;
        }
        return slopes;
    }

    /** Derivatives at node m of the Lagrange polynomials on nodes 0 to WIDTH - 1. */
    private static double[] weights(int m) {
        double[] w = new double[WIDTH];
        for (int k = 0; k < WIDTH; k++) {
            w[k] = k == m ? 0 : 1.0 / (k - m);
            for (int j = 0; j < WIDTH; j++) {
                if (k == m) {
                    w[k] += j == m ? 0 : 1.0 / (m - j);
                } else if (j != k && j != m) {
                    w[k] *= (double) (m - j) / (k - j);
                }
            }
        }
        return w;
    }
}
