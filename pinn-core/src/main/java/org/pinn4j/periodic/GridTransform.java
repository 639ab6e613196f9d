package org.pinn4j.periodic;

/**
 * From the waves of real functions to their values on a grid and back, for an even number of columns: two real columns are the
 * real and the imaginary part of one complex transform. Of one thread.
 */
final class GridTransform {
    private final Waves waves;
    private final int[] grid;
    private final int pairs;
    private final Fourier[] axes;
    private final int[] plus;
    private final int[] minus;
    private final double[] workRe;
    private final double[] workIm;

    /** @param pairs of columns */
    GridTransform(Waves waves, int[] grid, int pairs) {
        this.waves = waves;
        this.grid = grid.clone();
        this.pairs = pairs;
        this.axes = new Fourier[grid.length];
        this.plus = new int[waves.count()];
        this.minus = new int[waves.count()];
        for (int a = 0; a < grid.length; a++) {
            axes[a] = new Fourier(grid[a]);
        }
        for (int p = 0; p < waves.count(); p++) {
            plus[p] = waves.onGrid(p, 1, grid);
            minus[p] = waves.onGrid(p, -1, grid);
        }
        this.workRe = new double[Grids.size(grid) * pairs];
        this.workIm = new double[Grids.size(grid) * pairs];
    }

    /** Points of the grid times {@code pairs}: the room that values need, twice. */
    int length() {
        return workRe.length;
    }

    /**
     * Values of Σ_k f_k û_k e^(ik·φ), the waves that are not stored included.
     * @param factorRe of each wave, [waves], as {@code factorIm}
     * @param re û: wave p of column c at {@code from + p·stride + c}, as {@code im}
     * @param outRe overwritten: [points × pairs] the first half of the columns; {@code outIm}: the second half
     */
    void toGrid(
            double[] factorRe,
            double[] factorIm,
            double[] re,
            double[] im,
            int from,
            int stride,
            double[] outRe,
            double[] outIm) {
        java.util.Arrays.fill(outRe, 0, length(), 0);
        java.util.Arrays.fill(outIm, 0, length(), 0);
        for (int p = 0; p < waves.count(); p++) {
            double fr = factorRe[p];
            double fi = factorIm[p];
            for (int c = 0; c < pairs; c++) {
                int first = from + p * stride + c;
                int second = first + pairs;
                double ar = fr * re[first] - fi * im[first];
                double ai = fr * im[first] + fi * re[first];
                double br = fr * re[second] - fi * im[second];
                double bi = fr * im[second] + fi * re[second];
                outRe[minus[p] * pairs + c] = ar + bi;
                outIm[minus[p] * pairs + c] = br - ai;
                outRe[plus[p] * pairs + c] = p == 0 ? ar : ar - bi; // the constant is real
                outIm[plus[p] * pairs + c] = p == 0 ? br : ai + br;
            }
        }
        transform(1, outRe, outIm);
    }

    /**
     * The waves of functions with these values, which are overwritten.
     * @param re wave p of column c at {@code from + p·stride + c}; overwritten, as {@code im}
     */
    void toWaves(double[] valuesRe, double[] valuesIm, double[] re, double[] im, int from, int stride) {
        transform(-1, valuesRe, valuesIm);
        double half = 0.5 / Grids.size(grid);
        for (int p = 0; p < waves.count(); p++) {
            for (int c = 0; c < pairs; c++) {
                int k = plus[p] * pairs + c;
                int l = minus[p] * pairs + c;
                int first = from + p * stride + c;
                re[first] = half * (valuesRe[k] + valuesRe[l]);
                im[first] = half * (valuesIm[k] - valuesIm[l]);
                re[first + pairs] = half * (valuesIm[k] + valuesIm[l]);
                im[first + pairs] = half * (valuesRe[l] - valuesRe[k]);
            }
        }
    }

    private void transform(int sign, double[] re, double[] im) {
        int outer = 1;
        for (int a = 0; a < grid.length; a++) {
            int inner = length() / outer / grid[a];
            for (int o = 0; o < outer; o++) {
                axes[a].transform(sign, inner, re, im, o * grid[a] * inner, workRe, workIm);
            }
            outer *= grid[a];
        }
    }
}
