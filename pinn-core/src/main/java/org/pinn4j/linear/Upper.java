package org.pinn4j.linear;

import org.pinn4j.blas.Blas;

/** An upper triangle as an operator on vectors; n² operations each, column by column. @param r [n × n], leading dimension ld */
record Upper(Blas blas, int n, double[] r, int ld) {
    double entry(int i, int j) {
        return r[i + j * ld];
    }

    /** x becomes R⁻¹·x; 0 where the diagonal is. */
    void solve(double[] x) {
        for (int j = n - 1; j >= 0; j--) {
            x[j] = entry(j, j) == 0 ? 0 : x[j] / entry(j, j);
            blas.axpy(j, -x[j], r, j * ld, x, 0);
        }
    }

    /** x becomes R⁻ᵀ·x; 0 where the diagonal is. */
    void solveTransposed(double[] x) {
        for (int j = 0; j < n; j++) {
            double value = x[j] - blas.dot(j, r, j * ld, x, 0);
            x[j] = entry(j, j) == 0 ? 0 : value / entry(j, j);
        }
    }

    /** R·x. */
    double[] times(double[] x) {
        double[] y = new double[n];
        for (int j = 0; j < n; j++) {
            blas.axpy(j + 1, x[j], r, j * ld, y, 0);
        }
        return y;
    }

    /** Rᵀ·x. */
    double[] transposedTimes(double[] x) {
        double[] y = new double[n];
        for (int j = 0; j < n; j++) {
            y[j] = blas.dot(j + 1, r, j * ld, x, 0);
        }
        return y;
    }

    /** The norm of every column: [n]. */
    double[] norms() {
        double[] norms = new double[n];
        for (int j = 0; j < n; j++) {
            norms[j] = blas.nrm2(j + 1, r, j * ld);
        }
        return norms;
    }
}
