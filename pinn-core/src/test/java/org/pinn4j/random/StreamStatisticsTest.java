package org.pinn4j.random;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.statistics.PValues;

/** What streams promise, as laws: numbers, pairs, bits and normals of one stream, and streams of different names and seeds. */
class StreamStatisticsTest {
    private static final int N = 1 << 18;
    private static final int CELLS = 256;
    private static final int SIDE = 16;
    private static final int STREAMS = 1 << 16;

    private final RandomStream stream = RandomStream.of(20, "statistics");

    /** Neither too far from the law nor closer to it than chance comes. */
    private static void fits(double p) {
        assertTrue(p > PValues.LEAST && p < 1 - PValues.LEAST, "p = " + p);
    }

    private static double[] cells(int n, IntToDoubleFunction number) {
        double[] counts = new double[CELLS];
        for (int i = 0; i < n; i++) {
            counts[(int) (CELLS * number.applyAsDouble(i))]++;
        }
        return counts;
    }

    private static void pair(double[] counts, double first, double second) {
        counts[SIDE * (int) (SIDE * first) + (int) (SIDE * second)]++;
    }

    @Test
    void numbersFillTheCellsOfTheUnitIntervalAlike() {
        fits(PValues.equal(cells(N, i -> stream.nextDouble())));
        fits(PValues.equal(cells(N, i -> stream.nextOpenDouble())));
        fits(PValues.equal(cells(N, i -> stream.nextFloat())));
        fits(PValues.equal(cells(N, i -> 0.5 + stream.nextInt() * 0x1p-32)));
    }

    /** Numbers that follow each other at these distances fill a square alike. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 64})
    void pairsFillTheSquareAlike(int lag) {
        double[] u = new double[N];
        stream.fill(u);
        double[] counts = new double[CELLS];
        for (int i = 0; i + lag < N; i += 2 * lag) {
            for (int k = i; k < i + lag && k + lag < N; k++) { // none twice
                pair(counts, u[k], u[k + lag]);
            }
        }
        fits(PValues.equal(counts));
    }

    /** The square of the excess of ones over zeros is n times χ² with one degree of freedom, for each bit and each two neighbours. */
    @Test
    void everyBitIsOneInHalfOfTheDrawsAndDoesNotFollowItsNeighbour() {
        long[] ones = new long[Long.SIZE];
        long[] alike = new long[Long.SIZE];
        for (int i = 0; i < N; i++) {
            long word = stream.nextLong();
            long same = ~(word ^ Long.rotateLeft(word, 1));
            for (int bit = 0; bit < Long.SIZE; bit++) {
                ones[bit] += word >>> bit & 1;
                alike[bit] += same >>> bit & 1;
            }
        }
        for (long[] counts : new long[][] {ones, alike}) {
            double sum = Arrays.stream(counts)
                    .mapToDouble(c -> (2.0 * c - N) * (2.0 * c - N) / N)
                    .sum();
            fits(PValues.above(Long.SIZE, sum));
        }
    }

    @Test
    void normalsHaveTheNormalLawAndItsTails() {
        double[] z = new double[N];
        stream.fillGaussian(z);
        double[] u =
                Arrays.stream(z).map(x -> 0.5 * Erf.erfc(-x / Math.sqrt(2))).toArray();
        double p = PValues.kolmogorov(u);
        assertTrue(p > PValues.LEAST, "p = " + p);
        double[] edges = {0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 9};
        double[] counts = new double[edges.length - 1];
        double[] probabilities = new double[edges.length - 1];
        for (double x : z) {
            int at = Arrays.binarySearch(edges, Math.abs(x));
            counts[at >= 0 ? at : -at - 2]++;
        }
        for (int k = 0; k < counts.length; k++) {
            probabilities[k] = Erf.erfc(edges[k] / Math.sqrt(2)) - Erf.erfc(edges[k + 1] / Math.sqrt(2));
        }
        fits(PValues.chiSquare(counts, probabilities));
    }

    @Test
    void normalsThatFollowEachOtherAreIndependent() {
        double[] counts = new double[CELLS];
        for (int i = 0; i < N / 2; i++) {
            double first = stream.nextGaussian();
            pair(counts, 0.5 * Erf.erfc(-first / Math.sqrt(2)), 0.5 * Erf.erfc(-stream.nextGaussian() / Math.sqrt(2)));
        }
        fits(PValues.equal(counts));
    }

    /** Long streams of neighbouring names side by side: number i of one beside number i of the other. */
    @Test
    void substreamsAreIndependentOfEachOther() {
        double[] counts = new double[CELLS];
        for (int k = 0; k < 64; k += 2) {
            RandomStream one = stream.substream("part " + k);
            RandomStream other = stream.substream("part " + (k + 1));
            for (int i = 0; i < N / 64; i++) {
                pair(counts, one.nextDouble(), other.nextDouble());
            }
        }
        fits(PValues.equal(counts));
    }

    /** Many short streams: a sampler reads a few numbers of each name, a study the same name of many seeds. */
    @Test
    void firstNumbersOfManyNamesAndOfManySeedsAreUniform() {
        fits(PValues.equal(cells(STREAMS, k -> stream.substream("step " + k).nextDouble())));
        fits(PValues.equal(cells(STREAMS, k -> RandomStream.of(k, "theta").nextDouble())));
        double[] counts = new double[CELLS];
        for (int k = 0; k < STREAMS; k += 2) {
            pair(
                    counts,
                    RandomStream.of(k, "theta").nextDouble(),
                    RandomStream.of(k + 1, "theta").nextDouble());
        }
        fits(PValues.equal(counts));
    }

    /** Where i goes to and where its neighbour goes to: n² cells but for the diagonal. */
    @Test
    void ordersAreDrawnAlike() {
        int n = 12;
        double[] counts = new double[n * (n - 1)];
        for (int trial = 0; trial < 30_000; trial++) {
            int[] order = stream.permutation(n);
            counts[order[0] * (n - 1) + order[1] - (order[1] > order[0] ? 1 : 0)]++;
        }
        fits(PValues.equal(counts));
    }
}
