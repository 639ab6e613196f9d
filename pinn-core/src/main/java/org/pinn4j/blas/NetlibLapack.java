package org.pinn4j.blas;

import dev.ludovic.netlib.lapack.LAPACK;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.netlib.util.intW;

/** The LAPACK of the library behind netlib's JNI class. */
final class NetlibLapack implements Lapack {
    private static final int WORK = 80; // numbers a column: LAPACK asks for at least 10

    private static final int THREADS = 64;

    private final LAPACK lapack;
    private final Lapack factors;

    /**
     * Where LAPACK says how it ended, one for some threads, so that no call allocates. Not thread locals: netlib's class would tie
     * its loader to the threads of a server.
     */
    private final AtomicReferenceArray<intW> kept = new AtomicReferenceArray<>(THREADS);

    NetlibLapack(LAPACK lapack) {
        this.lapack = lapack;
        this.factors = null;
    }

    /**
     * @param factors takes getrf and getrs. OpenBLAS with several threads keeps the work list of its LU factors on the
     *     caller's stack, more than a Java thread has: the process would end with a segmentation fault
     */
    NetlibLapack(LAPACK lapack, Lapack factors) {
        this.lapack = lapack;
        this.factors = factors;
    }

    @Override
    public int potrf(int n, double[] a, int aOffset, int lda) {
        intW result = taken();
        lapack.dpotrf("L", n, a, aOffset, lda, result);
        return said(result);
    }

    @Override
    public int geqrf(int m, int n, double[] a, int aOffset, int lda, double[] tau, double[] work) {
        intW result = taken();
        lapack.dgeqrf(m, n, a, aOffset, lda, tau, 0, work, 0, work.length, result);
        return said(result);
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
        intW result = taken();
        lapack.dormqr("L", opQ.code(), m, n, k, a, aOffset, lda, tau, 0, c, cOffset, ldc, work, 0, work.length, result);
        return said(result);
    }

    @Override
    public int getrf(int n, double[] a, int lda, int[] pivots) {
        if (factors != null) {
            return factors.getrf(n, a, lda, pivots);
        }
        intW result = taken();
        lapack.dgetrf(n, n, a, 0, lda, pivots, 0, result);
        return said(result);
    }

    @Override
    public int getrs(int n, int columns, double[] a, int lda, int[] pivots, double[] b, int ldb) {
        if (factors != null) {
            return factors.getrs(n, columns, a, lda, pivots, b, ldb);
        }
        intW result = taken();
        lapack.dgetrs("N", n, columns, a, 0, lda, pivots, 0, b, 0, ldb, result);
        return said(result);
    }

    @Override
    public int gbtrf(int n, int kl, int ku, double[] a, int lda, int[] pivots) {
        intW result = taken();
        lapack.dgbtrf(n, n, kl, ku, a, 0, lda, pivots, 0, result);
        return said(result);
    }

    @Override
    public int gbtrs(int n, int kl, int ku, int columns, double[] a, int lda, int[] pivots, double[] b, int ldb) {
        intW result = taken();
        lapack.dgbtrs("N", n, kl, ku, columns, a, 0, lda, pivots, 0, b, 0, ldb, result);
        return said(result);
    }

    @Override
    public int gesdd(int n, double[] a, int lda, double[] values) {
        double[] none = new double[1];
        double[] work = new double[WORK * n];
        intW result = taken();
        lapack.dgesdd("N", n, n, a, lda, values, none, 1, none, 1, work, work.length, new int[8 * n], result);
        return said(result);
    }

    private static int place() {
        return (int) (Thread.currentThread().getId() % THREADS);
    }

    private intW taken() {
        intW mine = kept.getAndSet(place(), null);
        return mine == null ? new intW(0) : mine;
    }

    private int said(intW result) {
        int info = result.val;
        kept.set(place(), result);
        return info;
    }
}
