package org.pinn4j.validation.study;

import java.util.Arrays;
import org.pinn4j.args.Args;

/**
 * Median, quartiles and extremes of some runs. A run that failed counts as infinitely bad; of no runs all is NaN.
 * @param count of runs
 */
public record Spread(double min, double lower, double median, double upper, double max, int count) {
    public static Spread of(double... values) {
        Args.given(values, "values");
        double[] sorted = Arrays.stream(values)
                .map(v -> Double.isNaN(v) ? Double.POSITIVE_INFINITY : v)
                .sorted()
                .toArray();
        return new Spread(
                quantile(sorted, 0),
                quantile(sorted, 0.25),
                quantile(sorted, 0.5),
                quantile(sorted, 0.75),
                quantile(sorted, 1),
                sorted.length);
    }

    /** Linear between order statistics, type 7 of Hyndman and Fan, The American Statistician 50 (1996) 361. */
    private static double quantile(double[] sorted, double q) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = q * (sorted.length - 1);
        int below = (int) place;
        double share = place - below;
        boolean exact = share == 0 || Double.isInfinite(sorted[below]);
        return exact ? sorted[below] : sorted[below] + share * (sorted[below + 1] - sorted[below]);
    }
}
