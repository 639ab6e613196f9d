package org.pinn4j.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pinn4j.blas.BlasRates;
import org.pinn4j.parallel.Workers;

/**
 * The core in a few figures, measured in one run: a loss and its gradient on Burgers' equation with 4 layers of 50 at 10,000
 * points on two workers, what it allocates, and the rate of the products it is made of.
 */
final class CoreFigures {
    private static final String SHAPE = "4x50";
    private static final int POINTS = 10_000;
    private static final int WORKERS = 2;
    private static final int ROWS = 512; // 128 points with four channels
    private static final int WIDTH = 50;
    private static final int WARM_UP = 40;
    private static final int STEPS = 40;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private CoreFigures() {}

    /** One figure a line. */
    static List<String> measure() {
        List<String> lines = new ArrayList<>();
        try (BurgersWork work = new BurgersWork(SHAPE, POINTS, WORKERS)) {
            double[] gradient = new double[work.theta.length];
            Runnable step = () -> work.objective.gradient(work.theta, gradient);
            repeat(step, WARM_UP);
            double alone = rate(work, 1);
            double together = rate(work, WORKERS);
            double best = bestMillis(step);
            lines.add("backend                 " + work.backend.description());
            lines.add(row(
                    "case",
                    "Burgers, tanh %s, %,d parameters, %,d points, %d workers, %d processors",
                    SHAPE,
                    work.theta.length,
                    POINTS,
                    WORKERS,
                    Runtime.getRuntime().availableProcessors()));
            lines.add(row("loss-and-gradient ms", "%.1f  best of %d", best, STEPS));
            lines.add(row("gemm GF/s at w=50", "%.1f per core on one, %.1f on %d", alone, together, WORKERS));
            lines.add(row("bytes per step", "%d  over all threads", bytesPerStep(step)));
        }
        return lines;
    }

    private static String row(String name, String format, Object... figures) {
        return String.format(Locale.ROOT, "%-24s", name) + String.format(Locale.ROOT, format, figures);
    }

    private static double rate(BurgersWork work, int workers) {
        try (Workers pool = Workers.of(workers)) {
            return new BlasRates(work.backend, pool).gemm(ROWS, WIDTH, WIDTH).gigaflops() / workers;
        }
    }

    private static void repeat(Runnable step, int times) {
        for (int k = 0; k < times; k++) {
            step.run();
        }
    }

    private static double bestMillis(Runnable step) {
        double best = Double.POSITIVE_INFINITY;
        for (int k = 0; k < STEPS; k++) {
            long start = System.nanoTime();
            step.run();
            best = Math.min(best, (System.nanoTime() - start) * 1e-6);
        }
        return best;
    }

    /** What counting costs by itself is taken off; the first count, which loads classes, is dropped. */
    private static long bytesPerStep(Runnable step) {
        long[] ids = THREADS.getAllThreadIds();
        allocated(ids, step, 1);
        long counting = allocated(ids, step, 0);
        return Math.max(0, allocated(ids, step, STEPS) - counting) / STEPS;
    }

    private static long allocated(long[] ids, Runnable step, int times) {
        long[] before = THREADS.getThreadAllocatedBytes(ids);
        repeat(step, times);
        long[] after = THREADS.getThreadAllocatedBytes(ids);
        long sum = 0;
        for (int k = 0; k < ids.length; k++) {
            sum += Math.max(0, after[k] - before[k]); // a thread that has ended reads -1
        }
        return sum;
    }
}
