package org.pinn4j.blas;

/** The definitions, one loop for each sum: what every backend must agree with. */
final class NaiveBlas implements Blas {
    @Override
    public String description() {
        return "definitions";
    }

    private static double at(Op op, double[] a, int offset, int ld, int i, int j) {
        return op == Op.NONE ? a[offset + i + j * ld] : a[offset + j + i * ld];
    }

    private static double symmetric(double[] a, int offset, int ld, int i, int j) {
        return a[offset + Math.max(i, j) + Math.min(i, j) * ld];
    }

    private static double scaled(double beta, double old) {
        return beta == 0 ? 0 : beta * old;
    }

    @Override
    public void gemm(
            Op opA,
            Op opB,
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int ao,
            int lda,
            double[] b,
            int bo,
            int ldb,
            double beta,
            double[] c,
            int co,
            int ldc) {
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < m; i++) {
                double sum = 0;
                for (int p = 0; p < k; p++) {
                    sum += at(opA, a, ao, lda, i, p) * at(opB, b, bo, ldb, p, j);
                }
                c[co + i + j * ldc] = alpha * sum + scaled(beta, c[co + i + j * ldc]);
            }
        }
    }

    @Override
    public void gemv(
            Op opA,
            int m,
            int n,
            double alpha,
            double[] a,
            int ao,
            int lda,
            double[] x,
            int xo,
            double beta,
            double[] y,
            int yo) {
        int rows = opA == Op.NONE ? m : n;
        int columns = opA == Op.NONE ? n : m;
        gemm(opA, Op.NONE, rows, 1, columns, alpha, a, ao, lda, x, xo, columns, beta, y, yo, rows);
    }

    @Override
    public void syrk(
            Op opA, int n, int k, double alpha, double[] a, int ao, int lda, double beta, double[] c, int co, int ldc) {
        for (int j = 0; j < n; j++) {
            for (int i = j; i < n; i++) {
                double sum = 0;
                for (int p = 0; p < k; p++) {
                    sum += at(opA, a, ao, lda, i, p) * at(opA, a, ao, lda, j, p);
                }
                c[co + i + j * ldc] = alpha * sum + scaled(beta, c[co + i + j * ldc]);
            }
        }
    }

    @Override
    public void symv(
            int n, double alpha, double[] a, int ao, int lda, double[] x, int xo, double beta, double[] y, int yo) {
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += symmetric(a, ao, lda, i, j) * x[xo + j];
            }
            y[yo + i] = alpha * sum + scaled(beta, y[yo + i]);
        }
    }

    @Override
    public void syr2(int n, double alpha, double[] x, int xo, double[] y, int yo, double[] a, int ao, int lda) {
        for (int j = 0; j < n; j++) {
            for (int i = j; i < n; i++) {
                a[ao + i + j * lda] += alpha * (x[xo + i] * y[yo + j] + y[yo + i] * x[xo + j]);
            }
        }
    }

    @Override
    public void syr(int n, double alpha, double[] x, int xo, double[] a, int ao, int lda) {
        syr2(n, alpha / 2, x, xo, x, xo, a, ao, lda);
    }

    @Override
    public void trsm(
            boolean left, Op op, int m, int n, double alpha, double[] l, int lo, int ldl, double[] b, int bo, int ldb) {
        int size = left ? m : n;
        int others = left ? n : m;
        boolean ascending = left == (op == Op.NONE);
        for (int other = 0; other < others; other++) {
            for (int step = 0; step < size; step++) {
                int k = ascending ? step : size - 1 - step;
                double sum = alpha * b[left ? bo + k + other * ldb : bo + other + k * ldb];
                for (int before = 0; before < step; before++) {
                    int q = ascending ? before : size - 1 - before;
                    double factor = l[lo + Math.max(k, q) + Math.min(k, q) * ldl];
                    sum -= factor * b[left ? bo + q + other * ldb : bo + other + q * ldb];
                }
                b[left ? bo + k + other * ldb : bo + other + k * ldb] = sum / l[lo + k + k * ldl];
            }
        }
    }

    @Override
    public double dot(int n, double[] x, int xo, double[] y, int yo) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += x[xo + i] * y[yo + i];
        }
        return sum;
    }

    @Override
    public double nrm2(int n, double[] x, int xo) {
        double norm = 0;
        for (int i = 0; i < n; i++) {
            norm = Math.hypot(norm, x[xo + i]);
        }
        return norm;
    }

    @Override
    public void axpy(int n, double alpha, double[] x, int xo, double[] y, int yo) {
        for (int i = 0; i < n; i++) {
            y[yo + i] += alpha * x[xo + i];
        }
    }
}
