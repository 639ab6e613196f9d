package org.pinn4j.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.parallel.Allocation;
import org.pinn4j.parallel.Workers;

class WorkersAndMemoryTest {
    /** All that an optimiser can see of one point. */
    private static List<double[]> results(long seed, int count, int times) {
        try (Workers workers = Workers.of(count)) {
            RandomProblems problem = new RandomProblems(seed);
            ResidualObjective f = problem.objective(workers, true, times);
            int p = f.parameters();
            List<double[]> all = new ArrayList<>();
            double[] g = new double[p];
            double[] a = new double[(p + 1) * p];
            double[] normalGradient = new double[p];
            double[] r = new double[f.rows()];
            double[] jv = new double[f.rows()];
            double[] jtw = new double[p];
            double value = f.value(problem.theta);
            double again = f.gradient(problem.theta, g);
            double third = f.normal(problem.theta, a, p, normalGradient, r);
            f.jv(problem.theta, problem.vector(p), jv);
            f.jtw(problem.theta, problem.vector(f.rows()), jtw);
            all.add(new double[] {value, again, third});
            all.addAll(List.of(g, a, normalGradient, r, jv, jtw));
            return all;
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 1", "7, 1", "1, 40", "5, 40"}) // forty times as many points: some ranges
    void everyNumberOfWorkersGivesTheSameBits(long seed, int times) {
        List<double[]> one = results(seed, 1, times);
        for (int count : new int[] {2, 3}) {
            List<double[]> more = results(seed, count, times);
            for (int k = 0; k < one.size(); k++) {
                assertArrayEquals(one.get(k), more.get(k), 0, "result " + k + " with " + count + " workers");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void sweepsAllocateNothing(int times) {
        try (Workers workers = Workers.of(3)) {
            RandomProblems problem = new RandomProblems(4);
            ResidualObjective f = problem.objective(workers, true, times);
            int p = f.parameters();
            double[] g = new double[p];
            double[] a = new double[(p + 1) * p];
            double[] r = new double[f.rows()];
            double[] v = problem.vector(p);
            Runnable sweeps = () -> {
                f.value(problem.theta);
                f.residuals(problem.theta, r);
                f.gradient(problem.theta, g);
                f.normal(problem.theta, a, p, g, r);
                f.jv(problem.theta, v, r);
                f.jtw(problem.theta, r, g);
            };
            for (int k = 0; k < 30; k++) { // class loading and the compiler's own work come first
                sweeps.run();
            }
            assertEquals(0, Allocation.bytes(sweeps));
        }
    }
}
