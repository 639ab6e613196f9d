package org.pinn4j.benchmarks.yardstick;

import org.pinn4j.blas.Backend;

/** What every meter holds its figures against. */
record Bench(Backend backend, int workers, Peak peak) {
    /** Percent of the peak of so many threads. */
    double ofPeak(double gigaflops, int threads) {
        return 100 * gigaflops / peak.of(threads);
    }
}
