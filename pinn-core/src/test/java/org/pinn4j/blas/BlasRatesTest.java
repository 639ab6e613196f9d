package org.pinn4j.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pinn4j.parallel.Workers;

class BlasRatesTest {
    /** Between what an interpreter and what no processor of two cores reaches. */
    private static void assertPlausible(BlasRates.Rate rate) {
        assertTrue(rate.gigaflops() > 0.001 && rate.gigaflops() < 10_000, rate.toString());
    }

    @Test
    void ratesArePlausibleAndCarryWhatWasMeasured() {
        try (Workers workers = Workers.of(2)) {
            BlasRates rates = new BlasRates(Backends.select("auto"), workers);
            BlasRates.Rate gemm = rates.gemm(128, 20, 30);
            assertEquals(
                    "gemm 128 20 30 2",
                    "%s %d %d %d %d".formatted(gemm.call(), gemm.m(), gemm.n(), gemm.k(), gemm.workers()));
            assertPlausible(gemm);
            assertPlausible(rates.syrk(40, 128));
            assertPlausible(rates.potrf(250));
        }
    }

    /** Holds on a noisy machine, too: a product of one column cannot keep up with the peak of a large square one. */
    @Test
    void theEstimatedPeakIsAboveWhatAThinProductReaches() {
        try (Workers workers = Workers.of(1)) {
            BlasRates rates = new BlasRates(Backends.select("auto"), workers);
            double thin = rates.gemm(2000, 1, 2000).gigaflops();
            double peak = rates.estimatedPeak().gigaflops();
            assertTrue(peak > thin, thin + " against " + peak);
        }
    }
}
