package org.pinn4j.jets;

/**
 * The inner loops of {@link TileAlgebra}: each over one range of the same index in all arrays, with at most two results and
 * seven arrays. C2 vectorises this form and no other: not {@code a[offset + i]}, and not longer bodies.
 */
final class TileLoops {
    private TileLoops() {}

    static void scale(int from, int to, double c, double[] v) {
        for (int i = from; i < to; i++) {
            v[i] *= c;
        }
    }

    static void add(int from, int to, double[] v, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] += v[i];
        }
    }

    static void addConstant(int from, int to, double c, double[] v) {
        for (int i = from; i < to; i++) {
            v[i] += c;
        }
    }

    static void addScaled(int from, int to, double c, double[] v, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] += c * v[i];
        }
    }

    static void product(int from, int to, double c, double[] f, double[] g, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = c * f[i] * g[i];
        }
    }

    static void addProduct(int from, int to, double c, double[] f, double[] g, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] += c * f[i] * g[i];
        }
    }

    static void products(
            int from, int to, double c, double[] f, double[] g, double d, double[] h, double[] k, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = c * f[i] * g[i] + d * h[i] * k[i];
        }
    }

    static void addProducts(
            int from, int to, double c, double[] f, double[] g, double d, double[] h, double[] k, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] += c * f[i] * g[i] + d * h[i] * k[i];
        }
    }

    static void multiply(int from, int to, double[] f, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] *= f[i];
        }
    }

    /** out = f·out + c·g·h. */
    static void multiplyAdd(int from, int to, double[] f, double c, double[] g, double[] h, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = f[i] * out[i] + c * g[i] * h[i];
        }
    }

    static void timesBoth(int from, int to, double[] slope, double[] curvature, double[] z, double[] a, double[] s) {
        for (int i = from; i < to; i++) {
            double v = z[i];
            a[i] = slope[i] * v;
            s[i] = curvature[i] * v;
        }
    }

    /** out = f·z + c·g·v². */
    static void withSquare(int from, int to, double[] f, double[] z, double c, double[] g, double[] v, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = f[i] * z[i] + c * g[i] * (v[i] * v[i]);
        }
    }

    /** out = f·z + g·q. */
    static void withQuadratic(int from, int to, double[] f, double[] z, double[] g, double[] q, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = f[i] * z[i] + g[i] * q[i];
        }
    }
}
