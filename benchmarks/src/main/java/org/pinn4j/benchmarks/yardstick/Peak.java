package org.pinn4j.benchmarks.yardstick;

import java.io.IOException;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.pinn4j.blas.Backend;
import org.pinn4j.blas.BlasRates;
import org.pinn4j.parallel.Workers;

/**
 * The double-precision peak of the machine by number of threads.
 * @param how the C kernel, or the large product it was estimated from
 */
record Peak(Map<Integer, Double> gigaflops, String how) {
    Peak {
        gigaflops = Map.copyOf(gigaflops);
    }

    /** For one thread and for all workers. */
    static Peak measure(Backend backend, int workers) throws IOException {
        try (PeakKernel kernel = PeakKernel.compile()) {
            Map<Integer, Double> rates = new TreeMap<>();
            boolean compiled = true;
            for (int threads : new int[] {1, workers}) {
                OptionalDouble measured = kernel.gigaflops(threads);
                compiled &= measured.isPresent();
                rates.put(threads, measured.isPresent() ? measured.getAsDouble() : estimated(backend, threads));
            }
            return new Peak(
                    rates,
                    compiled
                            ? "fused multiply-adds in registers, " + kernel.compiler()
                            : "estimated from the best large dgemm, which reaches 74 % of it with OpenBLAS; no C compiler here");
        }
    }

    private static double estimated(Backend backend, int threads) {
        try (Workers pool = Workers.of(threads)) {
            return new BlasRates(backend, pool).estimatedPeak().gigaflops();
        }
    }

    double of(int threads) {
        return gigaflops.get(threads);
    }
}
