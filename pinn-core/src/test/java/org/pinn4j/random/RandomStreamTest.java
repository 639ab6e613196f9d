package org.pinn4j.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {
    private static final int N = 200_000;

    /** Known answers published with the generator: Salmon et al., Random123, kat_vectors, philox2x64 with 10 rounds. */
    @Test
    void theGeneratorGivesThePublishedKnownAnswers() {
        assertEquals(0xca00a0459843d731L, Philox.word(0, 0, 0));
        assertEquals(0x65b021d60cd8310fL, Philox.word(-1, -1, -1));
        assertEquals(0x0a5e742c2997341cL, Philox.word(0xa4093822299f31d0L, 0x243f6a8885a308d3L, 0x13198a2e03707344L));
    }

    @Test
    void uniformMomentsAreThoseOfTheUnitInterval() {
        RandomStream s = RandomStream.of(7, "moments");
        double[] x = new double[N];
        s.fill(x);
        for (int k = 1; k <= 4; k++) {
            int power = k;
            double mean =
                    Arrays.stream(x).map(v -> Math.pow(v, power)).average().orElseThrow();
            double deviation = Math.sqrt((1.0 / (2 * k + 1) - 1.0 / ((k + 1) * (k + 1))) / N);
            assertEquals(1.0 / (k + 1), mean, 4 * deviation, "moment " + k);
        }
        assertTrue(Arrays.stream(x).allMatch(v -> v >= 0 && v < 1));
    }

    @Test
    void normalMomentsAreThoseOfTheStandardNormal() {
        RandomStream s = RandomStream.of(7, "normal");
        double[] z = new double[N];
        s.fillGaussian(z);
        double[] expected = {0, 1, 0, 3};
        double[] variance = {1, 2, 15, 96};
        for (int k = 1; k <= 4; k++) {
            int power = k;
            double mean =
                    Arrays.stream(z).map(v -> Math.pow(v, power)).average().orElseThrow();
            assertEquals(expected[k - 1], mean, 4 * Math.sqrt(variance[k - 1] / N), "moment " + k);
        }
    }

    @Test
    void theNormalQuantileInvertsTheDistributionFunction() {
        for (double z = -8; z <= 8; z += 0.0625) {
            double tail = 0.5 * Erf.erfc(Math.abs(z) / Math.sqrt(2));
            double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
            assertEquals(-Math.abs(z), NormalQuantile.of(tail), 4e-16 * (1 + Math.abs(z)) + 1e-14 * tail / density);
        }
        assertEquals(1.959963984540054, NormalQuantile.of(0.975), 2e-15);
        assertEquals(0, NormalQuantile.of(0.5));
    }

    @Test
    void aNumberTakesOneDraw() {
        RandomStream s = RandomStream.of(1, "draws");
        s.nextDouble();
        s.nextGaussian();
        s.nextInt();
        s.nextBoolean();
        s.nextFloat();
        s.nextOpenDouble();
        assertEquals(6, s.counter());
    }

    @Test
    void aRestoredStreamContinuesBitForBit() {
        RandomStream s = RandomStream.of(42, "a").substream("b");
        for (int i = 0; i < 1001; i++) {
            s.nextGaussian();
        }
        RandomStream again = RandomStream.restore(s.state());
        for (int i = 0; i < 1000; i++) {
            assertEquals(
                    Double.doubleToRawLongBits(s.nextGaussian()), Double.doubleToRawLongBits(again.nextGaussian()));
        }
        assertArrayEquals(s.state(), again.state());
    }

    @Test
    void streamsOfDifferentNamesAreUncorrelated() {
        String[] names = {"interior", "boundary", "", "a", "b", "ab", "held-out", "interior ", "ünï"};
        double[][] x = new double[names.length + 1][N / 4];
        for (int k = 0; k < names.length; k++) {
            RandomStream.of(1, names[k]).fill(x[k]);
        }
        RandomStream.of(2, names[0]).fill(x[names.length]);
        for (int a = 0; a < x.length; a++) {
            for (int b = 0; b < a; b++) {
                for (int lag = 0; lag < 2; lag++) {
                    assertEquals(0, correlation(x[a], x[b], lag), 4.5 / Math.sqrt(N / 4.0), a + " with " + b);
                }
            }
        }
    }

    private static double correlation(double[] x, double[] y, int lag) {
        double sum = 0;
        for (int i = lag; i < x.length; i++) {
            sum += (x[i] - 0.5) * (y[i - lag] - 0.5);
        }
        return 12 * sum / (x.length - lag);
    }

    @Test
    void aSubstreamDoesNotDependOnHowFarItsParentWasRead() {
        RandomStream parent = RandomStream.of(3, "p");
        RandomStream before = parent.substream("c");
        parent.nextLong();
        assertArrayEquals(before.state(), parent.substream("c").state());
        assertNotEquals(RandomStream.of(3, "c").stream(), before.stream());
    }

    @Test
    void namesOfManyStreamsDoNotCollide() {
        Set<Long> seen = new HashSet<>();
        RandomStream root = RandomStream.of(0, "root");
        for (int i = 0; i < 100_000; i++) {
            assertTrue(seen.add(root.substream("stream " + i).stream()));
        }
    }

    @Test
    void nameHashesAreFixedForEver() {
        assertEquals(RandomStream.of(0, "interior").stream(), RandomStream.of(9, "interior").stream());
        assertEquals(
                "RandomStream[seed=5, stream=367898ecbc8c3bee, counter=0]",
                RandomStream.of(5, "interior").toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 10, 64})
    void boundedIntegersAreEquallyLikely(int n) {
        RandomStream s = RandomStream.of(11, "bounded");
        double[] count = new double[n];
        for (int i = 0; i < N; i++) {
            count[s.nextInt(n)]++;
        }
        double chiSquare = Arrays.stream(count)
                .map(c -> (c - (double) N / n) * (c - (double) N / n) * n / N)
                .sum();
        assertTrue(chiSquare < n - 1 + 4 * Math.sqrt(2.0 * n), "chi-square " + chiSquare);
    }

    @Test
    void boundedLongsStayBelowALargeBound() {
        RandomStream s = RandomStream.of(11, "large");
        long bound = (1L << 62) + 1; // a quarter of all draws is rejected
        double mean = 0;
        for (int i = 0; i < 10_000; i++) {
            long v = s.nextLong(bound);
            assertTrue(v >= 0 && v < bound);
            mean += (double) v / bound / 10_000;
        }
        assertEquals(0.5, mean, 4 / Math.sqrt(12 * 10_000));
        assertThrows(IllegalArgumentException.class, () -> s.nextLong(0));
    }

    @Test
    void aPermutationHoldsEveryIndexOnceAndEachOrderIsEquallyLikely() {
        RandomStream s = RandomStream.of(4, "order");
        int[] seen = new int[27];
        for (int trial = 0; trial < 6000; trial++) {
            int[] p = s.permutation(3);
            seen[9 * p[0] + 3 * p[1] + p[2]]++;
        }
        int[] orders = Arrays.stream(seen).filter(c -> c > 0).toArray();
        assertEquals(6, orders.length);
        assertTrue(Arrays.stream(orders).allMatch(c -> Math.abs(c - 1000) < 130), Arrays.toString(orders));
    }

    @Test
    void bytesAreTheBytesOfTheDraws() {
        byte[] bytes = new byte[11];
        RandomStream.of(1, "bytes").nextBytes(bytes, 1, 10);
        RandomStream same = RandomStream.of(1, "bytes");
        assertEquals((byte) same.nextLong(), bytes[1]);
        assertEquals((byte) same.nextLong(), bytes[9]);
        assertEquals(0, bytes[0]);
        assertThrows(IllegalArgumentException.class, () -> same.nextBytes(bytes, 5, 7));
    }

    @Test
    void seedingAgainStartsAgain() {
        RandomStream s = RandomStream.of(1, "seed");
        long first = s.nextLong();
        s.setSeed(2);
        assertNotEquals(first, s.nextLong());
        s.setSeed(1L);
        assertEquals(first, s.nextLong());
        s.setSeed(new int[] {1, 2});
        long pair = s.nextLong();
        s.setSeed(new int[] {2, 1});
        assertNotEquals(pair, s.nextLong());
    }
}
