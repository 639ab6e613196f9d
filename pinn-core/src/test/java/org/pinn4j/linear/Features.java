package org.pinn4j.linear;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * Random features sin(w·x + b) on the unit square, w uniform in [−B, B]²: rows of Poisson's equation inside and of a condition
 * on the sides. Columns depend on each other to round-off, as in use.
 */
final class Features {
    private final double[][] w;
    private final double[] b;
    private final double[][] inside;
    private final double[][] sides; // x, y and the outer normal

    Features(int count, double bandwidth, int rowsPerFeature, long seed) {
        Random random = new Random(seed);
        w = new double[count][];
        b = new double[count];
        for (int j = 0; j < count; j++) {
            w[j] = new double[] {bandwidth * (2 * random.nextDouble() - 1), bandwidth * (2 * random.nextDouble() - 1)};
            b[j] = 2 * Math.PI * random.nextDouble();
        }
        int rows = rowsPerFeature * count;
        sides = new double[rows / 5][];
        for (int i = 0; i < sides.length; i++) {
            double s = random.nextDouble();
            sides[i] = new double[][] {{0, s, -1, 0}, {1, s, 1, 0}, {s, 0, 0, -1}, {s, 1, 0, 1}}[i % 4];
        }
        inside = new double[rows - sides.length][];
        java.util.Arrays.setAll(inside, i -> new double[] {random.nextDouble(), random.nextDouble()});
    }

    private double phase(int j, double[] x) {
        return w[j][0] * x[0] + w[j][1] * x[1] + b[j];
    }

    private double square(int j) {
        return w[j][0] * w[j][0] + w[j][1] * w[j][1];
    }

    /** −Δu = f inside with u on the sides, or its normal derivative; the solution is exp(x)·cos(2y). */
    Rows poisson(boolean neumann) {
        int n = b.length;
        double[][] a = new double[inside.length + sides.length][n + 1];
        for (int i = 0; i < inside.length; i++) {
            double[] x = inside[i];
            int row = i;
            IntStream.range(0, n).forEach(j -> a[row][j] = square(j) * Math.sin(phase(j, x)));
            a[i][n] = 3 * solution(x);
        }
        for (int i = 0; i < sides.length; i++) {
            double[] x = sides[i];
            double[] row = a[inside.length + i];
            for (int j = 0; j < n; j++) {
                double slope = w[j][0] * x[2] + w[j][1] * x[3];
                row[j] = neumann ? slope * Math.cos(phase(j, x)) : 10 * Math.sin(phase(j, x));
            }
            row[n] = neumann ? normal(x) : 10 * solution(x);
        }
        return new Rows(a, n);
    }

    private static double solution(double[] x) {
        return Math.exp(x[0]) * Math.cos(2 * x[1]);
    }

    private static double normal(double[] x) {
        return x[2] * solution(x) - x[3] * 2 * Math.exp(x[0]) * Math.sin(2 * x[1]);
    }

    /** The strains u_x, v_y and u_y + v_x of a plane displacement, each field with all features. */
    Rows strains() {
        int n = b.length;
        double[][] a = new double[3 * inside.length][2 * n];
        for (int i = 0; i < inside.length; i++) {
            for (int j = 0; j < n; j++) {
                double slope = Math.cos(phase(j, inside[i]));
                a[3 * i][j] = w[j][0] * slope;
                a[3 * i + 1][n + j] = w[j][1] * slope;
                a[3 * i + 2][j] = w[j][1] * slope;
                a[3 * i + 2][n + j] = w[j][0] * slope;
            }
        }
        return new Rows(a, 2 * n);
    }

    /** Both components on the points of {@link #strains}. */
    Rows displacements() {
        int n = b.length;
        double[][] a = new double[2 * inside.length][2 * n];
        for (int i = 0; i < inside.length; i++) {
            for (int j = 0; j < n; j++) {
                a[2 * i][j] = Math.sin(phase(j, inside[i]));
                a[2 * i + 1][n + j] = a[2 * i][j];
            }
        }
        return new Rows(a, 2 * n);
    }

    /** The values of the features on the same points, and those of the solution. */
    Rows values() {
        int n = b.length;
        double[][] a = new double[inside.length + sides.length][n + 1];
        for (int i = 0; i < a.length; i++) {
            double[] x = i < inside.length ? inside[i] : sides[i - inside.length];
            double[] row = a[i];
            java.util.Arrays.setAll(row, j -> j == n ? solution(x) : Math.sin(phase(j, x)));
        }
        return new Rows(a, n);
    }

    /** ‖u − exact‖ / ‖exact‖ over the points. */
    double error(double[] weights) {
        Rows values = values();
        double sum = 0;
        double norm = 0;
        for (double[] row : values.a()) {
            double u = 0;
            for (int j = 0; j < weights.length; j++) {
                u += weights[j] * row[j];
            }
            sum = Math.hypot(sum, u - row[weights.length]);
            norm = Math.hypot(norm, row[weights.length]);
        }
        return sum / norm;
    }
}
