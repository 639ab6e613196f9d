package org.pinn4j.validation.file;

import java.util.List;
import org.pinn4j.pde.Axis;
import org.pinn4j.sampling.Grid;

/** The points of tensor grids, the first axis slowest. */
final class Tensor {
    private Tensor() {}

    /** The points of a grid, numbered as the grid does, with coordinates in the order of {@code axes}: [axes × n]. */
    static double[] points(Grid grid, List<Axis> axes) {
        double[] x = grid.points().coordinates();
        int n = grid.size();
        double[] points = new double[x.length];
        for (int a = 0; a < axes.size(); a++) {
            System.arraycopy(x, grid.axes().indexOf(axes.get(a)) * n, points, a * n, n);
        }
        return points;
    }

    /** All combinations of coordinates, [axes × n]. @param coordinates along each axis */
    static double[] points(double[][] coordinates) {
        int n = 1;
        for (double[] x : coordinates) {
            n = Math.multiplyExact(n, x.length);
        }
        double[] points = new double[Math.multiplyExact(n, coordinates.length)];
        int inner = n;
        for (int a = 0; a < coordinates.length; a++) {
            inner /= coordinates[a].length;
            for (int i = 0; i < n; i++) {
                points[a * n + i] = coordinates[a][i / inner % coordinates[a].length];
            }
        }
        return points;
    }
}
