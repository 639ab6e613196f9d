package org.pinn4j.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pinn4j.Pinn;
import org.pinn4j.direct.Direct;
import org.pinn4j.solution.Solution;
import org.pinn4j.trials.Trials;

/** Solves side by side have the bits of solves one after the other, and any number of threads may evaluate one solution. */
class TogetherTest {
    private static final int SHARE = 1;
    private static final int SOLVES = 16;
    private static final int SOLVING = 8; // threads
    private static final int EVALUATING = 64;

    private static Solution solve(long seed) {
        return seed % 2 == 0
                ? Pinn.with(Recipe.direct().withDirect(Direct.standard().withFeatures(40, 60)))
                        .seed(seed)
                        .steps(5)
                        .workers(1 + (int) (seed / 2 % 2))
                        .solve(Cases.layer())
                : Pinn.trained().seed(seed).steps(3).workers(1).solve(Cases.heat());
    }

    private static <T> List<T> together(int threads, List<Callable<T>> tasks) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<T> all = new ArrayList<>();
            for (Future<T> f : pool.invokeAll(tasks)) {
                all.add(f.get());
            }
            return all;
        } finally {
            pool.shutdown();
        }
    }

    private static double[] values(Solution s, int axes) {
        return IntStream.range(0, 50)
                .mapToDouble(k -> axes == 1 ? s.at(k / 50.0) : s.at(k / 50.0, 0.4 - k / 125.0))
                .toArray();
    }

    @Test
    @Timeout(value = 24, unit = TimeUnit.HOURS)
    void theBitsAreThoseOfOneAfterTheOther() throws IOException {
        Trials trials = new Trials("together", SHARE);
        trials.run(number -> {
                    List<Long> seeds = IntStream.range(0, SOLVES)
                            .mapToObj(k -> SOLVES * number + k)
                            .toList();
                    List<Solution> beside = together(
                            SOLVING,
                            seeds.stream()
                                    .map(s -> (Callable<Solution>) () -> solve(s))
                                    .toList());
                    for (int k = 0; k < SOLVES; k++) {
                        Solution alone = solve(seeds.get(k));
                        assertArrayEquals(alone.theta(), beside.get(k).theta(), 0.0, "seed " + seeds.get(k));
                    }
                    evaluated(beside.get(0));
                    evaluated(beside.get(1));
                    return "same bits";
                })
                .end();
    }

    private static void evaluated(Solution s) throws Exception {
        int axes = s.problem().axes().size();
        double[] alone = values(s, axes);
        List<Callable<double[]>> tasks = IntStream.range(0, EVALUATING)
                .mapToObj(k -> (Callable<double[]>) () -> values(s, axes))
                .toList();
        for (double[] each : together(EVALUATING, tasks)) {
            assertArrayEquals(alone, each, 0.0);
        }
        assertEquals(50, alone.length);
    }
}
