package org.pinn4j.blas;

import org.jblas.NativeBlas;

/** The factorisations that jblas has; what it lacks is plain Java. */
final class JblasLapack implements Lapack {
    private final JavaLapack java = new JavaLapack(new JavaBlas());

    @Override
    public int potrf(int n, double[] a, int aOffset, int lda) {
        return n == 0 ? 0 : NativeBlas.dpotrf('L', n, a, aOffset, lda);
    }

    @Override
    public int geqrf(int m, int n, double[] a, int aOffset, int lda, double[] tau, double[] work) {
        return java.geqrf(m, n, a, aOffset, lda, tau, work);
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
        return java.ormqr(opQ, m, n, k, a, aOffset, lda, tau, c, cOffset, ldc, work);
    }

    @Override
    public int getrf(int n, double[] a, int lda, int[] pivots) {
        return java.getrf(n, a, lda, pivots);
    }

    @Override
    public int getrs(int n, int columns, double[] a, int lda, int[] pivots, double[] b, int ldb) {
        return java.getrs(n, columns, a, lda, pivots, b, ldb);
    }

    @Override
    public int gbtrf(int n, int kl, int ku, double[] a, int lda, int[] pivots) {
        return java.gbtrf(n, kl, ku, a, lda, pivots);
    }

    @Override
    public int gbtrs(int n, int kl, int ku, int columns, double[] a, int lda, int[] pivots, double[] b, int ldb) {
        return java.gbtrs(n, kl, ku, columns, a, lda, pivots, b, ldb);
    }

    @Override
    public int gesdd(int n, double[] a, int lda, double[] values) {
        return java.gesdd(n, a, lda, values);
    }
}
