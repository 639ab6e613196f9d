package org.pinn4j.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.blas.Backends;
import org.pinn4j.jets.Tiles;
import org.pinn4j.network.Initializer;
import org.pinn4j.network.Mlp;
import org.pinn4j.network.Network;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Problem;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.sampling.Sobol;
import org.pinn4j.sampling.Uniform;
import org.pinn4j.train.Cases;

class RedrawingTest {
    private static final int RANGE = SumTree.RANGE_TILES * Tiles.POINTS;
    private static final int[] COUNTS = {2 * RANGE + 1_000, 200, 3_000}; // the last one lies in range 2 alone

    private static CompiledProblem compiled(Workers workers) {
        Problem problem = Cases.fluxes();
        AnsatzDesign design = AnsatzDesign.of(problem);
        Network network = Mlp.of("tanh", 5).build(2, 1);
        return new CompiledProblem(
                problem,
                design,
                design.build(network, new double[] {1}),
                workers,
                Backends.select("java").blas());
    }

    private static double[] theta(CompiledProblem compiled) {
        return compiled.ansatz().networks().get(0).initialise(Initializer.glorotNormal(), RandomStream.of(1, "theta"));
    }

    private static PinnLoss redrawn(Workers workers) {
        CompiledProblem compiled = compiled(workers);
        PinnLoss loss = new PinnLoss(
                compiled,
                compiled.objective(),
                COUNTS,
                new Sobol(),
                Optional.of(Resampling.standard()),
                RandomStream.of(3, "points"));
        assertFalse(loss.advance(19, theta(compiled)));
        assertTrue(loss.advance(20, theta(compiled)));
        return loss;
    }

    @Test
    void everyRegionKeepsItsNumberAndEveryRangeAboutItsShare() {
        try (Workers workers = Workers.of(2)) {
            PinnLoss loss = redrawn(workers);
            for (int k = 0; k < COUNTS.length; k++) {
                assertEquals(COUNTS[k], loss.regionPoints().get(k).count());
            }
            Shares interior = loss.regionPoints().get(0).shares().orElseThrow();
            assertEquals(3, interior.ranges());
            assertEquals(RANGE, interior.size(0), 0.03 * RANGE);
            assertTrue(
                    IntStream.range(0, 2).anyMatch(k -> interior.size(k) != RANGE), "the shares follow the residual");
            assertEquals(2, loss.regionPoints().get(2).shares().orElseThrow().firstRange());
        }
    }

    @Test
    void theNumberOfWorkersDoesNotMatter() {
        try (Workers one = Workers.of(1);
                Workers three = Workers.of(3)) {
            PinnLoss a = redrawn(one);
            PinnLoss b = redrawn(three);
            for (int k = 0; k < COUNTS.length; k++) {
                assertArrayEquals(
                        a.regionPoints().get(k).points().coordinates(),
                        b.regionPoints().get(k).points().coordinates());
            }
        }
    }

    /** Whoever owns a range alone can draw its candidates: the streams are named by it. */
    @Test
    void pointsStayInTheRangeWhoseStreamDrewThem() {
        try (Workers workers = Workers.of(1)) {
            CompiledProblem compiled = compiled(workers);
            PointSet drawn = redrawn(workers).regionPoints().get(2).points();
            String name = compiled.regions().get(2).conditions().get(0).name();
            RandomStream stream = RandomStream.of(3, "points")
                    .substream("redrawing")
                    .substream("redraw 0")
                    .substream(name)
                    .substream("range 2")
                    .substream("candidates");
            PointSet candidates = compiled.sample(2, new Uniform(), 4 * COUNTS[2], stream);
            assertTrue(all(candidates).containsAll(all(drawn)));
            assertEquals(drawn.count(), all(drawn).size());
        }
    }

    /** Points drawn without regard to what the network does are all left behind; none of these few hundred meets another. */
    @Test
    void noRegionKeepsItsOldPointsAndTheLossStandsOnTheNewOnes() {
        try (Workers workers = Workers.of(1)) {
            CompiledProblem compiled = compiled(workers);
            int[] few = {240, 60, 60};
            RandomStream stream = RandomStream.of(3, "points");
            PinnLoss loss = new PinnLoss(
                    compiled, compiled.objective(), few, new Sobol(), Optional.of(Resampling.standard()), stream);
            List<RegionPoints> before = loss.regionPoints();
            assertTrue(loss.advance(20, theta(compiled)));
            for (int k = 0; k < few.length; k++) {
                PointSet now = loss.regionPoints().get(k).points();
                Set<List<Double>> kept = all(now);
                kept.retainAll(all(before.get(k).points()));
                assertEquals(Set.of(), kept, "region " + k);
                assertArrayEquals(
                        now.coordinates(),
                        loss.objective().tiled().points(k).points().coordinates());
            }
        }
    }

    private static Set<List<Double>> all(PointSet points) {
        Set<List<Double>> set = new HashSet<>();
        for (int i = 0; i < points.count(); i++) {
            set.add(Arrays.stream(points.point(i)).boxed().toList());
        }
        return set;
    }
}
