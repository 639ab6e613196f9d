package org.pinn4j.benchmarks.yardstick;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pinn4j.blas.Backends;

class CaseTest {
    /** Channels by hand: u with u_x, u_t, u_xx; one more for u_xxx; a Laplacian is one channel beside u and its gradient. */
    @ParameterizedTest
    @CsvSource({"burgers,4", "kdv,5", "laplace-2d,4", "laplace-3d,5", "laplace-10d,12", "two-field,4"})
    void eachEquationNeedsTheChannelsOfItsSmallestPlan(String equation, int channels) {
        try (Work work = Work.of(Case.of(equation, "2x4", 64), 1, Backends.select("java"))) {
            assertEquals(channels, work.channels());
            assertTrue(Double.isFinite(work.objective().value(work.theta())));
        }
    }

    @Test
    void operationsAreThreeTimesTwoTimesChannelsTimesWidthSquaredTimesPointsForEachProductBetweenHiddenLayers() {
        Case what = Case.of("burgers", "4x50", 10_000);
        assertEquals(3 * 3.0 * 2 * 4 * 50 * 50 * 10_000, what.gradientFlops(4));
        assertEquals("burgers-4x50-10000", what.name());
    }
}
