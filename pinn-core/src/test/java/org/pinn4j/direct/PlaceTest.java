package org.pinn4j.direct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Evaluation;
import org.pinn4j.pde.Expr;
import org.pinn4j.sampling.PointSet;

/** Where a function is steep, what features see of it, and how points go there. */
class PlaceTest {
    private static final Axis X = Axis.of("x", -3, 5);
    private static final Axis T = Axis.time("t", 1, 3);

    private static List<Place> places(DoubleUnaryOperator f) {
        return Profile.of(X, x -> java.util.Arrays.stream(x).map(f).toArray()).places();
    }

    private static double tanh(double x, double at, double width) {
        return Math.tanh((x - at) / width);
    }

    @Test
    void aFrontIsFoundWithItsWidth() {
        for (double width = 0.5; width > 1e-5; width /= 4) {
            double w = width;
            List<Place> found = places(x -> 3 - 40 * tanh(x, 0.7, w));
            assertEquals(1, found.size(), "width " + w);
            assertEquals(0.7, found.get(0).at(), 0.1 * w);
            assertEquals(w, found.get(0).width(), 0.15 * w);
        }
    }

    @Test
    void thePartsOfAFunctionAreToldApart() {
        List<Place> two = places(x -> tanh(x, -1, 0.02) + 0.3 * tanh(x, 2, 0.1));
        assertEquals(2, two.size());
        assertEquals(-1, two.get(0).at(), 0.01);
        assertEquals(0.1, two.get(1).width(), 0.03);
        List<Place> pulse = places(x -> 1 / Math.pow(Math.cosh((x - 1) / 0.1), 2));
        assertEquals(1, pulse.size());
        assertEquals(1, pulse.get(0).at(), 0.02);
        assertEquals(0.1, pulse.get(0).width(), 0.04);
    }

    /** Smooth functions have none, nor have waves, which want bandwidth everywhere. */
    @Test
    void whatIsNoFrontIsNone() {
        assertEquals(List.of(), places(x -> x));
        assertEquals(List.of(), places(x -> 2));
        assertEquals(List.of(), places(x -> Math.sin(40 * x)));
    }

    @Test
    void aPlaceIsReadBackFromItsInput() {
        for (Place p : List.of(
                Place.at(X, 0.7, 0.01),
                Place.at(X, X.min(), 1e-6),
                Place.at(X, X.max(), 1e-3),
                new Place(X, 0.7, 0.01, new Place.Path(T, 1.5, -0.25)))) {
            Place read = Place.read(p.input()).orElseThrow();
            assertEquals(p.isAtMin(), read.isAtMin());
            assertEquals(p.isAtMax(), read.isAtMax());
            assertEquals(p.width(), read.width(), 1e-9 * p.width());
            assertEquals(p.at(1), read.at(1), 1e-9);
            assertEquals(p.at(3), read.at(3), 1e-9);
        }
        assertEquals(Optional.empty(), Place.read(Expr.sin(X)));
        assertEquals(Optional.empty(), Place.read(Expr.asinh(X.times(T))));
    }

    /** Features that see a moving place see a front at rest. */
    @Test
    void aPlaceMovesWithItsFront() {
        List<Place> start = List.of(Place.at(X, 1, 0.1));
        List<Place> end = List.of(Place.at(X, 1.15, 0.05));
        Place moving = Fronts.over(start, end, T, 1.5, 2).places().get(0);
        assertEquals(1.075, moving.at(1.75), 1e-12);
        assertEquals(0.05, moving.width(), 1e-12);
        double here = Evaluation.evaluate(moving.input(), List.of(X, T), new double[] {1, 1.5});
        assertEquals(here, Evaluation.evaluate(moving.input(), List.of(X, T), new double[] {1.15, 2}), 1e-12);
        Layers wanted = Fronts.over(start, end, T, 1.5, 2);
        assertTrue(Fronts.serve(wanted, wanted, 1.5, 2));
        assertTrue(!Fronts.serve(Layers.NONE, wanted, 1.5, 2));
        assertTrue(!Fronts.serve(wanted.withWidths(2), wanted, 1.5, 2));
    }

    /** The mean of e^(−|x − x(t)|/w) over the axis of length 8 is w/4, wherever the place has gone. */
    @Test
    void meansSeePlacesInsideOnTheirWay() {
        int n = 4000;
        PointSet even = PointSet.of(
                2,
                IntStream.range(0, 2 * n)
                        .mapToDouble(i -> i < n ? -3 + 8 * (i + 0.5) / n : 1 + 2 * ((i - n) * 0.6180339887498949 % 1))
                        .toArray());
        double w = 1e-4;
        Place place = new Place(X, 0.7, w, new Place.Path(T, 1, 1.5));
        Spread spread = new Layers(List.of(place)).spread(List.of(X, T));
        PointSet moved = spread.moved(even);
        double[] measures = spread.measures(moved);
        double mean = IntStream.range(0, n)
                .mapToDouble(i -> measures[i]
                        * Math.exp(-Math.abs(moved.coordinate(0, i) - place.at(moved.coordinate(1, i))) / w))
                .average()
                .orElseThrow();
        assertEquals(w / 4, mean, 0.02 * w);
        assertEquals(1, java.util.Arrays.stream(measures).average().orElseThrow(), 0.02);
    }
}
