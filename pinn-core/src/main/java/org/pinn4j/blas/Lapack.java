package org.pinn4j.blas;

/** Dense and band factorisations on flat column-major arrays. Methods return LAPACK's info: 0 is success. */
public interface Lapack {
    /** Cholesky A = L·Lᵀ of a symmetric positive definite matrix by its lower triangle; info k &gt; 0: minor k is not positive. */
    int potrf(int n, double[] a, int aOffset, int lda);

    /** QR of A [m × n]: R in the upper triangle, reflectors below; {@code work} of at least 64·n. */
    int geqrf(int m, int n, double[] a, int aOffset, int lda, double[] tau, double[] work);

    /** C [m × n] = op(Q)·C with the k reflectors of {@link #geqrf}; {@code work} of at least 64·n. */
    int ormqr(
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
            double[] work);

    /** LU of a general [n × n] matrix with partial pivoting; A overwritten. */
    int getrf(int n, double[] a, int lda, int[] pivots);

    /** Solves with the factors of {@link #getrf}; B [n × columns] overwritten. */
    int getrs(int n, int columns, double[] a, int lda, int[] pivots, double[] b, int ldb);

    /** LU of a band matrix with kl and ku side diagonals, LAPACK band storage with {@code lda >= 2·kl + ku + 1}. */
    int gbtrf(int n, int kl, int ku, double[] a, int lda, int[] pivots);

    /** Solves with the factors of {@link #gbtrf}; B [n × columns] overwritten. */
    int gbtrs(int n, int kl, int ku, int columns, double[] a, int lda, int[] pivots, double[] b, int ldb);

    /** Singular values of a general [n × n] matrix, the largest first; A overwritten. {@code values}: [n]. Allocates its work. */
    int gesdd(int n, double[] a, int lda, double[] values);
}
