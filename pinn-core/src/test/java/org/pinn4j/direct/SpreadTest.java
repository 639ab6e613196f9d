package org.pinn4j.direct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Region;
import org.pinn4j.sampling.PointSet;

class SpreadTest {
    private static final Axis X = Axis.of("x", 2, 5);
    private static final int N = 2000;

    private static PointSet even() {
        return PointSet.of(
                1, IntStream.range(0, N).mapToDouble(i -> 2 + 3 * (i + 0.5) / N).toArray());
    }

    private static Spread spread(double nearMin, double nearMax) {
        return Spread.towards(List.of(new Spread.Ends(X, nearMin, nearMax)), List.of(X));
    }

    private static double mean(Spread spread, DoubleUnaryOperator f) {
        PointSet moved = spread.moved(Region.interior(), even());
        double[] measures = spread.measures(Region.interior(), moved);
        return IntStream.range(0, N)
                .mapToDouble(i -> measures[i] * f.applyAsDouble(moved.coordinate(0, i)))
                .average()
                .orElseThrow();
    }

    /** The mean of e^(−d/w) over [2, 5] is w/3, d the distance to an end: even points do not meet it at all. */
    @Test
    void meansSeeLayersOfEveryWidth() {
        for (double width = 0.1; width > 1e-7; width /= 7) {
            double w = width;
            assertEquals(w / 3, mean(spread(1e-8, 1e-8), x -> Math.exp(-(x - 2) / w)), 0.01 * w);
            assertEquals(w / 3, mean(spread(0, 1e-8), x -> Math.exp(-(5 - x) / w)), 0.01 * w);
        }
        assertEquals(10.5 / 3, mean(spread(1e-8, 1e-8), x -> x), 1e-3);
    }

    @Test
    void halfOfThePointsStayEvenlySpread() {
        PointSet moved = spread(3e-6, 0).moved(Region.interior(), even());
        double inner =
                IntStream.range(0, N).filter(i -> moved.coordinate(0, i) > 3.5).count();
        double near = IntStream.range(0, N)
                .filter(i -> moved.coordinate(0, i) - 2 < 3e-3)
                .count();
        assertEquals(0.25, inner / N, 0.03);
        assertEquals(0.25, near / N, 0.03); // half of thirteen e-foldings, of half of the points
        assertTrue(IntStream.range(1, N).allMatch(i -> moved.coordinate(0, i) > moved.coordinate(0, i - 1)));
    }

    @Test
    void pointsOnEndsStayThere() {
        PointSet ends = PointSet.of(1, new double[] {2, 5});
        PointSet moved = spread(1e-6, 1e-6).moved(X.ends(), ends);
        assertEquals(2, moved.coordinate(0, 0));
        assertEquals(5, moved.coordinate(0, 1));
        assertEquals(1, spread(1e-6, 1e-6).measures(X.ends(), moved)[1]);
    }

    @Test
    void withoutEndsNothingMoves() {
        PointSet points = even();
        assertSame(points, spread(0, 0).moved(Region.interior(), points));
    }
}
