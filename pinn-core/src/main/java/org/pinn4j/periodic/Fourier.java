package org.pinn4j.periodic;

/**
 * The discrete Fourier transform of many columns at once, n = 2^a·3^b: Stockham's passes of radix 4, 3 and 2, whose inner loops
 * run over whole rows of columns and so over contiguous memory. Immutable.
 *
 * <p>Why not a product with the matrix of the transform: at 512 points and 24 columns both take about a millisecond, at 4,096
 * the product costs a hundred times more. Source: Van Loan, Computational Frameworks for the Fast Fourier Transform (1992), §1.7.
 */
final class Fourier {
    private final int n;
    private final int[] radices;
    private final double[] cos;
    private final double[] sin;

    Fourier(int n) {
        this.n = n;
        this.radices = radices(n);
        this.cos = new double[n];
        this.sin = new double[n];
        for (int k = 0; k < n; k++) {
            cos[k] = Math.cos(2 * Math.PI * k / n);
            sin[k] = Math.sin(2 * Math.PI * k / n);
        }
    }

    private static int[] radices(int n) {
        int[] all = new int[32];
        int count = 0;
        int rest = n;
        for (int r : new int[] {4, 3, 2}) {
            while (rest % r == 0) {
                all[count++] = r;
                rest /= r;
            }
        }
        if (rest != 1) {
            throw new IllegalArgumentException("transform: need a length of factors 2 and 3, got " + n);
        }
        return java.util.Arrays.copyOf(all, count);
    }

    /**
     * y_l = Σ_j x_j e^(±2πi jl/n) for each column.
     * @param sign of the exponent
     * @param re [n × inner] from an offset on, rows contiguous; overwritten, as {@code im}
     * @param workRe at least [n × inner]; overwritten, as {@code workIm}
     */
    void transform(int sign, int inner, double[] re, double[] im, int offset, double[] workRe, double[] workIm) {
        double[] fromRe = re;
        double[] fromIm = im;
        double[] toRe = workRe;
        double[] toIm = workIm;
        int from = offset;
        int to = 0;
        int length = n;
        int stride = inner;
        for (int radix : radices) {
            pass(radix, sign, length, stride, fromRe, fromIm, from, toRe, toIm, to);
            length /= radix;
            stride *= radix;
            double[] r = fromRe;
            double[] i = fromIm;
            int o = from;
            fromRe = toRe;
            fromIm = toIm;
            from = to;
            toRe = r;
            toIm = i;
            to = o;
        }
        if (fromRe != re) {
            System.arraycopy(fromRe, from, re, offset, n * inner);
            System.arraycopy(fromIm, from, im, offset, n * inner);
        }
    }

    private void pass(
            int radix,
            int sign,
            int length,
            int s,
            double[] xr,
            double[] xi,
            int x0,
            double[] yr,
            double[] yi,
            int y0) {
        int m = length / radix;
        for (int p = 0; p < m; p++) {
            int x = x0 + s * p;
            int y = y0 + s * radix * p;
            int step = p * (n / length);
            switch (radix) {
                case 2 -> two(sign, step, s, s * m, xr, xi, x, yr, yi, y);
                case 3 -> three(sign, step, s, s * m, xr, xi, x, yr, yi, y);
                default -> four(sign, step, s, s * m, xr, xi, x, yr, yi, y);
            }
        }
    }

    private void two(
            int sign, int step, int s, int d, double[] xr, double[] xi, int x, double[] yr, double[] yi, int y) {
        double c = cos[step];
        double w = sign * sin[step];
        for (int q = 0; q < s; q++) {
            double ar = xr[x + q];
            double ai = xi[x + q];
            double br = xr[x + d + q];
            double bi = xi[x + d + q];
            yr[y + q] = ar + br;
            yi[y + q] = ai + bi;
            yr[y + s + q] = (ar - br) * c - (ai - bi) * w;
            yi[y + s + q] = (ar - br) * w + (ai - bi) * c;
        }
    }

    private void three(
            int sign, int step, int s, int d, double[] xr, double[] xi, int x, double[] yr, double[] yi, int y) {
        double c1 = cos[step];
        double s1 = sign * sin[step];
        double c2 = cos[2 * step];
        double s2 = sign * sin[2 * step];
        double h = sign * Math.sqrt(3) / 2;
        for (int q = 0; q < s; q++) {
            double ar = xr[x + q];
            double ai = xi[x + q];
            double sumR = xr[x + d + q] + xr[x + 2 * d + q];
            double sumI = xi[x + d + q] + xi[x + 2 * d + q];
            double turnR = -h * (xi[x + d + q] - xi[x + 2 * d + q]);
            double turnI = h * (xr[x + d + q] - xr[x + 2 * d + q]);
            double midR = ar - 0.5 * sumR;
            double midI = ai - 0.5 * sumI;
            yr[y + q] = ar + sumR;
            yi[y + q] = ai + sumI;
            yr[y + s + q] = (midR + turnR) * c1 - (midI + turnI) * s1;
            yi[y + s + q] = (midR + turnR) * s1 + (midI + turnI) * c1;
            yr[y + 2 * s + q] = (midR - turnR) * c2 - (midI - turnI) * s2;
            yi[y + 2 * s + q] = (midR - turnR) * s2 + (midI - turnI) * c2;
        }
    }

    private void four(
            int sign, int step, int s, int d, double[] xr, double[] xi, int x, double[] yr, double[] yi, int y) {
        double c1 = cos[step];
        double s1 = sign * sin[step];
        double c2 = cos[2 * step];
        double s2 = sign * sin[2 * step];
        double c3 = cos[3 * step];
        double s3 = sign * sin[3 * step];
        for (int q = 0; q < s; q++) {
            double evenR = xr[x + q] + xr[x + 2 * d + q];
            double evenI = xi[x + q] + xi[x + 2 * d + q];
            double crossR = xr[x + q] - xr[x + 2 * d + q];
            double crossI = xi[x + q] - xi[x + 2 * d + q];
            double oddR = xr[x + d + q] + xr[x + 3 * d + q];
            double oddI = xi[x + d + q] + xi[x + 3 * d + q];
            double turnR = -sign * (xi[x + d + q] - xi[x + 3 * d + q]);
            double turnI = sign * (xr[x + d + q] - xr[x + 3 * d + q]);
            yr[y + q] = evenR + oddR;
            yi[y + q] = evenI + oddI;
            yr[y + s + q] = (crossR + turnR) * c1 - (crossI + turnI) * s1;
            yi[y + s + q] = (crossR + turnR) * s1 + (crossI + turnI) * c1;
            yr[y + 2 * s + q] = (evenR - oddR) * c2 - (evenI - oddI) * s2;
            yi[y + 2 * s + q] = (evenR - oddR) * s2 + (evenI - oddI) * c2;
            yr[y + 3 * s + q] = (crossR - turnR) * c3 - (crossI - turnI) * s3;
            yi[y + 3 * s + q] = (crossR - turnR) * s3 + (crossI - turnI) * c3;
        }
    }
}
