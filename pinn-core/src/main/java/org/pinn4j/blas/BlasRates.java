package org.pinn4j.blas;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.pinn4j.args.Args;
import org.pinn4j.parallel.Workers;

/**
 * Measured speed of a backend, as the library uses it: single-threaded calls side by side on workers. Each figure is the
 * median of repeats of at least 10 ms, after a warm-up. Allocates its own matrices; prints nothing.
 */
public final class BlasRates {
    private static final int REPEATS = 7;
    private static final long REPEAT_NANOS = 10_000_000;
    private static final long WARM_UP_NANOS = 200_000_000; // until plain Java is compiled
    private static final int LARGE = 1024;

    /** Part of the peak that OpenBLAS's large dgemm reaches: 83 of 117 GFLOP/s, measured against a C micro-kernel. */
    private static final double LARGE_GEMM_SHARE = 0.74;

    private final Backend backend;
    private final Workers workers;

    /**
     * One figure.
     * @param call such as gemm or potrf
     * @param gigaflops 10⁹ floating point operations a second, all workers together
     */
    public record Rate(String call, int m, int n, int k, int workers, double gigaflops) {
        public Rate {
            Args.given(call, "call");
        }
    }

    public BlasRates(Backend backend, Workers workers) {
        Args.given(backend, "backend", workers, "workers");
        this.backend = backend;
        this.workers = workers;
    }

    /** C [m × n] = A [m × k]·B [k × n], one product for each worker. */
    public Rate gemm(int m, int n, int k) {
        return measured("gemm", m, n, k, 2.0 * m * n * k * workers.count(), product(m, n, k));
    }

    /** Lower triangle of AᵀA, A [k × n], one for each worker; counted as n²k operations. */
    public Rate syrk(int n, int k) {
        Blas blas = backend.blas();
        return measured("syrk", n, n, k, (double) n * n * k * workers.count(), perWorker(worker -> {
            double[] a = filled(k, n);
            double[] c = filled(n, n);
            return () -> blas.syrk(Op.TRANSPOSE, n, k, 1, a, 0, k, 0, c, 0, n);
        }));
    }

    /** One {@link BlockedCholesky} of order n by all workers, counted as n³/3 operations; copying the matrix is in the time. */
    public Rate potrf(int n) {
        double[] matrix = filled(n, n);
        for (int i = 0; i < n; i++) {
            matrix[i + i * n] = 2.0 * n;
        }
        double[] copy = matrix.clone();
        BlockedCholesky cholesky = new BlockedCholesky(backend.blas(), backend.lapack(), workers);
        return measured("potrf", n, n, n, (double) n * n * n / 3, () -> {
            System.arraycopy(matrix, 0, copy, 0, matrix.length);
            cholesky.factor(n, copy, n);
        });
    }

    /**
     * Estimated peak of the processor with these workers: the best large gemm divided by the share of the peak that OpenBLAS
     * is known to reach. Too low for another backend, and where the kernel is narrower than the processor ({@link Backend#advice}).
     */
    public Rate estimatedPeak() {
        Runnable product = product(LARGE, LARGE, LARGE);
        double flops = 2.0 * LARGE * LARGE * LARGE * workers.count() / LARGE_GEMM_SHARE;
        return new Rate("peak", LARGE, LARGE, LARGE, workers.count(), flops / times(product)[0]);
    }

    private Runnable product(int m, int n, int k) {
        Blas blas = backend.blas();
        return perWorker(worker -> {
            double[] a = filled(m, k);
            double[] b = filled(k, n);
            double[] c = filled(m, n);
            return () -> blas.gemm(Op.NONE, Op.NONE, m, n, k, 1, a, 0, m, b, 0, k, 0, c, 0, m);
        });
    }

    private Runnable perWorker(IntFunction<Runnable> maker) {
        Runnable[] tasks = new Runnable[workers.count()];
        Arrays.setAll(tasks, maker);
        return () -> workers.forEach(tasks.length, (worker, block) -> tasks[block].run());
    }

    private Rate measured(String call, int m, int n, int k, double flops, Runnable run) {
        return new Rate(call, m, n, k, workers.count(), flops / times(run)[REPEATS / 2]);
    }

    /** Nanoseconds for one run, the shortest first. */
    private static double[] times(Runnable run) {
        long warm = System.nanoTime() + WARM_UP_NANOS;
        int calls = 1;
        long spent = nanos(run, calls);
        while (spent < REPEAT_NANOS || System.nanoTime() < warm) {
            calls = spent < REPEAT_NANOS ? 2 * calls : calls;
            spent = nanos(run, calls);
        }
        double[] times = new double[REPEATS];
        for (int r = 0; r < REPEATS; r++) {
            times[r] = nanos(run, calls) / (double) calls;
        }
        Arrays.sort(times);
        return times;
    }

    private static long nanos(Runnable run, int calls) {
        long start = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            run.run();
        }
        return System.nanoTime() - start;
    }

    private static double[] filled(int rows, int columns) {
        double[] matrix = Matrices.allocate(rows, columns);
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = Math.sin(i);
        }
        return matrix;
    }
}
