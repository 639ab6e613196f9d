package org.pinn4j.linear;

import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.pinn4j.blas.Backend;
import org.pinn4j.parallel.Workers;

/** A matrix with right-hand sides by rows, and ways to have it factored. */
record Rows(double[][] a, int columns) {
    static Rows random(int rows, int columns, int rightHandSides, long seed) {
        Random random = new Random(seed);
        double[][] a = new double[rows][columns + rightHandSides];
        for (double[] row : a) {
            java.util.Arrays.setAll(row, c -> 2 * random.nextDouble() - 1);
        }
        return new Rows(a, columns);
    }

    /** Products of random factors: rank {@code rank} up to round-off. */
    static Rows ofRank(int rank, int rows, int columns, long seed) {
        double[][] product = new Array2DRowRealMatrix(random(rows, rank, 0, seed).a)
                .multiply(new Array2DRowRealMatrix(random(rank, columns, 0, seed + 1).a))
                .getData();
        double[][] b = random(rows, 1, 0, seed + 2).a;
        double[][] a = new double[rows][];
        java.util.Arrays.setAll(a, i -> {
            double[] row = java.util.Arrays.copyOf(product[i], columns + 1);
            row[columns] = b[i][0];
            return row;
        });
        return new Rows(a, columns);
    }

    int rows() {
        return a.length;
    }

    int rightHandSides() {
        return a[0].length - columns;
    }

    RealMatrix matrix() {
        return new Array2DRowRealMatrix(a).getSubMatrix(0, rows() - 1, 0, columns - 1);
    }

    double[] rightHandSide(int k) {
        double[] b = new double[rows()];
        java.util.Arrays.setAll(b, i -> a[i][columns + k]);
        return b;
    }

    /** Of minimal norm, where singular values below a part of the largest count as zero. */
    double[] truncated(int k, double tolerance) {
        SingularValueDecomposition svd = new SingularValueDecomposition(matrix());
        double[] s = svd.getSingularValues();
        double[] ub = svd.getUT().operate(rightHandSide(k));
        for (int i = 0; i < s.length; i++) {
            ub[i] = s[i] > tolerance * s[0] ? ub[i] / s[i] : 0;
        }
        return svd.getV().operate(ub);
    }

    double residual(double[] x, int k) {
        double[] b = rightHandSide(k);
        double[] ax = matrix().operate(x);
        double sum = 0;
        for (int i = 0; i < b.length; i++) {
            sum = Math.hypot(sum, ax[i] - b[i]);
        }
        return sum;
    }

    Triangle triangle(Backend backend, Workers workers) {
        return triangle(backend, workers, 0, rows(), RowsQr.HEIGHT);
    }

    /** Of rows [from, to), in panels of so many. */
    Triangle triangle(Backend backend, Workers workers, int from, int to, int height) {
        return triangle(qr(backend, workers), from, to, height);
    }

    private RowsQr qr(Backend backend, Workers workers) {
        return new RowsQr(backend.blas(), backend.lapack(), workers, columns, rightHandSides());
    }

    /** The triangles of consecutive ranges. */
    java.util.List<Triangle> ranges(Backend backend, Workers workers, int ranges, int height) {
        java.util.List<Triangle> triangles = new java.util.ArrayList<>();
        RowsQr qr = qr(backend, workers);
        for (int k = 0; k < ranges; k++) {
            triangles.add(triangle(qr, k * height, (k + 1) * height, height));
            qr.clear();
        }
        return triangles;
    }

    Triangle triangle(RowsQr qr, int from, int to, int height) {
        for (int first = from; first < to; first += height) {
            int rows = Math.min(height, to - first);
            fill(qr.panel(), qr.ld(), first, rows, columns + rightHandSides());
            qr.add(rows);
        }
        return qr.triangle();
    }

    void fill(double[] panel, int ld, int first, int rows, int width) {
        for (int i = 0; i < rows; i++) {
            for (int c = 0; c < width; c++) {
                panel[i + c * ld] = a[first + i][c];
            }
        }
    }

    /** R and Qᵀb as an array of rows; the sign of a row is free, its diagonal is made positive here. */
    static double[][] positive(Triangle t) {
        double[][] r = new double[t.columns()][t.columns() + t.rightHandSides()];
        for (int i = 0; i < r.length; i++) {
            double sign = t.entry(i, i) < 0 ? -1 : 1;
            int row = i;
            java.util.Arrays.setAll(r[i], j -> sign * t.entry(row, j));
        }
        return r;
    }
}
