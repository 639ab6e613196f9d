package org.pinn4j.blas;

/** Plain Java: the specification of the other backends, and what is used where nothing native is there. */
final class JavaBlas implements Blas {
    private static final int BLOCK = 64;
    private static final int LEAF = 32;

    private final JavaGemm product = new JavaGemm();
    private final ThreadLocal<double[]> square = ThreadLocal.withInitial(() -> new double[BLOCK * BLOCK]);

    @Override
    public String description() {
        return "plain Java (" + (Fma.hardware() ? "fused multiply-add" : "no fused multiply-add") + ", 1 thread)";
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
        product.gemm(opA, opB, m, n, k, alpha, a, aOffset, lda, b, bOffset, ldb, beta, c, cOffset, ldc);
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
        JavaGemm.scale(opA == Op.NONE ? m : n, 1, beta, y, yOffset, 1);
        for (int j = 0; j < n; j++) {
            int column = aOffset + j * lda;
            if (opA == Op.NONE) {
                axpy(m, alpha * x[xOffset + j], a, column, y, yOffset);
            } else {
                y[yOffset + j] += alpha * dot(m, a, column, x, xOffset);
            }
        }
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
        int step = opA == Op.NONE ? 1 : lda;
        Op other = opA == Op.NONE ? Op.TRANSPOSE : Op.NONE;
        for (int j = 0; j < n; j += BLOCK) {
            int width = Math.min(BLOCK, n - j);
            int below = n - j - width;
            int mine = aOffset + j * step;
            int corner = cOffset + j + j * ldc;
            double[] full = square.get();
            product.gemm(opA, other, width, width, k, alpha, a, mine, lda, a, mine, lda, 0, full, 0, BLOCK);
            addLower(width, full, beta, c, corner, ldc);
            product.gemm(
                    opA,
                    other,
                    below,
                    width,
                    k,
                    alpha,
                    a,
                    mine + width * step,
                    lda,
                    a,
                    mine,
                    lda,
                    beta,
                    c,
                    corner + width,
                    ldc);
        }
    }

    private static void addLower(int n, double[] full, double beta, double[] c, int corner, int ldc) {
        for (int j = 0; j < n; j++) {
            for (int i = j; i < n; i++) {
                int at = corner + i + j * ldc;
                c[at] = (beta == 0 ? 0 : beta * c[at]) + full[i + j * BLOCK];
            }
        }
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
        JavaGemm.scale(n, 1, beta, y, yOffset, 1);
        for (int j = 0; j < n; j++) {
            int below = aOffset + j * lda + j + 1;
            int rest = n - j - 1;
            axpy(rest, alpha * x[xOffset + j], a, below, y, yOffset + j + 1);
            double sum = dot(rest, a, below, x, xOffset + j + 1);
            y[yOffset + j] += alpha * (a[below - 1] * x[xOffset + j] + sum);
        }
    }

    @Override
    public void syr2(
            int n, double alpha, double[] x, int xOffset, double[] y, int yOffset, double[] a, int aOffset, int lda) {
        for (int j = 0; j < n; j++) {
            int column = aOffset + j * lda + j;
            axpy(n - j, alpha * y[yOffset + j], x, xOffset + j, a, column);
            axpy(n - j, alpha * x[xOffset + j], y, yOffset + j, a, column);
        }
    }

    @Override
    public void syr(int n, double alpha, double[] x, int xOffset, double[] a, int aOffset, int lda) {
        for (int j = 0; j < n; j++) {
            axpy(n - j, alpha * x[xOffset + j], x, xOffset + j, a, aOffset + j * lda + j);
        }
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
        JavaGemm.scale(m, n, alpha, b, bOffset, ldb);
        solve(left, opL, m, n, l, lOffset, ldl, b, bOffset, ldb);
    }

    /** Halves the triangle until it is small; what couples the halves is one gemm. */
    private void solve(boolean left, Op op, int m, int n, double[] l, int lo, int ldl, double[] b, int bo, int ldb) {
        int size = left ? m : n;
        if (size <= LEAF) {
            leaf(left, op, m, n, l, lo, ldl, b, bo, ldb);
            return;
        }
        int top = size / 2;
        int rest = size - top;
        int corner = lo + top + top * ldl;
        int coupling = lo + top;
        int second = left ? bo + top : bo + top * ldb;
        boolean topFirst = left == (op == Op.NONE);
        if (topFirst) {
            half(left, op, m, n, top, l, lo, ldl, b, bo, ldb);
        } else {
            half(left, op, m, n, rest, l, corner, ldl, b, second, ldb);
        }
        int from = topFirst ? bo : second;
        int to = topFirst ? second : bo;
        int solved = topFirst ? top : rest;
        int open = size - solved;
        if (left) {
            gemm(op, Op.NONE, open, n, solved, -1, l, coupling, ldl, b, from, ldb, 1, b, to, ldb);
        } else {
            gemm(Op.NONE, op, m, open, solved, -1, b, from, ldb, l, coupling, ldl, 1, b, to, ldb);
        }
        half(left, op, m, n, open, l, topFirst ? corner : lo, ldl, b, to, ldb);
    }

    private void half(
            boolean left, Op op, int m, int n, int size, double[] l, int lo, int ldl, double[] b, int bo, int ldb) {
        solve(left, op, left ? size : m, left ? n : size, l, lo, ldl, b, bo, ldb);
    }

    private void leaf(boolean left, Op op, int m, int n, double[] l, int lo, int ldl, double[] b, int bo, int ldb) {
        if (left) {
            for (int j = 0; j < n; j++) {
                leftColumn(op, m, l, lo, ldl, b, bo + j * ldb);
            }
        } else {
            rightColumns(op, m, n, l, lo, ldl, b, bo, ldb);
        }
    }

    private void leftColumn(Op op, int m, double[] l, int lo, int ldl, double[] b, int start) {
        for (int step = 0; step < m; step++) {
            int k = op == Op.NONE ? step : m - 1 - step;
            int diagonal = lo + k + k * ldl;
            int below = m - k - 1;
            if (op == Op.NONE) {
                b[start + k] /= l[diagonal];
                axpy(below, -b[start + k], l, diagonal + 1, b, start + k + 1);
            } else {
                b[start + k] = (b[start + k] - dot(below, l, diagonal + 1, b, start + k + 1)) / l[diagonal];
            }
        }
    }

    private void rightColumns(Op op, int m, int n, double[] l, int lo, int ldl, double[] b, int bo, int ldb) {
        for (int step = 0; step < n; step++) {
            int j = op == Op.NONE ? n - 1 - step : step;
            double diagonal = l[lo + j + j * ldl];
            int column = bo + j * ldb;
            for (int i = column; i < column + m; i++) {
                b[i] /= diagonal;
            }
            for (int other = op == Op.NONE ? 0 : j + 1; other < (op == Op.NONE ? j : n); other++) {
                double factor = op == Op.NONE ? l[lo + j + other * ldl] : l[lo + other + j * ldl];
                axpy(m, -factor, b, column, b, bo + other * ldb);
            }
        }
    }

    @Override
    public double dot(int n, double[] x, int xOffset, double[] y, int yOffset) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        int i = 0;
        for (; i + 4 <= n; i += 4) {
            s0 = Fma.madd(x[xOffset + i], y[yOffset + i], s0);
            s1 = Fma.madd(x[xOffset + i + 1], y[yOffset + i + 1], s1);
            s2 = Fma.madd(x[xOffset + i + 2], y[yOffset + i + 2], s2);
            s3 = Fma.madd(x[xOffset + i + 3], y[yOffset + i + 3], s3);
        }
        for (; i < n; i++) {
            s0 = Fma.madd(x[xOffset + i], y[yOffset + i], s0);
        }
        return (s0 + s1) + (s2 + s3);
    }

    @Override
    public double nrm2(int n, double[] x, int xOffset) {
        double largest = 0;
        for (int i = xOffset; i < xOffset + n; i++) {
            largest = Math.max(largest, Math.abs(x[i]));
        }
        if (largest == 0 || !Double.isFinite(largest)) {
            return largest;
        }
        double scale = Math.scalb(1.0, -Math.max(-1000, Math.min(1000, Math.getExponent(largest))));
        double sum = 0;
        for (int i = xOffset; i < xOffset + n; i++) {
            double scaled = x[i] * scale;
            sum = Fma.madd(scaled, scaled, sum);
        }
        return Math.sqrt(sum) / scale;
    }

    @Override
    public void axpy(int n, double alpha, double[] x, int xOffset, double[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = Fma.madd(alpha, x[xOffset + i], y[yOffset + i]);
        }
    }
}
