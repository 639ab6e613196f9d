package org.pinn4j.optimize;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
import org.pinn4j.blas.Blas;
import org.pinn4j.blas.Lapack;
import org.pinn4j.blas.Op;
import org.pinn4j.parallel.Workers;

/** Plain Java linear algebra: these tests are about the methods, not about speed. */
final class Plain {
    static final Algebra ALGEBRA = new Algebra(new Netlib(JavaBLAS.getInstance()), new Cholesky(), Workers.of(1));

    private Plain() {}

    private record Netlib(BLAS f) implements Blas {
        @Override
        public String description() {
            return "java";
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
                int aOffset,
                int lda,
                double[] b,
                int bOffset,
                int ldb,
                double beta,
                double[] c,
                int cOffset,
                int ldc) {
            f.dgemm(opA.code(), opB.code(), m, n, k, alpha, a, aOffset, lda, b, bOffset, ldb, beta, c, cOffset, ldc);
        }

        @Override
        public void gemv(
                Op opA,
                int m,
                int n,
                double alpha,
                double[] a,
                int aOffset,
                int lda,
                double[] x,
                int xOffset,
                double beta,
                double[] y,
                int yOffset) {
            f.dgemv(opA.code(), m, n, alpha, a, aOffset, lda, x, xOffset, 1, beta, y, yOffset, 1);
        }

        @Override
        public void syrk(
                Op opA,
                int n,
                int k,
                double alpha,
                double[] a,
                int aOffset,
                int lda,
                double beta,
                double[] c,
                int cOffset,
                int ldc) {
            f.dsyrk("L", opA.code(), n, k, alpha, a, aOffset, lda, beta, c, cOffset, ldc);
        }

        @Override
        public void symv(
                int n,
                double alpha,
                double[] a,
                int aOffset,
                int lda,
                double[] x,
                int xOffset,
                double beta,
                double[] y,
                int yOffset) {
            f.dsymv("L", n, alpha, a, aOffset, lda, x, xOffset, 1, beta, y, yOffset, 1);
        }

        @Override
        public void syr2(
                int n,
                double alpha,
                double[] x,
                int xOffset,
                double[] y,
                int yOffset,
                double[] a,
                int aOffset,
                int lda) {
            f.dsyr2("L", n, alpha, x, xOffset, 1, y, yOffset, 1, a, aOffset, lda);
        }

        @Override
        public void syr(int n, double alpha, double[] x, int xOffset, double[] a, int aOffset, int lda) {
            f.dsyr("L", n, alpha, x, xOffset, 1, a, aOffset, lda);
        }

        @Override
        public void trsm(
                boolean left,
                Op opL,
                int m,
                int n,
                double alpha,
                double[] l,
                int lOffset,
                int ldl,
                double[] b,
                int bOffset,
                int ldb) {
            f.dtrsm(left ? "L" : "R", "L", opL.code(), "N", m, n, alpha, l, lOffset, ldl, b, bOffset, ldb);
        }

        @Override
        public double dot(int n, double[] x, int xOffset, double[] y, int yOffset) {
            return f.ddot(n, x, xOffset, 1, y, yOffset, 1);
        }

        @Override
        public double nrm2(int n, double[] x, int xOffset) {
            return f.dnrm2(n, x, xOffset, 1);
        }

        @Override
        public void axpy(int n, double alpha, double[] x, int xOffset, double[] y, int yOffset) {
            f.daxpy(n, alpha, x, xOffset, 1, y, yOffset, 1);
        }
    }

    private static final class Cholesky implements Lapack {
        @Override
        public int potrf(int n, double[] a, int aOffset, int lda) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < j; k++) {
                    double ljk = a[j + k * lda];
                    for (int i = j; i < n; i++) {
                        a[i + j * lda] -= a[i + k * lda] * ljk;
                    }
                }
                double pivot = a[j + j * lda];
                if (!(pivot > 0)) {
                    return j + 1;
                }
                double root = Math.sqrt(pivot);
                for (int i = j; i < n; i++) {
                    a[i + j * lda] /= root;
                }
            }
            return 0;
        }

        @Override
        public int geqrf(int m, int n, double[] a, int aOffset, int lda, double[] tau, double[] work) {
            throw unused();
        }

        @Override
        public int ormqr(
                Op opQ,
                int m,
                int n,
                int k,
                double[] a,
                int aOffset,
                int lda,
                double[] tau,
                double[] c,
                int cOffset,
                int ldc,
                double[] work) {
            throw unused();
        }

        @Override
        public int gesv(int n, int columns, double[] a, int lda, int[] pivots, double[] b, int ldb) {
            throw unused();
        }

        @Override
        public int gbtrf(int n, int kl, int ku, double[] a, int lda, int[] pivots) {
            throw unused();
        }

        @Override
        public int gbtrs(int n, int kl, int ku, int columns, double[] a, int lda, int[] pivots, double[] b, int ldb) {
            throw unused();
        }

        @Override
        public int gtsv(int n, int columns, double[] lower, double[] diagonal, double[] upper, double[] b, int ldb) {
            throw unused();
        }

        private static AssertionError unused() {
            return new AssertionError("the methods under test need potrf only");
        }
    }
}
