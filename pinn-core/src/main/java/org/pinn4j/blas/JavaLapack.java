package org.pinn4j.blas;

import org.netlib.lapack.Dgbtrf;
import org.netlib.lapack.Dgbtrs;
import org.netlib.lapack.Dgeqrf;
import org.netlib.lapack.Dgesdd;
import org.netlib.lapack.Dgetrf;
import org.netlib.lapack.Dgetrs;
import org.netlib.lapack.Dormqr;
import org.netlib.util.intW;

/** LAPACK in plain Java: Cholesky on top of a {@link Blas}, the rest the Fortran reference translated to Java. */
final class JavaLapack implements Lapack {
    private static final int LEAF = 48;
    private static final int WORK = 80; // numbers a column: LAPACK asks for at least 10

    private final Blas blas;

    JavaLapack(Blas blas) {
        this.blas = blas;
    }

    @Override
    public int potrf(int n, double[] a, int aOffset, int lda) {
        if (n <= LEAF) {
            return leaf(n, a, aOffset, lda);
        }
        int top = n / 2;
        int rest = n - top;
        int below = aOffset + top;
        int corner = below + top * lda;
        int info = potrf(top, a, aOffset, lda);
        if (info != 0) {
            return info;
        }
        blas.trsm(false, Op.TRANSPOSE, rest, top, 1, a, aOffset, lda, a, below, lda);
        blas.syrk(Op.NONE, rest, top, -1, a, below, lda, 1, a, corner, lda);
        info = potrf(rest, a, corner, lda);
        return info == 0 ? 0 : info + top;
    }

    private static int leaf(int n, double[] a, int offset, int lda) {
        for (int j = 0; j < n; j++) {
            int column = offset + j * lda;
            for (int k = 0; k < j; k++) {
                int previous = offset + k * lda;
                double factor = a[previous + j];
                for (int i = j; i < n; i++) {
                    a[column + i] -= factor * a[previous + i];
                }
            }
            double pivot = a[column + j];
            if (!(pivot > 0)) {
                return j + 1;
            }
            double root = Math.sqrt(pivot);
            a[column + j] = root;
            for (int i = j + 1; i < n; i++) {
                a[column + i] /= root;
            }
        }
        return 0;
    }

    @Override
    public int geqrf(int m, int n, double[] a, int aOffset, int lda, double[] tau, double[] work) {
        intW info = new intW(0);
        Dgeqrf.dgeqrf(m, n, a, aOffset, lda, tau, 0, work, 0, work.length, info);
        return info.val;
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
        intW info = new intW(0);
        Dormqr.dormqr("L", opQ.code(), m, n, k, a, aOffset, lda, tau, 0, c, cOffset, ldc, work, 0, work.length, info);
        return info.val;
    }

    @Override
    public int getrf(int n, double[] a, int lda, int[] pivots) {
        intW info = new intW(0);
        Dgetrf.dgetrf(n, n, a, 0, lda, pivots, 0, info);
        return info.val;
    }

    @Override
    public int getrs(int n, int columns, double[] a, int lda, int[] pivots, double[] b, int ldb) {
        intW info = new intW(0);
        Dgetrs.dgetrs("N", n, columns, a, 0, lda, pivots, 0, b, 0, ldb, info);
        return info.val;
    }

    @Override
    public int gbtrf(int n, int kl, int ku, double[] a, int lda, int[] pivots) {
        intW info = new intW(0);
        Dgbtrf.dgbtrf(n, n, kl, ku, a, 0, lda, pivots, 0, info);
        return info.val;
    }

    @Override
    public int gbtrs(int n, int kl, int ku, int columns, double[] a, int lda, int[] pivots, double[] b, int ldb) {
        intW info = new intW(0);
        Dgbtrs.dgbtrs("N", n, kl, ku, columns, a, 0, lda, pivots, 0, b, 0, ldb, info);
        return info.val;
    }

    @Override
    public int gesdd(int n, double[] a, int lda, double[] values) {
        double[] none = new double[1];
        double[] work = new double[WORK * n];
        intW info = new intW(0);
        Dgesdd.dgesdd(
                "N", n, n, a, 0, lda, values, 0, none, 0, 1, none, 0, 1, work, 0, work.length, new int[8 * n], 0, info);
        return info.val;
    }
}
