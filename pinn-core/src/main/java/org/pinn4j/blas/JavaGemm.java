package org.pinn4j.blas;

/**
 * The product of plain Java. op(A) = A: a block of A is copied into one array per column, so that the inner loop indexes
 * every array by plain {@code i} and C2 makes vectors of it. op(A) = Aᵀ with B as it is: both run down their columns, and
 * 4 × 4 dot products share their loads.
 */
final class JavaGemm {
    private static final int ROWS = 256;
    private static final int DEPTH = 128;
    private static final int DOT_DEPTH = 512;

    private final ThreadLocal<Scratch> scratch = ThreadLocal.withInitial(Scratch::new);

    private static final class Scratch {
        final double[][] a = new double[DEPTH][ROWS];
        final double[] c = new double[ROWS];
    }

    void gemm(
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
        scale(m, n, beta, c, cOffset, ldc);
        if (alpha == 0 || m == 0 || n == 0) {
            return;
        }
        if (opA == Op.TRANSPOSE && opB == Op.NONE) {
            for (int p = 0; p < k; p += DOT_DEPTH) {
                int depth = Math.min(DOT_DEPTH, k - p);
                dots(m, n, depth, alpha, a, aOffset + p, lda, b, bOffset + p, ldb, c, cOffset, ldc);
            }
            return;
        }
        int bStep = opB == Op.NONE ? 1 : ldb;
        int bColumn = opB == Op.NONE ? ldb : 1;
        Scratch mine = scratch.get();
        for (int p = 0; p < k; p += DEPTH) {
            int depth = Math.min(DEPTH, k - p);
            for (int i = 0; i < m; i += ROWS) {
                int rows = Math.min(ROWS, m - i);
                int start = opA == Op.NONE ? aOffset + i + p * lda : aOffset + p + i * lda;
                pack(opA, rows, depth, a, start, lda, mine.a);
                for (int j = 0; j < n; j++) {
                    int column = cOffset + i + j * ldc;
                    System.arraycopy(c, column, mine.c, 0, rows);
                    combine(rows, depth, alpha, mine.a, b, bOffset + p * bStep + j * bColumn, bStep, mine.c);
                    System.arraycopy(mine.c, 0, c, column, rows);
                }
            }
        }
    }

    /** C = beta·C; with beta = 0 the old C, which may hold NaN, is not read. */
    static void scale(int m, int n, double beta, double[] c, int cOffset, int ldc) {
        if (beta == 1) {
            return;
        }
        for (int j = 0; j < n; j++) {
            int start = cOffset + j * ldc;
            if (beta == 0) {
                java.util.Arrays.fill(c, start, start + m, 0);
            } else {
                for (int i = start; i < start + m; i++) {
                    c[i] *= beta;
                }
            }
        }
    }

    private static void pack(Op opA, int rows, int depth, double[] a, int start, int lda, double[][] packed) {
        for (int p = 0; p < depth; p++) {
            if (opA == Op.NONE) {
                System.arraycopy(a, start + p * lda, packed[p], 0, rows);
            } else {
                double[] target = packed[p];
                for (int i = 0; i < rows; i++) {
                    target[i] = a[start + p + i * lda];
                }
            }
        }
    }

    /** c += alpha · (packed columns) · b. */
    private static void combine(
            int rows, int depth, double alpha, double[][] x, double[] b, int start, int step, double[] c) {
        int p = 0;
        int at = start;
        for (; p + 4 <= depth; p += 4, at += 4 * step) {
            add4(
                    rows,
                    c,
                    x[p],
                    x[p + 1],
                    x[p + 2],
                    x[p + 3],
                    alpha * b[at],
                    alpha * b[at + step],
                    alpha * b[at + 2 * step],
                    alpha * b[at + 3 * step]);
        }
        for (; p < depth; p++, at += step) {
            add1(rows, c, x[p], alpha * b[at]);
        }
    }

    private static void add4(
            int n,
            double[] c,
            double[] x0,
            double[] x1,
            double[] x2,
            double[] x3,
            double b0,
            double b1,
            double b2,
            double b3) {
        for (int i = 0; i < n; i++) {
            c[i] = Fma.madd(x3[i], b3, Fma.madd(x2[i], b2, Fma.madd(x1[i], b1, Fma.madd(x0[i], b0, c[i]))));
        }
    }

    private static void add1(int n, double[] c, double[] x, double b) {
        for (int i = 0; i < n; i++) {
            c[i] = Fma.madd(x[i], b, c[i]);
        }
    }

    private static void dots(
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
            double[] c,
            int cOffset,
            int ldc) {
        for (int j = 0; j < n; j += 4) {
            for (int i = 0; i < m; i += 4) {
                int ai = aOffset + i * lda;
                int bj = bOffset + j * ldb;
                int cij = cOffset + i + j * ldc;
                if (i + 4 <= m && j + 4 <= n) {
                    tile(k, alpha, a, ai, lda, b, bj, ldb, c, cij, ldc);
                } else {
                    edge(Math.min(4, m - i), Math.min(4, n - j), k, alpha, a, ai, lda, b, bj, ldb, c, cij, ldc);
                }
            }
        }
    }

    private static void edge(
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int ai,
            int lda,
            double[] b,
            int bj,
            int ldb,
            double[] c,
            int cij,
            int ldc) {
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < m; i++) {
                double sum = 0;
                for (int p = 0; p < k; p++) {
                    sum = Fma.madd(a[ai + i * lda + p], b[bj + j * ldb + p], sum);
                }
                c[cij + i + j * ldc] += alpha * sum;
            }
        }
    }

    private static void tile(
            int k,
            double alpha,
            double[] a,
            int ai,
            int lda,
            double[] b,
            int bj,
            int ldb,
            double[] c,
            int cij,
            int ldc) {
        double s00 = 0, s10 = 0, s20 = 0, s30 = 0, s01 = 0, s11 = 0, s21 = 0, s31 = 0;
        double s02 = 0, s12 = 0, s22 = 0, s32 = 0, s03 = 0, s13 = 0, s23 = 0, s33 = 0;
        for (int p = 0; p < k; p++) {
            double a0 = a[ai + p], a1 = a[ai + lda + p], a2 = a[ai + 2 * lda + p], a3 = a[ai + 3 * lda + p];
            double b0 = b[bj + p], b1 = b[bj + ldb + p], b2 = b[bj + 2 * ldb + p], b3 = b[bj + 3 * ldb + p];
            s00 = Fma.madd(a0, b0, s00);
            s10 = Fma.madd(a1, b0, s10);
            s20 = Fma.madd(a2, b0, s20);
            s30 = Fma.madd(a3, b0, s30);
            s01 = Fma.madd(a0, b1, s01);
            s11 = Fma.madd(a1, b1, s11);
            s21 = Fma.madd(a2, b1, s21);
            s31 = Fma.madd(a3, b1, s31);
            s02 = Fma.madd(a0, b2, s02);
            s12 = Fma.madd(a1, b2, s12);
            s22 = Fma.madd(a2, b2, s22);
            s32 = Fma.madd(a3, b2, s32);
            s03 = Fma.madd(a0, b3, s03);
            s13 = Fma.madd(a1, b3, s13);
            s23 = Fma.madd(a2, b3, s23);
            s33 = Fma.madd(a3, b3, s33);
        }
        add(alpha, c, cij, s00, s10, s20, s30);
        add(alpha, c, cij + ldc, s01, s11, s21, s31);
        add(alpha, c, cij + 2 * ldc, s02, s12, s22, s32);
        add(alpha, c, cij + 3 * ldc, s03, s13, s23, s33);
    }

    private static void add(double alpha, double[] c, int at, double s0, double s1, double s2, double s3) {
        c[at] += alpha * s0;
        c[at + 1] += alpha * s1;
        c[at + 2] += alpha * s2;
        c[at + 3] += alpha * s3;
    }
}
