package org.pinn4j.statistics;

import java.util.Arrays;
import org.hipparchus.special.Gamma;

/**
 * How often chance alone gives a fit as bad as the one seen. Tests take seeds that are fixed, so that they pass or fail for good,
 * and ask for more than one in ten thousand: a sound generator had that chance once, when the seed was chosen.
 */
public final class PValues {
    /** What a test asks for, from below of a distance, from both sides where a fit may be too good as well. */
    public static final double LEAST = 1e-4;

    private static final int FEWEST_EXPECTED = 5;

    private PValues() {}

    /** Of Pearson's sum over the cells, whose law is χ² with one degree of freedom less than cells where each expects enough. */
    public static double chiSquare(double[] counts, double[] probabilities) {
        double n = Arrays.stream(counts).sum();
        double sum = 0;
        for (int k = 0; k < counts.length; k++) {
            double expected = n * probabilities[k];
            if (expected < FEWEST_EXPECTED) {
                throw new IllegalArgumentException("cell %d expects %.1f: too few for the law".formatted(k, expected));
            }
            sum += (counts[k] - expected) * (counts[k] - expected) / expected;
        }
        return above(counts.length - 1, sum);
    }

    /** Of cells that are equally likely. */
    public static double equal(double[] counts) {
        double[] probabilities = new double[counts.length];
        Arrays.fill(probabilities, 1.0 / counts.length);
        return chiSquare(counts, probabilities);
    }

    /** Of χ² with this many degrees of freedom. */
    public static double above(int freedom, double sum) {
        return Gamma.regularizedGammaQ(freedom / 2.0, sum / 2);
    }

    /**
     * A bound, for any n, of the p-value of Kolmogorov's distance between the numbers and the uniform law on [0, 1].
     * Source: Massart, The tight constant in the Dvoretzky-Kiefer-Wolfowitz inequality, Annals of Probability 18 (1990) 1269.
     */
    public static double kolmogorov(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double distance = 0;
        for (int i = 0; i < n; i++) {
            distance = Math.max(distance, Math.max(sorted[i] - (double) i / n, (i + 1.0) / n - sorted[i]));
        }
        return Math.min(1, 2 * Math.exp(-2 * n * distance * distance));
    }
}
