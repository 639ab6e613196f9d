package org.pinn4j.periodic;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * Courses in time as sums of cos θ_m z and sin θ_m z on [−1, 1], θ_m = C sin(π/2·(m + ½)/(n/2)), by least squares from the values
 * at the nodes of a slab. Immutable.
 *
 * <p>n functions of frequencies up to C = 0.35 n, denser towards C, carry every frequency up to n/3 with weights of size one: 24 of
 * them all up to 8 to 2e-15, 16 up to 5 to 5e-11, 8 up to 2 to 6e-6. Even spacing, or a larger C, needs more functions for the
 * same; a smaller C has weights that are large and cancel. All slabs and all waves share one decomposition,
 * cut at {@value #CUT}: functions depend on each other to rounding, as those of Fourier extensions do.
 * Source: Adcock and Huybrechs, SIAM Review 61 (2019) 443 (frames and truncation); the law of C is measured.
 */
final class Frame {
    private static final double BANDWIDTH = 0.35;
    private static final double CUT = 1e-15;
    private static final int ROWS_EACH = 4;

    private final double[] frequencies;
    private final double[][] parts; // Σ⁻¹·Uᵀ·(interpolation): [functions][1 + nodes]
    private final double[][] directions; // V: [functions][functions]

    /** @param functions even */
    Frame(int functions, Radau radau) {
        this.frequencies = new double[functions / 2];
        for (int m = 0; m < frequencies.length; m++) {
            frequencies[m] = BANDWIDTH * functions * Math.sin(Math.PI / 2 * (m + 0.5) / frequencies.length);
        }
        double[] points = points(ROWS_EACH * radau.stages());
        SingularValueDecomposition svd = new SingularValueDecomposition(new Array2DRowRealMatrix(values(points)));
        this.directions = svd.getV().getData();
        this.parts = svd.getUT()
                .multiply(new Array2DRowRealMatrix(radau.interpolation(points)))
                .getData();
        double[] s = svd.getSingularValues();
        for (int k = 0; k < s.length; k++) {
            double factor = s[k] > CUT * s[0] ? 1 / s[k] : 0;
            for (int j = 0; j < parts[k].length; j++) {
                parts[k][j] *= factor;
            }
        }
    }

    private static double[] points(int count) {
        double[] z = new double[count];
        for (int i = 0; i < count; i++) {
            z[i] = -Math.cos(Math.PI * i / (count - 1));
        }
        return z;
    }

    int functions() {
        return 2 * frequencies.length;
    }

    /** θ_m, m from 0 on. */
    double frequency(int m) {
        return frequencies[m];
    }

    /**
     * Weights of cos θ_0 z, sin θ_0 z, cos θ_1 z, ... The inverse of the singular values is applied before V and never
     * multiplied with it: small ones carry rounding along directions that are no functions, and only there it does no harm.
     * @param course values at the start and the nodes
     */
    double[] fit(double[] course) {
        return product(directions, product(parts, course));
    }

    static double[] product(double[][] rows, double[] x) {
        double[] y = new double[rows.length];
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < x.length; j++) {
                y[i] += rows[i][j] * x[j];
            }
        }
        return y;
    }

    /** [points][functions] */
    double[][] values(double[] z) {
        double[][] rows = new double[z.length][functions()];
        for (int i = 0; i < z.length; i++) {
            for (int m = 0; m < frequencies.length; m++) {
                rows[i][2 * m] = Math.cos(frequencies[m] * z[i]);
                rows[i][2 * m + 1] = Math.sin(frequencies[m] * z[i]);
            }
        }
        return rows;
    }

    /** Derivatives along z, [points][functions]. */
    double[][] slopes(double[] z) {
        double[][] rows = new double[z.length][functions()];
        for (int i = 0; i < z.length; i++) {
            for (int m = 0; m < frequencies.length; m++) {
                rows[i][2 * m] = -frequencies[m] * Math.sin(frequencies[m] * z[i]);
                rows[i][2 * m + 1] = frequencies[m] * Math.cos(frequencies[m] * z[i]);
            }
        }
        return rows;
    }
}
