package org.pinn4j.validation.theory;

/**
 * ReLU networks for x², |x| and xy with as many parameters as the accuracy has digits. Immutable values from pure functions.
 * <p>With the hat g(x) = 2x on [0, ½], 2 − 2x on [½, 1], the sawtooth g∘…∘g (s times) has 2^(s−1) teeth, and
 * <pre>f_m(x) = x − Σ_{s=1..m} 4^(−s)·(g∘…∘g)(x)</pre>
 * interpolates x² linearly at k/2^m, k = 0 … 2^m. Hence 0 ≤ f_m(x) − x² ≤ 2^(−2m−2) on [0, 1], with equality on the right in the middle of
 * every interval.
 * <p>Sources: Yarotsky, Error bounds for approximations with deep ReLU networks, Neural Networks 94 (2017) 103, proposition 2 (square) and
 * proposition 3 (product by polarisation); the sawtooth: Telgarsky, COLT 2016.
 */
public final class SquareNetworks {
    private static final int MOST = 24; // 2^(−2m−2) is then below the rounding of a double

    private SquareNetworks() {}

    /** |x| = max(x, 0) + max(−x, 0). */
    public static ReluNetwork absoluteValue() {
        return ReluNetwork.hidden(new double[][] {{1}, {-1}}, new double[2], new double[][] {{1, 1}}, 0);
    }

    /**
     * f_m on [0, 1] with m hidden layers of three and 12m − 2 parameters; error at most 2^(−2m−2).
     * @param m 1 to 24
     */
    public static ReluNetwork square(int m) {
        if (m < 1 || m > MOST) {
            throw new IllegalArgumentException("square: need 1 to %d hidden layers, got %d".formatted(MOST, m));
        }
        ReluNetwork pair = ReluNetwork.affine(new double[][] {{1}, {1}}, 0, 0);
        for (int s = 1; s <= m; s++) {
            pair = step(s).after(pair);
        }
        return ReluNetwork.affine(new double[][] {{0, 1}}, 0).after(pair);
    }

    /** (g_{s−1}, f_{s−1}) ↦ (g_s, f_{s−1} − 4^(−s) g_s) for values in [0, 1], where g = 2 max(y, 0) − 4 max(y − ½, 0) and f = max(f, 0). */
    private static ReluNetwork step(int s) {
        double share = Math.pow(0.25, s);
        return ReluNetwork.hidden(
                new double[][] {{1, 0}, {1, 0}, {0, 1}},
                new double[] {0, -0.5, 0},
                new double[][] {{2, -4, 0}, {-2 * share, 4 * share, 1}},
                0,
                0);
    }

    /**
     * The square on [0, 1] to within {@code error}: m = ⌈log₂(1/error)/2 − 1⌉ hidden layers, at least one, hence fewer than 6·log₂(1/error)
     * parameters for errors up to a quarter.
     * @param error in [2⁻⁵⁰, ¼]
     */
    public static ReluNetwork squareTo(double error) {
        if (!(error >= 0x1p-50 && error <= 0.25)) {
            throw new IllegalArgumentException("square: need an error in [2^-50, 1/4], got " + error);
        }
        int m = 1;
        while (bound(m) > error) {
            m++;
        }
        return square(m);
    }

    /** 2^(−2m−2). */
    public static double bound(int m) {
        return Math.scalb(1.0, -2 * m - 2);
    }

    /**
     * xy on [−r, r]² by xy = r²(((x+y)/2r)² − ((x−y)/2r)²), each square by f_m of the modulus. Both squares err upwards by at most the bound,
     * so that |error| ≤ r²·2^(−2m−2); and on the axes the two are the same number, so that the product with zero is zero up to rounding.
     * @param m 1 to 24, as in {@link #square}
     * @param r positive
     */
    public static ReluNetwork product(int m, double r) {
        if (!(r > 0 && Double.isFinite(r))) {
            throw new IllegalArgumentException("product: need a positive finite range, got " + r);
        }
        ReluNetwork square = square(m).after(absoluteValue()).times(r * r);
        ReluNetwork sum = square.after(ReluNetwork.affine(new double[][] {{0.5 / r, 0.5 / r}}, 0));
        ReluNetwork difference = square.after(ReluNetwork.affine(new double[][] {{0.5 / r, -0.5 / r}}, 0));
        return sum.plus(difference.times(-1));
    }
}
