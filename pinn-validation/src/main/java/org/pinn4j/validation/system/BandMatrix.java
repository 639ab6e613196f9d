package org.pinn4j.validation.system;

import java.util.Arrays;
import org.pinn4j.args.Args;
import org.pinn4j.blas.Backends;
import org.pinn4j.blas.Lapack;
import org.pinn4j.blas.SolveCheck;

/**
 * A square matrix by its diagonals, or all of it where the diagonals would need more room, with its LU factors. Confined to one
 * thread. Rows are scaled by their largest entries before pivots are chosen: rows of boundary conditions and of high derivatives
 * differ by many powers of ten.
 */
public final class BandMatrix {
    private final int n;
    private final int lower;
    private final int upper;
    private final boolean dense;
    private final int lead;
    private final double[] a;
    private final double[] scale;
    private final int[] pivots;
    private final Lapack lapack;
    private final SolveCheck check;
    private boolean factorised;

    /** The zero matrix. @throws IllegalArgumentException if it does not fit into one array */
    public BandMatrix(int n, int lower, int upper) {
        if (n < 1 || lower < 0 || upper < 0) {
            throw new IllegalArgumentException(
                    "band matrix: need a size of 1 or more and bandwidths of 0 or more, got %d, %d, %d"
                            .formatted(n, lower, upper));
        }
        this.n = n;
        this.lower = Math.min(lower, n - 1);
        this.upper = Math.min(upper, n - 1);
        this.dense = 2 * this.lower + this.upper + 1 >= n;
        this.lead = dense ? n : 2 * this.lower + this.upper + 1;
        if ((long) lead * n > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "band matrix: %d unknowns with a band of %d need %d entries, one array holds %d; use fewer nodes"
                            .formatted(n, lead, (long) lead * n, Integer.MAX_VALUE - 8));
        }
        this.a = new double[lead * n];
        this.scale = new double[n];
        this.pivots = new int[n];
        this.check = new SolveCheck(n);
        this.lapack = Backends.select("auto").lapack();
    }

    public int size() {
        return n;
    }

    public int lowerBandwidth() {
        return lower;
    }

    public int upperBandwidth() {
        return upper;
    }

    /** Zero, and ready to be filled again. */
    public void clear() {
        Arrays.fill(a, 0);
        factorised = false;
    }

    /** A[i][j] += value. @throws IllegalArgumentException outside the band */
    public void add(int i, int j, double value) {
        a[index(i, j)] += value;
    }

    /** A[i][j]; zero outside the band. */
    public double get(int i, int j) {
        return inBand(i, j) ? a[index(i, j)] : 0;
    }

    /** y = A x, before the factorisation. @param y overwritten: [n] */
    public void multiply(double[] x, double[] y) {
        Args.given(x, "x", y, "y");
        Args.atLeast(n, x, "x");
        Args.atLeast(n, y, "y");
        entries();
        Arrays.fill(y, 0, n, 0);
        for (int j = 0; j < n; j++) {
            int column = column(j);
            for (int i = firstRow(j); i <= lastRow(j); i++) {
                y[i] += a[column + i] * x[j];
            }
        }
    }

    /** Copies the entries of a matrix of the same shape. */
    public void set(BandMatrix other) {
        Args.given(other, "other");
        other.entries();
        if (other.n != n || other.lower != lower || other.upper != upper) {
            throw new IllegalArgumentException(
                    "band matrix: [%d, band %d and %d] is not of the shape [%d, band %d and %d]"
                            .formatted(other.n, other.lower, other.upper, n, lower, upper));
        }
        System.arraycopy(other.a, 0, a, 0, a.length);
        factorised = false;
    }

    /** Overwrites the entries by their LU factors. @return false if the matrix is singular to working precision or not finite */
    public boolean factorise() {
        entries();
        if (!scaled()) {
            return false;
        }
        int info = dense ? lapack.getrf(n, a, lead, pivots) : lapack.gbtrf(n, lower, upper, a, lead, pivots);
        factorised = info == 0;
        return factorised;
    }

    /** Divides each row by its largest entry. @return false if one is zero or not finite */
    private boolean scaled() {
        Arrays.fill(scale, 0);
        check.clear();
        for (int j = 0; j < n; j++) {
            int column = column(j);
            for (int i = firstRow(j); i <= lastRow(j); i++) {
                scale[i] = Math.max(scale[i], Math.abs(a[column + i]));
            }
        }
        for (int i = 0; i < n; i++) {
            if (!(scale[i] > 0) || Double.isInfinite(scale[i])) {
                return false;
            }
            scale[i] = 1 / scale[i];
        }
        for (int j = 0; j < n; j++) {
            int column = column(j);
            for (int i = firstRow(j); i <= lastRow(j); i++) {
                a[column + i] *= scale[i];
                check.add(i, j, a[column + i]);
            }
        }
        return true;
    }

    /**
     * Solves A x = b.
     * @param b overwritten: [n], by x
     * @throws IllegalStateException before the factorisation, and if x does not solve the equations
     */
    public void solve(double[] b) {
        Args.given(b, "b");
        if (!factorised) {
            throw new IllegalStateException("band matrix: factorise() has to succeed before solve(b)");
        }
        for (int i = 0; i < n; i++) {
            b[i] *= scale[i];
        }
        double[] right = check.of(b, 0);
        if (dense) {
            lapack.getrs(n, 1, a, lead, pivots, b, n);
        } else {
            lapack.gbtrs(n, lower, upper, 1, a, lead, pivots, b, n);
        }
        check.require(right, b, 0);
    }

    /** The first row of a column that is in the band. */
    public int firstRow(int column) {
        return Math.max(0, column - upper);
    }

    /** The last row of a column that is in the band. */
    public int lastRow(int column) {
        return Math.min(n - 1, column + lower);
    }

    /** Where row 0 of a column would stand. */
    private int column(int j) {
        return dense ? j * n : j * lead + lower + upper - j;
    }

    private boolean inBand(int i, int j) {
        return j - i <= upper && i - j <= lower;
    }

    private int index(int i, int j) {
        if (!inBand(i, j)) {
            throw new IllegalArgumentException(
                    "band matrix: entry (%d, %d) is outside the band of %d below and %d above"
                            .formatted(i, j, lower, upper));
        }
        return column(j) + i;
    }

    private void entries() {
        if (factorised) {
            throw new IllegalStateException("band matrix: it holds LU factors now; clear() it and fill it again");
        }
    }
}
