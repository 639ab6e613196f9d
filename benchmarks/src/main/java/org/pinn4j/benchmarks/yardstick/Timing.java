package org.pinn4j.benchmarks.yardstick;

import java.util.Arrays;

/** Seconds of one thing in every round of a {@link Contest}, in the order of the rounds; NaN where a round has none. */
record Timing(double[] seconds) {
    Timing {
        if (seconds.length == 0) {
            throw new IllegalArgumentException("timing: no sample");
        }
        seconds = seconds.clone();
    }

    @Override
    public double[] seconds() {
        return seconds.clone();
    }

    double median() {
        return quantile(seconds, 0.5);
    }

    double best() {
        return quantile(seconds, 0);
    }

    /** Half the distance of the quartiles over the median. */
    double spread() {
        return (quantile(seconds, 0.75) - quantile(seconds, 0.25)) / 2 / median();
    }

    /** Median over the rounds of this time over another: what disturbs a whole round cancels. */
    double over(Timing other) {
        double[] ratios = new double[Math.min(seconds.length, other.seconds.length)];
        Arrays.setAll(ratios, k -> seconds[k] / other.seconds[k]);
        return quantile(ratios, 0.5);
    }

    private static double quantile(double[] values, double q) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double at = q * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
