package org.pinn4j.optimize;

/** A small least-squares problem that states r and J; everything else follows. Counts its evaluations, allocates nothing. */
abstract class DenseLeastSquares implements LeastSquares {
    private final int n;
    private final int m;
    private final double[] residual;
    private final double[] jacobian;
    int evaluations;

    DenseLeastSquares(int n, int m) {
        this.n = n;
        this.m = m;
        residual = new double[m];
        jacobian = new double[m * n];
    }

    /** Writes r [m], and J column-major [m × n] unless it is null. */
    abstract void fill(double[] theta, double[] r, double[] j);

    @Override
    public int parameters() {
        return n;
    }

    @Override
    public int rows() {
        return m;
    }

    @Override
    public double value(double[] theta) {
        return residuals(theta, residual);
    }

    @Override
    public double residuals(double[] theta, double[] r) {
        evaluations++;
        fill(theta, r, null);
        return half(r);
    }

    private static double half(double[] r) {
        double sum = 0;
        for (double entry : r) {
            sum += entry * entry;
        }
        return 0.5 * sum;
    }

    @Override
    public double gradient(double[] theta, double[] g) {
        evaluations++;
        fill(theta, residual, jacobian);
        transposed(residual, g);
        return half(residual);
    }

    private void transposed(double[] w, double[] out) {
        for (int k = 0; k < n; k++) {
            double sum = 0;
            for (int i = 0; i < m; i++) {
                sum += jacobian[i + k * m] * w[i];
            }
            out[k] = sum;
        }
    }

    @Override
    public double normal(double[] theta, double[] a, int lda, double[] g, double[] r) {
        double value = gradient(theta, g);
        System.arraycopy(residual, 0, r, 0, m);
        for (int k = 0; k < n; k++) {
            for (int l = k; l < n; l++) {
                double sum = 0;
                for (int i = 0; i < m; i++) {
                    sum += jacobian[i + k * m] * jacobian[i + l * m];
                }
                a[l + k * lda] = sum;
            }
        }
        return value;
    }

    @Override
    public void jacobian(double[] theta, int firstRow, int count, double[] r, double[] j, int ldj) {
        fill(theta, residual, jacobian);
        System.arraycopy(residual, firstRow, r, 0, count);
        for (int k = 0; k < n; k++) {
            System.arraycopy(jacobian, firstRow + k * m, j, k * ldj, count);
        }
    }

    @Override
    public void jv(double[] theta, double[] v, double[] out) {
        fill(theta, residual, jacobian);
        for (int i = 0; i < m; i++) {
            out[i] = 0;
            for (int k = 0; k < n; k++) {
                out[i] += jacobian[i + k * m] * v[k];
            }
        }
    }

    @Override
    public void jtw(double[] theta, double[] w, double[] out) {
        evaluations++;
        fill(theta, residual, jacobian);
        transposed(w, out);
    }
}
