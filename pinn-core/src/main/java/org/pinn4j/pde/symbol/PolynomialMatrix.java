package org.pinn4j.pde.symbol;

import org.hipparchus.complex.Complex;

/** A square matrix of polynomials with complex coefficients, to be filled and asked for its determinant. One thread. */
public final class PolynomialMatrix {
    /** A coefficient this far below the sum of the magnitudes it is made of is what cancellation leaves of zero. */
    private static final double CANCELLED = 1e-9;

    private final int n;
    private final Complex[][][] entries;

    public PolynomialMatrix(int n) {
        this.n = n;
        this.entries = new Complex[n][n][0];
    }

    /** Adds {@code value}·zᵖᵒʷᵉʳ to an entry. */
    public void add(int row, int column, int power, Complex value) {
        entries[row][column] = plus(entries[row][column], new Complex[] {value}, power, 1);
    }

    /** Σ a + sign·z^shift·b. */
    private static Complex[] plus(Complex[] a, Complex[] b, int shift, double sign) {
        Complex[] sum = new Complex[Math.max(a.length, b.length + shift)];
        for (int k = 0; k < sum.length; k++) {
            Complex left = k < a.length ? a[k] : Complex.ZERO;
            sum[k] = k >= shift && k - shift < b.length ? left.add(b[k - shift].multiply(sign)) : left;
        }
        return sum;
    }

    private static Complex[] times(Complex[] a, Complex[] b) {
        Complex[] product = new Complex[Math.max(0, a.length + b.length - 1)];
        java.util.Arrays.fill(product, Complex.ZERO);
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                product[i + j] = product[i + j].add(a[i].multiply(b[j]));
            }
        }
        return product;
    }

    /**
     * The coefficients of the determinant by rising power, without zeros at the top; empty if it vanishes.
     * Cost: 2ⁿ·n products of polynomials, by expanding along the rows over all sets of columns.
     */
    public Complex[] determinant() {
        Complex[][] minors = new Complex[1 << n][];
        double[][] sizes = new double[1 << n][];
        minors[0] = new Complex[] {Complex.ONE};
        sizes[0] = new double[] {1};
        for (int set = 1; set < 1 << n; set++) {
            expand(set, minors, sizes);
        }
        Complex[] all = minors[(1 << n) - 1];
        double[] size = sizes[(1 << n) - 1];
        int length = 0;
        for (int k = 0; k < all.length; k++) {
            boolean zero = all[k].norm() <= CANCELLED * size[k];
            all[k] = zero ? Complex.ZERO : all[k];
            length = zero ? length : k + 1;
        }
        return java.util.Arrays.copyOf(all, length);
    }

    /** The determinant of the first rows and a set of as many columns, and the same sum of magnitudes. */
    private void expand(int set, Complex[][] minors, double[][] sizes) {
        int row = Integer.bitCount(set) - 1;
        Complex[] sum = new Complex[0];
        double[] size = new double[0];
        for (int column = 0; column < n; column++) {
            int rest = set & ~(1 << column);
            if (rest == set || entries[row][column].length == 0) {
                continue;
            }
            double sign = Integer.bitCount(set >> (column + 1)) % 2 == 0 ? 1 : -1;
            sum = plus(sum, times(minors[rest], entries[row][column]), 0, sign);
            size = sizePlus(size, sizes[rest], entries[row][column]);
        }
        minors[set] = sum;
        sizes[set] = size;
    }

    private static double[] sizePlus(double[] size, double[] minor, Complex[] entry) {
        double[] sum = java.util.Arrays.copyOf(size, Math.max(size.length, minor.length + entry.length - 1));
        for (int i = 0; i < minor.length; i++) {
            for (int j = 0; j < entry.length; j++) {
                sum[i + j] += minor[i] * entry[j].norm();
            }
        }
        return sum;
    }
}
