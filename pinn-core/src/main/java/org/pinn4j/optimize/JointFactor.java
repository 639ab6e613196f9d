package org.pinn4j.optimize;

import org.pinn4j.blas.Blas;

/**
 * R of the QR factorisation of [√λ·J_e, √λ·r_e; J_d, r_d]: the Gauss-Newton step of the weighted problem, and what it says of
 * the last parameters once the others are eliminated. Immutable.
 */
final class JointFactor {
    private final Blas blas;
    private final double[] triangle; // [n × n], n = p + 1
    private final int p;
    private final int coefficients;

    JointFactor(Blas blas, double[] triangle, int p, int coefficients) {
        this.blas = blas;
        this.triangle = triangle;
        this.p = p;
        this.coefficients = coefficients;
    }

    private double entry(int i, int k) {
        return triangle[i + k * (p + 1)];
    }

    /** −R⁻¹·q: [parameters]; 0 where a column is 0. */
    double[] step() {
        double[] x = new double[p];
        for (int k = 0; k < p; k++) {
            x[k] = -entry(k, p);
        }
        for (int k = p - 1; k >= 0; k--) {
            x[k] = entry(k, k) == 0 ? 0 : x[k] / entry(k, k);
            blas.axpy(k, -x[k], triangle, k * (p + 1), x, 0);
        }
        return x;
    }

    double[] standardErrors() {
        double[][] covariance = covariance();
        double[] errors = new double[coefficients];
        for (int k = 0; k < coefficients; k++) {
            errors[k] = Math.sqrt(covariance[k][k]);
        }
        return errors;
    }

    /** (SᵀS)⁻¹ = S⁻¹·S⁻ᵀ of the last block S. */
    double[][] covariance() {
        int from = p - coefficients;
        double[][] inverse = new double[coefficients][coefficients];
        for (int column = 0; column < coefficients; column++) {
            for (int i = column; i >= 0; i--) {
                double sum = i == column ? 1 : 0;
                for (int k = i + 1; k <= column; k++) {
                    sum -= entry(from + i, from + k) * inverse[k][column];
                }
                inverse[i][column] = sum / entry(from + i, from + i);
            }
        }
        double[][] covariance = new double[coefficients][coefficients];
        for (int i = 0; i < coefficients; i++) {
            for (int k = 0; k < coefficients; k++) {
                for (int m = Math.max(i, k); m < coefficients; m++) {
                    covariance[i][k] += inverse[i][m] * inverse[k][m];
                }
            }
        }
        return covariance;
    }

    /** Σ‖R⁻ᵀ·d‖² over the data rows d, [dataRows × n]. */
    double freedom(double[] data, int dataRows) {
        double sum = 0;
        double[] y = new double[p];
        for (int i = 0; i < dataRows; i++) {
            for (int k = 0; k < p; k++) {
                double v = data[i + k * dataRows] - blas.dot(k, triangle, k * (p + 1), y, 0);
                y[k] = entry(k, k) == 0 ? 0 : v / entry(k, k);
                sum += y[k] * y[k];
            }
        }
        return sum;
    }
}
