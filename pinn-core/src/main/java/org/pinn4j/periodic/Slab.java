package org.pinn4j.periodic;

/**
 * The courses of all waves over a slab in the frames that carry them. Of one thread, immutable once made.
 * @param which the frame of each wave; −1 for waves below rounding, which are left out
 * @param weights of each field, wave and function, [fields × waves × most functions]
 */
record Slab(
        double from,
        double to,
        Waves waves,
        Frames frames,
        int[] which,
        int most,
        Course weights,
        double defect,
        double truncation) {
    private static final double DIGITS = 3e-3; // of the target, that a course may miss

    /** @param nodes by field, wave and node; @param rates of the linear part, by field and wave; @param target of errors */
    static Slab of(
            double from,
            double to,
            Waves waves,
            Frames frames,
            Course start,
            Course nodes,
            double[] rates,
            Metric metric,
            double target) {
        int fields = rates.length / waves.count();
        int s = frames.radau().stages();
        int most = frames.frame(frames.count() - 1).functions();
        int[] which = new int[waves.count()];
        Course weights = Course.zero(fields * waves.count() * most);
        double half = (to - from) / 2;
        for (int p = 0; p < waves.count(); p++) {
            double[][] re = new double[fields][];
            double[][] im = new double[fields][];
            which[p] = -1;
            for (int f = 0; f < fields; f++) {
                int at = f * waves.count() + p;
                re[f] = joined(start.re()[at], nodes.re(), at * s, s);
                im[f] = joined(start.im()[at], nodes.im(), at * s, s);
                if (largest(re[f], im[f]) > DIGITS * target * metric.size(f)) {
                    double rate = 1 + half * rates[at];
                    double allowed = DIGITS * target * metric.size(f);
                    which[p] = Math.max(which[p], frames.enough(re[f], allowed, 10 * rate));
                    which[p] = Math.max(which[p], frames.enough(im[f], allowed, 10 * rate));
                }
            }
            for (int f = 0; f < fields && which[p] >= 0; f++) {
                int at = (f * waves.count() + p) * most;
                double[] fitRe = frames.frame(which[p]).fit(re[f]);
                double[] fitIm = frames.frame(which[p]).fit(im[f]);
                System.arraycopy(fitRe, 0, weights.re(), at, fitRe.length);
                System.arraycopy(fitIm, 0, weights.im(), at, fitIm.length);
            }
        }
        return new Slab(from, to, waves, frames, which, most, weights, 0, 0);
    }

    private static double[] joined(double start, double[] nodes, int from, int count) {
        double[] all = new double[count + 1];
        all[0] = start;
        System.arraycopy(nodes, from, all, 1, count);
        return all;
    }

    private static double largest(double[] a, double[] b) {
        double largest = 0;
        for (int j = 0; j < a.length; j++) {
            largest = Math.max(largest, Math.max(Math.abs(a[j]), Math.abs(b[j])));
        }
        return largest;
    }

    Slab judged(double newDefect, double newTruncation) {
        return new Slab(from, to, waves, frames, which, most, weights, newDefect, newTruncation);
    }

    private int fields() {
        return weights.re().length / (most * waves.count());
    }

    /** The state at the end, by field and wave. */
    Course end() {
        Course end = Course.zero(fields() * waves.count());
        for (int k = 0; k < end.re().length; k++) {
            int frame = which[k % waves.count()];
            if (frame >= 0) {
                double[] values = frames.end(frame);
                for (int n = 0; n < values.length; n++) {
                    end.re()[k] += values[n] * weights.re()[k * most + n];
                    end.im()[k] += values[n] * weights.im()[k * most + n];
                }
            }
        }
        return end;
    }

    /**
     * Courses at points of [−1, 1]: by field, wave of another set and point.
     * @param rows of each frame, [frames][points][functions]
     */
    Course at(double[][][] rows, Waves among) {
        int points = rows[0].length;
        Course result = Course.zero(fields() * among.count() * points);
        for (int p = 0; p < waves.count(); p++) {
            int to = waves.in(among, p);
            for (int f = 0; f < fields() && to >= 0 && which[p] >= 0; f++) {
                int at = (f * waves.count() + p) * most;
                for (int i = 0; i < points; i++) {
                    double[] row = rows[which[p]][i];
                    int k = (f * among.count() + to) * points + i;
                    for (int n = 0; n < row.length; n++) {
                        result.re()[k] += row[n] * weights.re()[at + n];
                        result.im()[k] += row[n] * weights.im()[at + n];
                    }
                }
            }
        }
        return result;
    }

    int features() {
        int count = 0;
        for (int p = 0; p < which.length; p++) {
            count += functions(p) * (p == 0 ? 1 : 2);
        }
        return count;
    }

    /** Functions of time of a wave. */
    int functions(int wave) {
        return which[wave] < 0 ? 0 : frames.frame(which[wave]).functions();
    }

    /** As features of networks. @param symbols for the rounding of residuals */
    WaveSlab written(Symbols symbols) {
        return new FeatureWriter(this, symbols, fields()).write();
    }
}
