package org.pinn4j.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pinn4j.Pinn;
import org.pinn4j.direct.Direct;
import org.pinn4j.solution.Solution;
import org.pinn4j.trials.Trials;

/**
 * Solve after solve in one Java machine: what it holds does not grow, on the heap or beside it, and no thread is left. A slope is
 * only judged over many solves, as compiled code and caches fill in the first ones.
 */
class SoakTest {
    private static final int SHARE = 40;
    private static final int EVERY = 20; // solves between two looks
    private static final int ENOUGH = 1000; // solves before a slope is judged
    private static final double MOST_PER_THOUSAND = 0.01;
    private static final Path STATUS = Path.of("/proc/self/status"); // of Linux

    private final List<double[]> looks = new ArrayList<>(); // solves, heap bytes, resident bytes

    private static Solution solve(long number) {
        boolean trained = number % 4 == 3;
        Pinn pinn = trained
                ? Pinn.trained().steps(3)
                : Pinn.with(Recipe.direct().withDirect(Direct.standard().withFeatures(40, 60)))
                        .steps(5);
        return pinn.seed(number).workers(2).solve(number % 2 == 0 ? Cases.layer() : Cases.heat());
    }

    private static double heap() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    /** Bytes; 0 where the system does not tell. */
    private static double resident() throws IOException {
        if (!Files.exists(STATUS)) {
            return 0;
        }
        String line = Files.readAllLines(STATUS).stream()
                .filter(l -> l.startsWith("VmRSS:"))
                .findFirst()
                .orElse("VmRSS: 0 kB");
        return 1024 * Double.parseDouble(line.replaceAll("\\D+", ""));
    }

    /** Growth for a thousand solves over the mean, by least squares over the second half of the looks. */
    private double growth(int what) {
        List<double[]> late = looks.subList(looks.size() / 2, looks.size());
        double x = late.stream().mapToDouble(l -> l[0]).average().orElse(0);
        double y = late.stream().mapToDouble(l -> l[what]).average().orElse(0);
        double xy = late.stream().mapToDouble(l -> (l[0] - x) * (l[what] - y)).sum();
        double xx = late.stream().mapToDouble(l -> (l[0] - x) * (l[0] - x)).sum();
        return xx == 0 || y == 0 ? 0 : 1000 * xy / xx / y;
    }

    private static long workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().startsWith("pinn-worker"))
                .count();
    }

    @Test
    @Timeout(value = 24, unit = TimeUnit.HOURS)
    void nothingGrows() throws Exception {
        Trials trials = new Trials("soak", SHARE);
        trials.run(number -> {
            Solution s = solve(number);
            assertTrue(Double.isFinite(s.theta()[0]));
            if (trials.done() % EVERY == 0) {
                looks.add(new double[] {trials.done(), heap(), resident()});
            }
            return s.outcome().name();
        });
        for (int wait = 0; wait < 100 && workers() > 0; wait++) {
            Thread.sleep(10);
        }
        assertEquals(0, workers(), "threads left");
        if (trials.done() >= ENOUGH) {
            trials.figure("heap growth per 1,000 solves", growth(1));
            trials.figure("resident growth per 1,000 solves", growth(2));
            assertTrue(growth(1) < MOST_PER_THOUSAND, () -> "heap grows by " + growth(1) + " per 1,000 solves");
            assertTrue(growth(2) < MOST_PER_THOUSAND, () -> "resident memory grows by " + growth(2));
        }
        trials.end();
    }
}
