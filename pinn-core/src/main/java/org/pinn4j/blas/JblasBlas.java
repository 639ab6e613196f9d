package org.pinn4j.blas;

import org.jblas.NativeBlas;

/** The products that jblas has; what it lacks is plain Java. */
final class JblasBlas implements Blas {
    private final JavaBlas java = new JavaBlas();

    @Override
    public String description() {
        return JblasProvider.DESCRIPTION;
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
        if (m > 0 && n > 0) {
            NativeBlas.dgemm(
                    opA.code().charAt(0),
                    opB.code().charAt(0),
                    m,
                    n,
                    k,
                    alpha,
                    a,
                    aOffset,
                    lda,
                    b,
                    bOffset,
                    ldb,
                    beta,
                    c,
                    cOffset,
                    ldc);
        }
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
        NativeBlas.dgemv(opA.code().charAt(0), m, n, alpha, a, aOffset, lda, x, xOffset, 1, beta, y, yOffset, 1);
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
        java.syrk(opA, n, k, alpha, a, aOffset, lda, beta, c, cOffset, ldc);
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
        java.symv(n, alpha, a, aOffset, lda, x, xOffset, beta, y, yOffset);
    }

    @Override
    public void syr2(
            int n, double alpha, double[] x, int xOffset, double[] y, int yOffset, double[] a, int aOffset, int lda) {
        java.syr2(n, alpha, x, xOffset, y, yOffset, a, aOffset, lda);
    }

    @Override
    public void syr(int n, double alpha, double[] x, int xOffset, double[] a, int aOffset, int lda) {
        java.syr(n, alpha, x, xOffset, a, aOffset, lda);
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
        java.trsm(left, opL, m, n, alpha, l, lOffset, ldl, b, bOffset, ldb);
    }

    @Override
    public double dot(int n, double[] x, int xOffset, double[] y, int yOffset) {
        return NativeBlas.ddot(n, x, xOffset, 1, y, yOffset, 1);
    }

    @Override
    public double nrm2(int n, double[] x, int xOffset) {
        return NativeBlas.dnrm2(n, x, xOffset, 1);
    }

    @Override
    public void axpy(int n, double alpha, double[] x, int xOffset, double[] y, int yOffset) {
        NativeBlas.daxpy(n, alpha, x, xOffset, 1, y, yOffset, 1);
    }
}
