package org.pinn4j.blas;

import java.util.Arrays;
import org.pinn4j.args.Args;

/**
 * Whether what a library calls the solution of A x = b solves it. A is overwritten by its factors, so that no residual can be made
 * from it afterwards; but with signs w fixed beforehand wᵀ(A x − b) = (wᵀA) x − wᵀb needs one vector of A alone: a check of two
 * products a solution, beside the n or n·band of the solve (after Freivalds, Fast probabilistic algorithms, 1979: signs that
 * know nothing of an error miss it in one case of two at most, and only where parts of it are equal and opposite to the last bits).
 *
 * <p>What is refused is wrong, not merely inexact: a backward stable solve misses by some n·2⁻⁵³ of |A||x| + |b|, one that misses
 * by {@value #TOLERANCE} of it has not solved these equations (factors that grew out of all bounds, a library that fails). Confined
 * to one thread.
 */
public final class SolveCheck {
    private static final double TOLERANCE = 1e-7;

    private final double[] signed; // [n] wᵀA
    private final double[] size; // [n] 1ᵀ|A|

    /** @param n unknowns */
    public SolveCheck(int n) {
        Args.within(1, Args.MOST_ENTRIES, n, "n");
        this.signed = new double[n];
        this.size = new double[n];
    }

    /** Forgets its matrix. */
    public void clear() {
        Arrays.fill(signed, 0);
        Arrays.fill(size, 0);
    }

    /** A[row][column] += value, of entries that are added once each. */
    public void add(int row, int column, double value) {
        Args.index(column, signed.length, "column");
        signed[column] += sign(row) * value;
        size[column] += Math.abs(value);
    }

    private void place(double[] values, String name, int at) {
        Args.within(0, Args.MOST_ENTRIES, at, "at");
        Args.atLeast((long) at + signed.length, values, name);
    }

    /** From the bits of a Weyl sequence, which no pattern of rows follows. */
    private static int sign(int row) {
        return (row * 0x9E3779B97F4A7C15L & 1L << 40) == 0 ? 1 : -1;
    }

    /** What has to be known of b before it is overwritten: wᵀb and 1ᵀ|b|. @param at where b begins */
    public double[] of(double[] b, int at) {
        place(b, "b", at);
        double sum = 0;
        double absolute = 0;
        for (int i = 0; i < signed.length; i++) {
            sum += sign(i) * b[at + i];
            absolute += Math.abs(b[at + i]);
        }
        return new double[] {sum, absolute};
    }

    /**
     * @param right from {@link #of}
     * @param x [from at on: n]; numbers that are not finite are judged by nobody here, as overflow is no fault of the solve
     * @throws IllegalStateException if x does not solve the equations
     */
    public void require(double[] right, double[] x, int at) {
        Args.given(right, "right", x, "x");
        Args.exactly(2, right, "right");
        place(x, "x", at);
        double sum = 0;
        double absolute = 0;
        for (int j = 0; j < signed.length; j++) {
            sum += signed[j] * x[at + j];
            absolute += size[j] * Math.abs(x[at + j]);
        }
        double missed = Math.abs(sum - right[0]);
        double whole = absolute + right[1];
        if (missed > TOLERANCE * whole && Double.isFinite(whole)) {
            throw new IllegalStateException(
                    "linear solve: misses its %d equations by %.1e of their size; at most %.0e is rounding"
                            .formatted(signed.length, missed / whole, TOLERANCE));
        }
    }
}
