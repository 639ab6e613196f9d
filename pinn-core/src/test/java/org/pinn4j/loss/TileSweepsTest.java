package org.pinn4j.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.jets.Columns;
import org.pinn4j.parallel.Workers;

class TileSweepsTest {
    private final Workers workers = Workers.of(2);

    @AfterEach
    void close() {
        workers.close();
    }

    private static List<double[]> all(ResidualObjective f, RandomProblems problem) {
        int p = f.parameters();
        double[] g = new double[p];
        double[] a = new double[(p + 1) * p];
        double[] b = new double[p];
        double[] r = new double[f.rows()];
        double[] rows = new double[f.rows()];
        double[] jtw = new double[p];
        double value = f.residuals(problem.theta, rows);
        double again = f.gradient(problem.theta, g);
        double third = f.normal(problem.theta, a, p, b, r);
        f.jtw(problem.theta, rows, jtw);
        return List.of(new double[] {value, again, third}, g, lower(a, p), b, r, rows, jtw);
    }

    private static double[] lower(double[] a, int p) {
        double[] lower = a.clone();
        for (int column = 0; column < p; column++) {
            Arrays.fill(lower, column * p, column * p + column, 0);
        }
        return lower;
    }

    /** Ranges summed elsewhere and handed back in another order: as subtrees, and with the bits of one process. */
    @ParameterizedTest
    @CsvSource({"1, 1", "5, 2", "7, 3"})
    void whoeverComputesTheRangesTheBitsAreTheSame(long seed, int split) {
        RandomProblems problem = new RandomProblems(seed);
        ResidualObjective here = problem.objective(workers, true, 90);
        int ranges = here.tiled().ranges();
        assertTrue(ranges >= 5, ranges + " ranges");
        ElsewhereSweeps sweeps = problem.elsewhere(here.regions(), 0, split, ranges - 1, ranges);
        ResidualObjective there = new ResidualObjective(problem.ansatz.axes(), here.regions(), sweeps, workers);
        there.setWeights(here);
        there.setPoints(RandomProblems.points(here));
        List<double[]> expected = all(here, problem);
        for (int repeat = 0; repeat < 5; repeat++) { // five orders
            List<double[]> found = all(there, problem);
            for (int k = 0; k < expected.size(); k++) {
                assertArrayEquals(expected.get(k), found.get(k), 0, "result " + k);
            }
        }
        assertTrue(sweeps.nodes < ranges, sweeps.nodes + " nodes for " + ranges + " ranges");
    }

    @Test
    void missingAndRepeatedNodesAreErrors() {
        RangeSums sums = new RangeSums(workers);
        sums.begin(3);
        sums.add(0, 2, sums.next());
        assertThrows(IllegalStateException.class, () -> sums.add(0, 2, sums.next()));
        sums.add(0, 0, sums.next());
        assertThrows(IllegalStateException.class, sums::finish);
        sums.begin(1);
        sums.add(0, 0, sums.next());
        assertThrows(IllegalStateException.class, () -> sums.add(0, 0, sums.next()));
    }

    /** Chosen columns of the rows are those of all columns, to the last bit, for every family of networks. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aFrozenBlockHasNoColumns(long seed) {
        RandomProblems problem = new RandomProblems(seed);
        ResidualObjective f = problem.objective(workers, true);
        int p = f.parameters();
        int n = f.rows();
        double[] r = new double[n];
        double[] whole = new double[n * p];
        f.jacobian(problem.theta, 0, n, r, whole, n);
        for (int[] layer : problem.layers()) {
            Columns columns = Columns.ranges(p, layer[0], layer[1], problem.ansatz.networkParameters(), p);
            double[] rows = new double[n];
            double[] part = new double[n * columns.count()];
            f.jacobian(problem.theta, columns, 0, n, rows, part, n);
            assertArrayEquals(r, rows, 0);
            for (int k = 0; k < p; k++) {
                if (columns.has(k)) {
                    int column = columns.of(k);
                    assertArrayEquals(
                            Arrays.copyOfRange(whole, k * n, (k + 1) * n),
                            Arrays.copyOfRange(part, column * n, (column + 1) * n),
                            0,
                            "parameter " + k);
                }
            }
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> f.jacobian(problem.theta, Columns.ranges(p, 1, p), 0, n, r, new double[n * p], n),
                "half a layer");
    }

    /** A reduced row is the sum of rows: Σ w·r and Jᵀw over its tiles, to round-off. */
    @ParameterizedTest
    @ValueSource(longs = {1, 5})
    void aReducedRowIsASumOfRows(long seed) {
        RandomProblems problem = new RandomProblems(seed);
        ResidualObjective f = problem.objective(workers, true);
        int from = 1;
        int to = f.tiled().tiles() - 1;
        double[] w = problem.vector(f.rows());
        double[] row = new double[f.parameters()];
        double value = problem.sweeps(f.regions(), workers).reduced(f.tiled(), problem.theta, from, to, w, row);
        Arrays.fill(w, 0, f.tiled().tile(from).row(), 0);
        Arrays.fill(w, f.tiled().tile(to).row(), w.length, 0);
        double[] r = new double[f.rows()];
        f.residuals(problem.theta, r);
        double[] expected = new double[f.parameters()];
        f.jtw(problem.theta, w, expected);
        double sum = 0;
        for (int i = 0; i < r.length; i++) {
            sum += w[i] * r[i];
        }
        double size = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        assertEquals(sum, value, 1e-13 * f.rows());
        assertArrayEquals(expected, row, 1e-13 * size);
    }

    @Test
    void whatFailedIsToldAfterTheCallerHasUsedItsArrayAgain() {
        RandomProblems problem = new RandomProblems(1);
        ResidualObjective f = problem.objective(workers, true);
        double[] theta = problem.theta.clone();
        theta[0] = Double.NaN;
        assertTrue(Double.isNaN(f.value(theta)));
        System.arraycopy(problem.theta, 0, theta, 0, theta.length);
        assertTrue(f.diagnosis().contains("gives NaN"), f.diagnosis());
        assertTrue(Double.isFinite(f.value(theta)));
        assertEquals("", f.diagnosis());
    }
}
