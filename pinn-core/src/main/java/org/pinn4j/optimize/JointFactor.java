package org.pinn4j.optimize;

import org.pinn4j.blas.Blas;

/**
 * R of the QR factorisation of [√λ·J_e, 0, √λ·r_e; J_d, r_d, 0]: the Gauss-Newton steps for either residual, and what R says of
 * the last parameters once the others are eliminated. Immutable.
 */
final class JointFactor {
    /** In the place of a pivot that is 0, its square a finite number: nothing determines what stands there. */
    private static final double NOTHING = 1e-150;

    private final Blas blas;
    private final double[] triangle; // [n × n], n = p + 2
    private final int p;
    private final int coefficients;

    JointFactor(Blas blas, double[] triangle, int p, int coefficients) {
        this.blas = blas;
        this.triangle = triangle;
        this.p = p;
        this.coefficients = coefficients;
    }

    private double entry(int i, int k) {
        return triangle[i + k * (p + 2)];
    }

    /** −R⁻¹·q: [parameters]; 0 where a column is 0. @param side 0 for the residual of the readings, 1 for that of the equations */
    double[] step(int side) {
        double[] x = new double[p];
        for (int k = 0; k < p; k++) {
            x[k] = -entry(k, p + side);
        }
        solve(x);
        return x;
    }

    /** x becomes R⁻¹·x: [parameters]. */
    private void solve(double[] x) {
        for (int k = p - 1; k >= 0; k--) {
            x[k] = entry(k, k) == 0 ? 0 : x[k] / entry(k, k);
            blas.axpy(k, -x[k], triangle, k * (p + 2), x, 0);
        }
    }

    /** x becomes R⁻ᵀ·x, where all before {@code first} is 0: [parameters]. */
    private void solveTransposed(double[] x, int first) {
        for (int k = first; k < p; k++) {
            double v = x[k] - blas.dot(k - first, triangle, first + k * (p + 2), x, first);
            x[k] = entry(k, k) == 0 ? 0 : v / entry(k, k);
        }
    }

    /** Of a column of R, and so of the rows. */
    double norm(int k) {
        return blas.nrm2(k + 1, triangle, k * (p + 2));
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
                double pivot = entry(from + i, from + i);
                inverse[i][column] = sum / (pivot == 0 ? NOTHING : pivot);
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

    /** ‖E·(RᵀR)⁻¹·e_k‖, which is what a parameter moves by for each of the rows of E with a residual of one. @param e [n × n] */
    double sensitivity(int k, double[] e) {
        int n = p + 2;
        double[] y = new double[p];
        y[k] = 1;
        solveTransposed(y, k);
        solve(y);
        double[] r = new double[n];
        for (int i = 0; i < p; i++) {
            blas.axpy(i + 1, y[i], e, i * n, r, 0);
        }
        return blas.nrm2(p, r, 0);
    }

    /** ‖R_d·R⁻¹‖², R_d the triangle of the readings: Σ‖R⁻ᵀ·d‖² over their rows. @param readings [n × n] */
    double freedom(double[] readings) {
        double sum = 0;
        double[] y = new double[p];
        for (int i = 0; i < p; i++) {
            for (int k = i; k < p; k++) {
                y[k] = readings[i + k * (p + 2)];
            }
            solveTransposed(y, i);
            for (int k = i; k < p; k++) {
                sum += y[k] * y[k];
            }
        }
        return sum;
    }

    /** ‖r_d + J_d·step‖² for both steps together. @param readings their triangle, [n × n] */
    double square(double[] readings) {
        double[] step = step(0);
        double[] more = step(1);
        int n = p + 2;
        double[] r = new double[n];
        System.arraycopy(readings, p * n, r, 0, n);
        for (int k = 0; k < p; k++) {
            blas.axpy(k + 1, step[k] + more[k], readings, k * n, r, 0);
        }
        return blas.dot(n, r, 0, r, 0);
    }
}
