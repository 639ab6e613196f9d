package org.pinn4j.blas;

/**
 * The product of plain Java. A block of op(A) is copied into one array per column, so that the inner loop indexes every array
 * by plain {@code i} and C2 makes vectors of it; four columns at a time are the longest body that Java 17 still unrolls.
 */
final class JavaGemm {
    private static final int ROWS = 256;
    private static final int DEPTH = 128;

    /** Columns of a block of op(A), then one of C. Arrays alone: an object of ours would tie its class loader to the thread. */
    private final ThreadLocal<double[][]> scratch = ThreadLocal.withInitial(() -> new double[DEPTH + 1][ROWS]);

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
        int bStep = opB == Op.NONE ? 1 : ldb;
        int bColumn = opB == Op.NONE ? ldb : 1;
        double[][] packed = scratch.get();
        double[] sums = packed[DEPTH];
        for (int p = 0; p < k; p += DEPTH) {
            int depth = Math.min(DEPTH, k - p);
            for (int i = 0; i < m; i += ROWS) {
                int rows = Math.min(ROWS, m - i);
                int start = opA == Op.NONE ? aOffset + i + p * lda : aOffset + p + i * lda;
                pack(opA, rows, depth, a, start, lda, packed);
                for (int j = 0; j < n; j++) {
                    int column = cOffset + i + j * ldc;
                    System.arraycopy(c, column, sums, 0, rows);
                    combine(rows, depth, alpha, packed, b, bOffset + p * bStep + j * bColumn, bStep, sums);
                    System.arraycopy(sums, 0, c, column, rows);
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
        if (opA == Op.NONE) {
            for (int p = 0; p < depth; p++) {
                System.arraycopy(a, start + p * lda, packed[p], 0, rows);
            }
            return;
        }
        for (int i = 0; i < rows; i++) {
            for (int p = 0; p < depth; p++) {
                packed[p][i] = a[start + p + i * lda];
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
}
