package org.pinn4j.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Box;
import org.pinn4j.pde.Region;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.sampling.ResidualAdaptive;
import org.pinn4j.sampling.Uniform;

class OffspringTest {
    private static final List<Axis> AXES = List.of(Axis.of("x", -1, 3), Axis.time("t", 0, 0.5));

    private static PointSet uniform(int n) {
        return new Uniform().sample(AXES, Region.interior(), n, RandomStream.of(5, "parents"));
    }

    @Test
    void everyChildIsInTheBoxAndWithinATenthOfEachAxisOfItsParent() {
        PointSet parents = uniform(200);
        PointSet children = Offspring.of(parents, 3, new Box(AXES), Region.interior(), RandomStream.of(5, "children"));
        assertEquals(600, children.count());
        for (int a = 0; a < AXES.size(); a++) {
            for (int i = 0; i < children.count(); i++) {
                double x = children.coordinate(a, i);
                assertTrue(x >= AXES.get(a).min() && x <= AXES.get(a).max());
                assertTrue(Math.abs(x - parents.coordinate(a, i / 3))
                        <= 0.1 * AXES.get(a).length() * (1 + 1e-12));
            }
        }
    }

    @Test
    void childrenLieOnEitherSideOfTheirParents() {
        PointSet parents = uniform(500);
        PointSet children = Offspring.of(parents, 4, new Box(AXES), Region.interior(), RandomStream.of(5, "children"));
        for (int a = 0; a < AXES.size(); a++) {
            int axis = a;
            long above = IntStream.range(0, children.count())
                    .filter(i -> children.coordinate(axis, i) > parents.coordinate(axis, i / 4))
                    .count();
            assertEquals(1000.0, above, 100); // four standard deviations and more of 2,000 coins
        }
    }

    /** A layer a two-thousandth of the axis wide whose foot is seen from afar. */
    @Test
    void childrenMeetAThinLayerFarMoreOftenThanUniformCandidates() {
        PointSet candidates = uniform(40_000);
        PointSet parents =
                new ResidualAdaptive(1, 0).draw(candidates, residual(candidates), 5_000, RandomStream.of(5, "choice"));
        PointSet children = Offspring.of(parents, 8, new Box(AXES), Region.interior(), RandomStream.of(5, "children"));
        long found = inLayer(children);
        assertTrue(found > 3 * inLayer(candidates), found + " against " + inLayer(candidates));
    }

    private static double[] residual(PointSet points) {
        return IntStream.range(0, points.count())
                .mapToDouble(i -> 1 / (1e-3 + Math.abs(points.coordinate(0, i) - 0.7)))
                .toArray();
    }

    private static long inLayer(PointSet points) {
        return IntStream.range(0, points.count())
                .filter(i -> Math.abs(points.coordinate(0, i) - 0.7) < 1e-3)
                .count();
    }
}
