package org.pinn4j.validation.theory;

import java.util.Random;
import org.pinn4j.optimize.LeastSquares;

/** r = Aθ − b with a random A: its kernel never changes. */
final class LinearLoss implements LeastSquares {
    final int n;
    final int p;
    final double[] a; // [n × p], column-major
    final double[] b;

    LinearLoss(int n, int p, long seed) {
        Random rng = new Random(seed);
        this.n = n;
        this.p = p;
        a = rng.doubles((long) n * p, -1, 1).toArray();
        for (int k = 0; k < p; k++) {
            for (int i = 0; i < n; i++) {
                a[k * n + i] *= Math.pow(0.5, k); // columns of very different size
            }
        }
        b = rng.doubles(n, -1, 1).toArray();
    }

    @Override
    public int parameters() {
        return p;
    }

    @Override
    public int rows() {
        return n;
    }

    @Override
    public double value(double[] theta) {
        return residuals(theta, new double[n]);
    }

    @Override
    public double residuals(double[] theta, double[] r) {
        jv(theta, theta, r);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            r[i] -= b[i];
            sum += r[i] * r[i] / 2;
        }
        return sum;
    }

    @Override
    public double gradient(double[] theta, double[] g) {
        double[] r = new double[n];
        double value = residuals(theta, r);
        jtw(theta, r, g);
        return value;
    }

    @Override
    public double normal(double[] theta, double[] m, int lda, double[] g, double[] r) {
        throw new AssertionError("not asked for here");
    }

    @Override
    public void jacobian(double[] theta, int firstRow, int count, double[] r, double[] j, int ldj) {
        for (int k = 0; k < p; k++) {
            System.arraycopy(a, k * n + firstRow, j, k * ldj, count);
        }
    }

    @Override
    public void jv(double[] theta, double[] v, double[] out) {
        java.util.Arrays.fill(out, 0);
        for (int k = 0; k < p; k++) {
            for (int i = 0; i < n; i++) {
                out[i] += a[k * n + i] * v[k];
            }
        }
    }

    @Override
    public void jtw(double[] theta, double[] w, double[] out) {
        for (int k = 0; k < p; k++) {
            out[k] = 0;
            for (int i = 0; i < n; i++) {
                out[k] += a[k * n + i] * w[i];
            }
        }
    }
}
