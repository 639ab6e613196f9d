package org.pinn4j.validation.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pinn4j.blas.Backend;
import org.pinn4j.blas.Backends;
import org.pinn4j.network.Mlp;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.problems.PoissonSine2d;

class TrainedNetworksTest {
    private final Workers workers = Workers.of(1);
    private final Backend backend = Backends.select("java");

    @AfterEach
    void close() {
        workers.close();
    }

    /** A third as many points as parameters are met and mean little; ten times as many cannot be met by chance. */
    @Test
    void theGapIsWideWithFewerPointsThanParametersAndCloseToNoneWithManyMore() {
        var network = new FixedNetwork(new PoissonSine2d().statement(), Mlp.of("tanh", 10), backend, workers);
        int p = network.parameters();
        List<GeneralisationGap> gaps =
                GeneralisationGap.of(network, new int[] {p / 3, 10 * p}, new long[] {1, 2, 3}, 60);
        assertTrue(gaps.get(0).ratio() > 30, gaps.toString());
        assertTrue(gaps.get(1).ratio() < 1.5, gaps.toString());
        assertTrue(gaps.get(1).heldOut() < gaps.get(0).heldOut(), gaps.toString());
        assertEquals(10, gaps.get(1).perParameter(), 1e-12);
    }

    @Test
    void theErrorFallsWithTheWidthAndFasterForASmoothFunctionThanForAKink() {
        Axis x = Axis.of("x", -1, 1);
        int[] widths = {2, 8};
        long[] seeds = {1, 2, 3};
        List<ApproximationRate> smooth =
                ApproximationRate.of(x, Expr.exp(x).times(Expr.cos(x.times(3))), widths, seeds, 40, backend, workers);
        List<ApproximationRate> kink =
                ApproximationRate.of(x, Expr.abs(x.minus(0.2)), widths, seeds, 40, backend, workers);
        double smoothFall = smooth.get(0).error() / smooth.get(1).error();
        double kinkFall = kink.get(0).error() / kink.get(1).error();
        assertTrue(smoothFall > 30, smooth.toString());
        assertTrue(kinkFall > 2 && kinkFall < smoothFall, kink.toString());
        assertEquals(3 * 8 + 1, smooth.get(1).parameters());
    }
}
