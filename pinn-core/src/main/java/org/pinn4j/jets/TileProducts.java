package org.pinn4j.jets;

import org.pinn4j.blas.Blas;
import org.pinn4j.blas.Op;

/**
 * The three products of a dense layer for one channel of a tile of n points, cut into blocks below the sizes up to which
 * OpenBLAS multiplies without packing (with AVX-512: m·n·k ≤ 10⁶, and m·n ≤ 1,200 for AᵀB). There the rate is 90 to 115
 * GFLOP/s where the packed way reaches 57 to 88; other libraries lose a few percent by the cuts. The sizes depend on n and
 * on the layer alone.
 */
public record TileProducts(Blas blas) {
    private static final int WORK = 1_000_000;
    private static final int NARROWEST = 24;
    private static final int AREA = 1_200;
    private static final int TALLEST = 100;
    private static final int WIDEST = 160; // of a layer whose weight gradient is cut: above, the packed way is as fast
    private static final int HEIGHT = 24;
    private static final int WIDTH = 48;

    /** Equal parts of an even size of at most {@code most} each, as far as that goes. */
    private static int part(int size, int most) {
        int parts = (size + most - 1) / most;
        int part = (size + parts - 1) / parts;
        return Math.min(size, part + (part & 1));
    }

    /** Columns of a product of n × k by k × columns that are computed at once. */
    private static int columns(int n, int k, int columns) {
        int most = WORK / Math.max(1, n * k) & -8;
        return most < NARROWEST ? columns : part(columns, most);
    }

    /** z [n × out] = v·W + beta·z, W [in × out] from {@code theta[w]}. */
    public void forward(int n, int in, int out, double[] v, double[] theta, int w, double beta, double[] z) {
        int step = columns(n, in, out);
        for (int o = 0; o < out; o += step) {
            int width = Math.min(step, out - o);
            blas.gemm(Op.NONE, Op.NONE, n, width, in, 1, v, 0, n, theta, w + o * in, in, beta, z, o * n, n);
        }
    }

    /** v̄ [n × in] = z̄·Wᵀ + beta·v̄. */
    public void backward(int n, int in, int out, double[] zbar, double[] theta, int w, double beta, double[] vbar) {
        int step = fits(theta, w, in, out) ? columns(n, out, in) : in;
        for (int i = 0; i < in; i += step) {
            int width = Math.min(step, in - i);
            blas.gemm(Op.NONE, Op.TRANSPOSE, n, width, out, 1, zbar, 0, n, theta, w + i, in, beta, vbar, i * n, n);
        }
    }

    /** W̄ [in × out] += vᵀ·z̄. */
    public void addWeights(int n, int in, int out, double[] v, double[] zbar, double[] gradient, int w) {
        int height = in;
        int width = out;
        if (in * out > AREA && Math.max(in, out) <= WIDEST && fits(gradient, w, in, out)) {
            height = in <= TALLEST ? in : part(in, HEIGHT);
            width = in <= TALLEST ? part(out, Math.max(2, AREA / in & -2)) : part(out, WIDTH);
        }
        for (int o = 0; o < out; o += width) {
            int columns = Math.min(width, out - o);
            for (int i = 0; i < in; i += height) {
                int rows = Math.min(height, in - i);
                int at = w + i + o * in;
                blas.gemm(Op.TRANSPOSE, Op.NONE, rows, columns, n, 1, v, i * n, n, zbar, o * n, n, 1, gradient, at, in);
            }
        }
    }

    /** Whether a matrix that begins up to a column later still ends within the array, as netlib's bounds check asks. */
    private static boolean fits(double[] array, int w, int in, int out) {
        return w + in * out + in <= array.length;
    }
}
