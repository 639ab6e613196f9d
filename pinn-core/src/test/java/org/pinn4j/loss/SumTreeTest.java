package org.pinn4j.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.jets.Tiles;
import org.pinn4j.parallel.Workers;
import org.pinn4j.random.RandomStream;

class SumTreeTest {
    /** Node (level, k) of {@code nodes} by its definition. */
    private static double node(double[] nodes, int level, int k) {
        if (level == 0) {
            return nodes[k];
        }
        boolean right = (long) (2 * k + 1) << (level - 1) < nodes.length;
        double left = node(nodes, level - 1, 2 * k);
        return right ? left + node(nodes, level - 1, 2 * k + 1) : left;
    }

    private static double root(double[] nodes) {
        int level = 0;
        while (1 << level < nodes.length) {
            level++;
        }
        return node(nodes, level, 0);
    }

    /** Entries of very different size, so that another order has other bits. */
    private static double[] entries(int n) {
        RandomStream random = RandomStream.of(n, "tree");
        return IntStream.range(0, n)
                .mapToDouble(k -> random.nextGaussian() * Math.pow(10, 12 * random.nextDouble()))
                .toArray();
    }

    @Test
    void sumsAreTheTreeOfTheDefinition() {
        for (int n = 1; n <= 130; n++) {
            double[] nodes = entries(n);
            assertEquals(root(nodes), SumTree.sum(nodes.clone(), n), n + " ranges");
        }
    }

    @Test
    void rangesAreOfConstantLengthOverAllRegions() {
        int range = SumTree.RANGE_TILES * Tiles.POINTS;
        List<Shares> shares = Shares.of(range + 300, 50, range, 7);
        assertEquals(0, shares.get(0).firstRange());
        assertArrayEquals(new int[] {range, 300}, sizes(shares.get(0)));
        assertEquals(1, shares.get(1).firstRange());
        assertArrayEquals(new int[] {50}, sizes(shares.get(1)));
        assertEquals(1, shares.get(2).firstRange()); // after three tiles and one, the last ones parts of a tile
        assertArrayEquals(new int[] {range - 4 * Tiles.POINTS, 4 * Tiles.POINTS}, sizes(shares.get(2)));
        assertEquals(2, shares.get(3).firstRange());
    }

    private static int[] sizes(Shares shares) {
        return IntStream.range(0, shares.ranges()).map(shares::size).toArray();
    }

    /** The value from the rows, added as the definition says, to the last bit; the gradient and JᵀJ to round-off. */
    @ParameterizedTest
    @ValueSource(longs = {1, 5, 7})
    void manyRangesAreSummedAsTheDefinitionSays(long seed) {
        try (Workers workers = Workers.of(2)) {
            RandomProblems problem = new RandomProblems(seed);
            ResidualObjective f = problem.objective(workers, true, 60);
            double[] r = new double[f.rows()];
            double value = f.residuals(problem.theta, r);
            double[] ranges = rangeSums(f, r);
            assertTrue(ranges.length > 2, ranges.length + " ranges");
            assertEquals(root(ranges) / 2, value);
            int p = f.parameters();
            double[] g = new double[p];
            double[] a = new double[(p + 1) * p];
            double[] normalGradient = new double[p];
            assertEquals(value, f.normal(problem.theta, a, p, normalGradient, r));
            assertEquals(value, f.gradient(problem.theta, g));
            double[] v = problem.vector(p);
            double[] jv = new double[f.rows()];
            f.jv(problem.theta, v, jv);
            double size = Arrays.stream(g).map(Math::abs).max().orElseThrow();
            assertArrayEquals(g, normalGradient, 1e-10 * size);
            assertEquals(Arrays.stream(jv).map(x -> x * x).sum(), quadratic(a, p, v), 1e-10 * quadratic(a, p, v));
        }
    }

    /** Σ r² by range, tile after tile, from the counts of points and equations alone. */
    private static double[] rangeSums(ResidualObjective f, double[] r) {
        double[] sums = new double[f.rows()];
        int tiles = 0;
        int row = 0;
        for (int k = 0; k < f.regions().size(); k++) {
            int count = f.tiled().points(k).count();
            for (int tile = 0; tile < Tiles.count(count); tile++) {
                double sum = 0;
                for (int end = row
                                + Tiles.size(tile, count) * f.regions().get(k).outputs();
                        row < end;
                        row++) {
                    sum += r[row] * r[row];
                }
                sums[tiles++ / SumTree.RANGE_TILES] += sum;
            }
        }
        return Arrays.copyOf(sums, (tiles - 1) / SumTree.RANGE_TILES + 1);
    }

    private static double quadratic(double[] a, int p, double[] v) {
        double sum = 0;
        for (int j = 0; j < p; j++) {
            for (int i = j; i < p; i++) {
                sum += (i == j ? 1 : 2) * a[i + j * p] * v[i] * v[j];
            }
        }
        return sum;
    }
}
