package org.pinn4j.validation.fourier;

/**
 * The discrete Fourier transform of columns: {@code x̂_k = Σ_j x_j e^(∓2πi jk/n)} for n a power of two, each x_j a row of numbers. Not
 * scaled. Keeps working memory: belongs to one thread.
 * <p>A transform of whole rows has loops over contiguous numbers in every stage, which compilers turn into vector instructions;
 * Stockham's order leaves no permutation. Source: Van Loan, Computational Frameworks for the Fast Fourier Transform (1992), section 1.7.
 */
final class RowTransform {
    private final int n;
    private final int row;
    private final double[] cos;
    private final double[] sin;
    private double[] re;
    private double[] im;
    private double[] nextRe;
    private double[] nextIm;

    /** @param n rows @param row numbers in each */
    RowTransform(int n, int row) {
        if (Integer.bitCount(n) != 1) {
            throw new IllegalArgumentException("transform: need a power of two, got %d rows".formatted(n));
        }
        this.n = n;
        this.row = row;
        this.cos = new double[n];
        this.sin = new double[n];
        for (int k = 0; k < n; k++) {
            cos[k] = Math.cos(2 * Math.PI * k / n);
            sin[k] = Math.sin(2 * Math.PI * k / n);
        }
        this.nextRe = new double[n * row];
        this.nextIm = new double[n * row];
    }

    /**
     * @param sign −1 for modes, +1 for values
     * @param real overwritten: [n × row]
     * @param imaginary overwritten: [n × row]
     */
    void apply(int sign, double[] real, double[] imaginary) {
        re = real;
        im = imaginary;
        for (int half = n / 2, block = row; half >= 1; half /= 2, block *= 2) {
            for (int p = 0; p < half; p++) {
                int turn = p * (n / (2 * half));
                butterfly(p, half, block, cos[turn], sign * sin[turn]);
            }
            swap();
        }
        if (re != real) {
            System.arraycopy(re, 0, real, 0, real.length);
            System.arraycopy(im, 0, imaginary, 0, imaginary.length);
            swap();
        }
        re = null;
        im = null;
    }

    private void butterfly(int p, int half, int block, double c, double s) {
        int a = p * block;
        int b = (p + half) * block;
        int sum = 2 * p * block;
        int difference = sum + block;
        double[] xr = re;
        double[] xi = im;
        double[] yr = nextRe;
        double[] yi = nextIm;
        for (int k = 0; k < block; k++) {
            double dr = xr[a + k] - xr[b + k];
            double di = xi[a + k] - xi[b + k];
            yr[sum + k] = xr[a + k] + xr[b + k];
            yi[sum + k] = xi[a + k] + xi[b + k];
            yr[difference + k] = c * dr - s * di;
            yi[difference + k] = c * di + s * dr;
        }
    }

    private void swap() {
        double[] r = re;
        double[] i = im;
        re = nextRe;
        im = nextIm;
        nextRe = r;
        nextIm = i;
    }
}
