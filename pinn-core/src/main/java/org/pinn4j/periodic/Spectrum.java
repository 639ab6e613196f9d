package org.pinn4j.periodic;

import java.util.Arrays;
import java.util.List;

/** A state as its waves, and how many of them count. Immutable. */
record Spectrum(Waves waves, Course amplitudes) {
    private static final double BELOW = 1e-2; // of the target: waves that do not count
    private static final double SMALLEST = 1e-14; // target for the waves of data

    private static final int LEAST = 4;
    private static final int MOST_WAVES = 4200;
    private static final int MOST_ALONG = 1023;
    private static final int MOST_POINTS = 1 << 15;
    private static final double MARGIN = 1.15;

    /** That of functions, on grids of ever more points until the waves decay. */
    static Spectrum of(Remainder remainder, int axes) {
        int[] grid = new int[axes];
        Arrays.fill(grid, 32);
        while (true) {
            Spectrum found = on(remainder, grid);
            int[] enough = found.needed(SMALLEST / BELOW, false);
            boolean decayed = true;
            int[] finer = grid.clone();
            for (int a = 0; a < axes; a++) {
                boolean shortOf = enough[a] > found.waves.most(a) * 3 / 4;
                decayed &= !shortOf;
                finer[a] = shortOf ? 2 * grid[a] : grid[a];
            }
            if (decayed || Grids.size(finer) > MOST_POINTS) {
                return found;
            }
            grid = finer;
        }
    }

    private static Spectrum on(Remainder remainder, int[] grid) {
        int[] most = grid.clone();
        Arrays.setAll(most, a -> Grids.waves(grid[a]));
        Waves waves = new Waves(most);
        List<double[]> fields = remainder.initial(grid);
        GridTransform transform = new GridTransform(waves, grid, 1);
        Course amplitudes = Course.zero(fields.size() * waves.count());
        for (int f = 0; f < fields.size(); f++) {
            double[] re = new double[2 * waves.count()];
            double[] im = new double[2 * waves.count()];
            transform.toWaves(fields.get(f).clone(), new double[transform.length()], re, im, 0, 2);
            for (int p = 0; p < waves.count(); p++) {
                amplitudes.re()[f * waves.count() + p] = re[2 * p];
                amplitudes.im()[f * waves.count() + p] = im[2 * p];
            }
        }
        return new Spectrum(waves, amplitudes);
    }

    int fields() {
        return amplitudes.re().length / waves.count();
    }

    /** The largest wave number along each axis that counts, with a margin where waves may yet grow. @param target of errors */
    int[] needed(double target, boolean margin) {
        int[] needed = new int[waves.axes()];
        Metric metric = Metric.of(amplitudes, fields(), 1);
        for (int k = 0; k < amplitudes.re().length; k++) {
            double size = Math.hypot(amplitudes.re()[k], amplitudes.im()[k]);
            for (int a = 0; a < needed.length && size > BELOW * target * metric.size(k / waves.count()); a++) {
                needed[a] = Math.max(needed[a], Math.abs(waves.number(k % waves.count(), a)));
            }
        }
        if (margin) {
            Arrays.setAll(needed, a -> (int) Math.max(LEAST, Math.ceil(MARGIN * needed[a])));
        }
        return needed;
    }

    /** The waves that some state needs, as many as a grid is good for and all of them may be. */
    static Waves enough(int[] needed) {
        int[] most = needed.clone();
        Arrays.setAll(most, a -> Math.min(MOST_ALONG, Grids.waves(Grids.of(needed[a]))));
        Waves waves = new Waves(most);
        while (waves.count() > MOST_WAVES) {
            int[] fewer = most;
            int widest = 0;
            for (int a = 0; a < fewer.length; a++) {
                widest = fewer[a] > fewer[widest] ? a : widest;
            }
            fewer[widest] = fewer[widest] * 3 / 4;
            waves = new Waves(fewer);
        }
        return waves;
    }

    /** The size of the waves that are not among others, over that of all: the largest of the fields. */
    double beyond(Waves others) {
        Course left = amplitudes.copy();
        for (int k = 0; k < left.re().length; k++) {
            if (waves.in(others, k % waves.count()) >= 0) {
                left.re()[k] = 0;
                left.im()[k] = 0;
            }
        }
        Metric all = Metric.of(amplitudes, fields(), 1);
        Metric these = Metric.of(left, fields(), 1);
        double largest = 0;
        for (int f = 0; f < fields(); f++) {
            largest = Math.max(largest, these.isZero(f) ? 0 : these.size(f) / all.size(f));
        }
        return largest;
    }

    Spectrum among(Waves others) {
        if (others.equals(waves)) {
            return this;
        }
        Course moved = Course.zero(fields() * others.count());
        for (int p = 0; p < waves.count(); p++) {
            int to = waves.in(others, p);
            for (int f = 0; f < fields() && to >= 0; f++) {
                moved.re()[f * others.count() + to] = amplitudes.re()[f * waves.count() + p];
                moved.im()[f * others.count() + to] = amplitudes.im()[f * waves.count() + p];
            }
        }
        return new Spectrum(others, moved);
    }
}
