package org.pinn4j.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Small dense algebra and comparisons for tests. */
final class Dense {
    private Dense() {}

    /** The whole Jacobian, column-major [rows × parameters]. */
    static double[] jacobian(ResidualObjective f, double[] theta) {
        double[] j = new double[f.rows() * f.parameters()];
        f.jacobian(theta, 0, f.rows(), new double[f.rows()], j, f.rows());
        return j;
    }

    static double[] times(double[] j, int rows, double[] v) {
        double[] out = new double[rows];
        for (int c = 0; c < v.length; c++) {
            for (int r = 0; r < rows; r++) {
                out[r] += j[r + c * rows] * v[c];
            }
        }
        return out;
    }

    static double[] transposedTimes(double[] j, int rows, double[] w) {
        double[] out = new double[j.length / rows];
        for (int c = 0; c < out.length; c++) {
            for (int r = 0; r < rows; r++) {
                out[c] += j[r + c * rows] * w[r];
            }
        }
        return out;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    /** Each entry to {@code tolerance} relative to the largest. */
    static void assertClose(double[] expected, double[] actual, double tolerance, String what) {
        double largest = 0;
        for (double e : expected) {
            largest = Math.max(largest, Math.abs(e));
        }
        for (int k = 0; k < expected.length; k++) {
            assertEquals(expected[k], actual[k], tolerance * largest, what + " at " + k);
        }
    }
}
