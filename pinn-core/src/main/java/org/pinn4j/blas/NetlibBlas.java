package org.pinn4j.blas;

import dev.ludovic.netlib.blas.BLAS;

/** A library behind netlib's JNI class: arrays are pinned, not copied. */
final class NetlibBlas implements Blas {
    private static final String LOWER = "L";

    private final BLAS blas;
    private final String description;

    NetlibBlas(BLAS blas, String description) {
        this.blas = blas;
        this.description = description;
    }

    @Override
    public String description() {
        return description;
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
        blas.dgemm(opA.code(), opB.code(), m, n, k, alpha, a, aOffset, lda, b, bOffset, ldb, beta, c, cOffset, ldc);
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
        blas.dgemv(opA.code(), m, n, alpha, a, aOffset, lda, x, xOffset, 1, beta, y, yOffset, 1);
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
        blas.dsyrk(LOWER, opA.code(), n, k, alpha, a, aOffset, lda, beta, c, cOffset, ldc);
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
        blas.dsymv(LOWER, n, alpha, a, aOffset, lda, x, xOffset, 1, beta, y, yOffset, 1);
    }

    @Override
    public void syr2(
            int n, double alpha, double[] x, int xOffset, double[] y, int yOffset, double[] a, int aOffset, int lda) {
        blas.dsyr2(LOWER, n, alpha, x, xOffset, 1, y, yOffset, 1, a, aOffset, lda);
    }

    @Override
    public void syr(int n, double alpha, double[] x, int xOffset, double[] a, int aOffset, int lda) {
        blas.dsyr(LOWER, n, alpha, x, xOffset, 1, a, aOffset, lda);
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
        blas.dtrsm(left ? "L" : "R", LOWER, opL.code(), "N", m, n, alpha, l, lOffset, ldl, b, bOffset, ldb);
    }

    @Override
    public double dot(int n, double[] x, int xOffset, double[] y, int yOffset) {
        return blas.ddot(n, x, xOffset, 1, y, yOffset, 1);
    }

    @Override
    public double nrm2(int n, double[] x, int xOffset) {
        return blas.dnrm2(n, x, xOffset, 1);
    }

    @Override
    public void axpy(int n, double alpha, double[] x, int xOffset, double[] y, int yOffset) {
        blas.daxpy(n, alpha, x, xOffset, 1, y, yOffset, 1);
    }
}
