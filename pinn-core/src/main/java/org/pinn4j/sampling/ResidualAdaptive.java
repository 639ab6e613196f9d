package org.pinn4j.sampling;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.pinn4j.args.Args;
import org.pinn4j.random.RandomStream;

/**
 * Draws points where the residual is large, without replacement, with probabilities p ∝ |r|^k1 / mean(|r|^k1) + k2.
 * Source: Wu, Zhu, Tan, Kartha, Lu, A comprehensive study of non-adaptive and residual-based adaptive sampling for
 * physics-informed neural networks, CMAME 403 (2023) 115671, method RAD.
 *
 * @param exponent k1 ≥ 0: how sharply large residuals are preferred
 * @param floor k2 ≥ 0: the share that is drawn regardless of the residual
 */
public record ResidualAdaptive(double exponent, double floor) {
    public ResidualAdaptive {
        if (!(exponent >= 0 && floor >= 0) || Double.isInfinite(exponent + floor)) {
            throw new IllegalArgumentException(
                    "residual-adaptive: need finite k1, k2 ≥ 0, got k1 = %s, k2 = %s".formatted(exponent, floor));
        }
    }

    /** k1 = k2 = 1. */
    public static ResidualAdaptive standard() {
        return new ResidualAdaptive(1, 1);
    }

    /**
     * Draws n of the candidates, in the order of the candidates.
     * @param residuals [candidates]; signs do not matter
     * @throws IllegalArgumentException if a residual is NaN or infinite, or n is more than there are candidates
     */
    public PointSet draw(PointSet candidates, double[] residuals, int n, RandomStream stream) {
        Args.given(candidates, "candidates", residuals, "residuals");
        Args.given(stream, "stream");
        return draw(candidates, residuals, report(residuals), n, stream);
    }

    /**
     * Draws n of a part of the candidates, with the probabilities of {@code all} of them.
     * @throws IllegalArgumentException if a residual is NaN or infinite, or n is more than there are candidates
     */
    public PointSet draw(PointSet candidates, double[] residuals, Report all, int n, RandomStream stream) {
        Args.given(candidates, "candidates", residuals, "residuals");
        Args.given(all, "all", stream, "stream");
        if (residuals.length != candidates.count() || n < 0 || n > residuals.length) {
            throw new IllegalArgumentException(
                    "residual-adaptive: need one residual per candidate and n of them, got %d candidates, %d residuals, n = %d"
                            .formatted(candidates.count(), residuals.length, n));
        }
        return candidates.select(choose(weights(residuals, all), n, stream));
    }

    /**
     * What is known of a part of the candidates where a draw is shared out.
     * @param largest max|r|, by which residuals are divided first, so that no power overflows
     * @param powers Σ(|r|/largest)^k1
     * @param count candidates
     */
    public record Report(double largest, double powers, int count) {
        private double scale() {
            return largest == 0 ? 1 : largest;
        }

        private double mean() {
            return count == 0 ? 1 : powers / count;
        }
    }

    /** @throws IllegalArgumentException if a residual is NaN or infinite */
    public Report report(double[] residuals) {
        Args.given(residuals, "residuals");
        double largest = 0;
        for (int i = 0; i < residuals.length; i++) {
            if (!Double.isFinite(residuals[i])) {
                throw new IllegalArgumentException(
                        "residual-adaptive: residual %d is %s, need finite".formatted(i, residuals[i]));
            }
            largest = Math.max(largest, Math.abs(residuals[i]));
        }
        double scale = largest == 0 ? 1 : largest;
        double powers = 0;
        for (double r : residuals) {
            powers += Math.pow(Math.abs(r) / scale, exponent);
        }
        return new Report(largest, powers, residuals.length);
    }

    /** The report of all candidates from those of their parts, added in their order. */
    public Report together(List<Report> parts) {
        Args.list(parts, "parts");
        double largest = parts.stream().mapToDouble(Report::largest).max().orElse(0);
        double powers = 0;
        int count = 0;
        for (Report part : parts) {
            powers += powers(part, largest == 0 ? 1 : largest);
            count += part.count;
        }
        return new Report(largest, powers, count);
    }

    private double powers(Report part, double scale) {
        return part.powers * Math.pow(part.scale() / scale, exponent);
    }

    /**
     * How many of n points each part of the candidates draws: at least one, otherwise in proportion to its weight in
     * {@link #together}.
     */
    public int[] apportion(List<Report> parts, int n) {
        Args.list(parts, "parts");
        Report all = together(parts);
        double[] weights = parts.stream()
                .mapToDouble(p -> (all.mean() == 0 ? p.count : powers(p, all.scale()) / all.mean()) + floor * p.count)
                .toArray();
        return Apportionment.of(weights, parts.stream().mapToInt(Report::count).toArray(), n);
    }

    /** |r|^k1 / mean(|r|^k1) + k2 of each. */
    double[] weights(double[] residuals, Report all) {
        return Arrays.stream(residuals)
                .map(r -> Math.pow(Math.abs(r) / all.scale(), exponent))
                .map(p -> (all.mean() == 0 ? 1 : p / all.mean()) + floor)
                .toArray();
    }

    /**
     * Sampling without replacement as a race of exponential clocks with these rates: the first n win.
     * Source: Efraimidis, Spirakis, Weighted random sampling with a reservoir (2006).
     */
    private static int[] choose(double[] weights, int n, RandomStream stream) {
        double[] time = new double[weights.length];
        for (int i = 0; i < time.length; i++) {
            // the least rate keeps points of weight zero in the race, behind all others
            time[i] = -StrictMath.log(stream.nextOpenDouble()) / Math.max(weights[i], 1e-290);
        }
        return IntStream.range(0, time.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> time[i]))
                .limit(n)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }
}
