package org.pinn4j.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.random.RandomStream;
import org.pinn4j.statistics.PValues;

/** What samplers promise: boxes with as many points as they are large, discrepancies below chance, densities that are followed. */
class SamplerStatisticsTest {
    private static final int SEEDS = 24;

    private static RandomStream stream(long seed) {
        return RandomStream.of(seed, "statistics");
    }

    /** In bases 2, 3 and 5, a box of 2^-a by 3^-b by 5^-c holds its share of 2^a 3^b 5^c m points, whatever the digits are turned to. */
    @Test
    void everyElementaryBoxHoldsItsShareOfHaltonPoints() {
        int n = 16 * 27 * 5;
        double[] u = new Halton().unitCube(3, n, stream(1));
        for (int[] box : new int[][] {{16, 27, 5}, {16, 1, 1}, {1, 27, 1}, {1, 1, 5}, {8, 9, 1}, {2, 27, 5}}) {
            int cells = box[0] * box[1] * box[2];
            int[] counts = new int[cells];
            for (int i = 0; i < n; i++) {
                int x = (int) (u[i] * box[0]);
                int y = (int) (u[n + i] * box[1]);
                int z = (int) (u[2 * n + i] * box[2]);
                counts[(x * box[1] + y) * box[2] + z]++;
            }
            assertTrue(Arrays.stream(counts).allMatch(c -> c == n / cells), Arrays.toString(box));
        }
    }

    /** Every axis of a Sobol' sequence is a (0, 1)-sequence: each of 2^k intervals holds one of any 2^k points from a multiple on. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 7, 10})
    void everyRunOfSobolPointsFillsTheIntervalsOfAnAxis(int k) {
        int n = 1 << 11;
        int run = 1 << k;
        double[] u = new Sobol().unitCube(40, n, stream(2));
        for (int axis = 0; axis < 40; axis++) {
            for (int first = axis * n; first < (axis + 1) * n; first += run) {
                assertEquals(
                        run,
                        IntStream.range(first, first + run)
                                .map(i -> (int) (u[i] * run))
                                .distinct()
                                .count());
            }
        }
    }

    /** The cell of a point of a Latin hypercube along one axis says nothing of its cell along another. */
    @Test
    void intervalsOfALatinHypercubeArePairedAtRandom() {
        int n = 16;
        double[] counts = new double[n * n];
        for (int seed = 0; seed < 4000; seed++) {
            double[] u = new LatinHypercube().unitCube(2, n, stream(seed));
            counts[n * (int) (u[0] * n) + (int) (u[n] * n)]++;
        }
        double p = PValues.equal(counts);
        assertTrue(p > PValues.LEAST && p < 1 - PValues.LEAST, "p = " + p);
    }

    /**
     * The square of the L2 star discrepancy, mean over seeds, in units of what n independent points are expected to have:
     * (2^-d − 3^-d)/n. Independent points have it within four standard errors; the others stay below these parts of it, a
     * third above what these seeds give.
     */
    @ParameterizedTest
    @CsvSource({
        "2, 256, 0.02, 0.04, 0.25", //
        "3, 256, 0.06, 0.1, 0.45", //
        "6, 256, 0.4, 0.5, 0.8"
    })
    void discrepanciesAreBelowChance(int d, int n, double sobol, double halton, double latin) {
        double[] chance = discrepancies(new Uniform(), d, n);
        double mean = Arrays.stream(chance).average().orElseThrow();
        double square = Arrays.stream(chance).map(x -> (x - mean) * (x - mean)).sum() / (SEEDS - 1);
        assertEquals(1, mean, 4 * Math.sqrt(square / SEEDS));
        below(sobol, new Sobol(), d, n);
        below(halton, new Halton(), d, n);
        below(latin, new LatinHypercube(), d, n);
    }

    private static void below(double part, Sampler sampler, int d, int n) {
        double mean = Arrays.stream(discrepancies(sampler, d, n)).average().orElseThrow();
        assertTrue(mean < part, () -> "%s, %d axes: %.4f".formatted(sampler.name(), d, mean));
    }

    private static double[] discrepancies(Sampler sampler, int d, int n) {
        double expected = (Math.pow(2, -d) - Math.pow(3, -d)) / n;
        return IntStream.range(0, SEEDS)
                .mapToDouble(seed -> discrepancy(d, n, sampler.unitCube(d, n, stream(seed))) / expected)
                .toArray();
    }

    /** Squared. Source: Warnock (1972), as in Niederreiter, Random Number Generation and Quasi-Monte Carlo Methods (1992), §2.1. */
    private static double discrepancy(int d, int n, double[] u) {
        double single = 0;
        double pairs = 0;
        for (int i = 0; i < n; i++) {
            double one = 1;
            for (int a = 0; a < d; a++) {
                one *= (1 - u[a * n + i] * u[a * n + i]) / 2;
            }
            single += one;
            for (int k = 0; k <= i; k++) {
                double two = k < i ? 2 : 1;
                for (int a = 0; a < d; a++) {
                    two *= 1 - Math.max(u[a * n + i], u[a * n + k]);
                }
                pairs += two;
            }
        }
        return Math.pow(3, -d) - 2 * single / n + pairs / n / n;
    }

    /** 64 candidates of a residual that falls from 1 to 1/64: each is drawn as often as exponent and floor say. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 0.5", "0.5, 0", "0, 1"})
    void residualsAreFollowedAsExponentAndFloorSay(double exponent, double floor) {
        int n = 64;
        double[] residuals =
                IntStream.range(0, n).mapToDouble(i -> 1 - (double) i / n).toArray();
        double mean = Arrays.stream(residuals)
                .map(r -> Math.pow(r, exponent))
                .average()
                .orElseThrow();
        double[] density = Arrays.stream(residuals)
                .map(r -> (Math.pow(r, exponent) / mean + floor) / (n * (1 + floor)))
                .toArray();
        PointSet candidates =
                PointSet.of(1, IntStream.range(0, n).mapToDouble(i -> i).toArray());
        RandomStream stream = stream(3);
        ResidualAdaptive rule = new ResidualAdaptive(exponent, floor);
        double[] counts = new double[n];
        for (int trial = 0; trial < 5_000; trial++) {
            counts[(int) rule.draw(candidates, residuals, 1, stream).coordinate(0, 0)]++;
        }
        double p = PValues.chiSquare(counts, density);
        assertTrue(p > PValues.LEAST && p < 1 - PValues.LEAST, "p = " + p);
    }
}
