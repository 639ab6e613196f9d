package org.pinn4j.validation.file;

/** The points of tensor grids, the first axis slowest. */
final class Tensor {
    private Tensor() {}

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
