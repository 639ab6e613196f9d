package org.pinn4j.validation.study;

import org.hipparchus.distribution.continuous.TDistribution;
import org.pinn4j.args.Args;

/**
 * error ≈ constant·size^(−order), by least squares in log-log, with the interval that the order lies in with 95 % confidence
 * if the logarithms scatter normally about the line. Immutable.
 * Source: Draper and Smith, Applied Regression Analysis (1998), chapter 1: slope ± t(n − 2)·s/√Σ(x − x̄)².
 * @param order positive where the error falls as the size grows
 * @param low end of the interval, NaN for two points, which leave nothing to judge by
 * @param high its other end
 * @param determination R², the share of the variation of log error that the line explains
 * @param points how many pairs it was fitted to
 */
public record PowerLaw(double order, double constant, double low, double high, double determination, int points) {
    private static final double CONFIDENCE = 0.95;

    /**
     * @param size positive, two of them different
     * @param error positive, as many
     * @throws IllegalArgumentException otherwise
     */
    public static PowerLaw fit(double[] size, double[] error) {
        Args.given(size, "size", error, "error");
        int n = size.length;
        double[] x = logarithms("size", size);
        double[] y = logarithms("error", error);
        double xBar = mean(x);
        double xx = products(x, x);
        if (error.length != n || !(xx > 1e-12 * (1 + xBar * xBar))) {
            throw new IllegalArgumentException(
                    "power law: need two different sizes and as many errors, got %d and %d".formatted(n, error.length));
        }
        double slope = products(x, y) / xx;
        double yy = products(y, y);
        double rest = Math.max(0, yy - slope * slope * xx);
        double half = n > 2 ? quantile(n - 2) * Math.sqrt(rest / (n - 2) / xx) : Double.NaN;
        return new PowerLaw(
                0.0 - slope,
                Math.exp(mean(y) - slope * xBar),
                -slope - half,
                -slope + half,
                yy > 0 ? 1 - rest / yy : 1,
                n);
    }

    /** The error on the line. */
    public double at(double size) {
        return constant * Math.pow(size, -order);
    }

    private static double quantile(int freedom) {
        return new TDistribution(freedom).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
    }

    private static double[] logarithms(String what, double[] values) {
        double[] logarithms = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] > 0 && Double.isFinite(values[i]))) {
                throw new IllegalArgumentException(
                        "power law: need a positive finite %s, got %s".formatted(what, values[i]));
            }
            logarithms[i] = Math.log(values[i]);
        }
        return logarithms;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum / values.length;
    }

    /** Σ(a − ā)(b − b̄). */
    private static double products(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double sum = 0;
        for (int i = 0; i < a.length && i < b.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum;
    }
}
