package org.pinn4j.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.problems.HeatSineMode;
import org.pinn4j.problems.Helmholtz;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

class ReferencesTest {
    @ParameterizedTest
    @ValueSource(strings = {"heat-1d", "poisson-2d", "semilinear-2d"})
    void twoMethodsAndTheTruthAgreeWithinTheSumOfTheirFloors(String name) {
        CatalogueProblem problem = Catalogue.find(name);
        References references = References.of(problem);
        for (Reference computed : List.of(references.spectral(1e-8), references.finiteDifferences(1e-6))) {
            Reference best = references.best();
            double distance = references.distance(computed, best);
            String seen = "%s (%.1e) and %s (%.1e) differ by %.1e"
                    .formatted(best.kind(), best.floor(), computed.kind(), computed.floor(), distance);
            assertTrue(distance <= best.floor() + computed.floor(), seen);
        }
    }

    @Test
    void everyProblemOfTheCatalogueHasAReference() {
        assertTrue(Catalogue.problems().stream().allMatch(References::solves));
    }

    /** sin πx sin 4πy on [-1, 1]²: up to 24 cells the differences say nothing of how fast they will fall. */
    @Test
    void gridsThatHoldTooFewWavesToTellDoNotEndTheSearch() {
        assertTrue(References.of(new Helmholtz()).derived(1e-11).floor() <= 1e-11);
    }

    /** A source without an integral: whatever grids give changes with them by all of its size. */
    @Test
    void whatKnowsNoDigitIsNoReference() {
        Axis x = Axis.of("x", -1, 2);
        Field v = Field.of("v", x);
        Problem pole = Problem.over(x)
                .require(v.d(x, x).equalTo(Expr.constant(4).over(x.minus(0.3).pow(2))))
                .require(v.equalTo(0).on(x.ends()))
                .acknowledge("singular:pde", "a test");
        var e = assertThrows(
                NoReferenceException.class,
                () -> References.of(pole, Grid.of(x, 101)).best());
        assertTrue(e.reason().contains("of its size only, which is no reference"), e::reason);
    }

    @Test
    void aFloorThatIsAskedForIsMetOrRefused() {
        References heat = References.of(new HeatSineMode());
        assertTrue(heat.derived(1e-9).floor() <= 1e-9);
        var e = assertThrows(IllegalArgumentException.class, () -> heat.spectral(1e-16));
        assertTrue(e.getMessage().contains("reach a floor of"), e.getMessage());
    }

    /** Slopes alone, and a ring that is written as wraps: u + c is a solution too. */
    @Test
    void aFreeConstantIsNamedAndNoMatrixIs() {
        Axis x = Axis.of("x", 0, 3);
        Axis y = Axis.of("y", -1, 1);
        Field p = Field.of("p", x, y);
        Problem plane = Problem.over(x, y).require(p.d(x, x).plus(p.d(y, y)).equalTo(Expr.cos(x.times(Math.PI / 3))));
        Problem slopes = plane.require(p.dn().equalTo(0).on(Region.boundary()));
        Problem ring = plane.require(p.dn().equalTo(0).on(x.ends()))
                .require(p.equalTo(p.trace(y.end())).on(y.start()))
                .require(p.d(y).equalTo(p.d(y).trace(y.end())).on(y.start()));
        for (Problem free : List.of(slopes, ring)) {
            References references = References.of(free, Grid.of(x, 5).by(y, 5));
            String reason = references.refusal().orElseThrow();
            assertTrue(reason.contains("p stands by its derivatives alone and is known up to a constant"), reason);
            assertTrue(reason.contains("vanishes in the middle of x and y"), reason);
            var e = assertThrows(IllegalArgumentException.class, references::best);
            assertTrue(e.getMessage().contains("known up to a constant"), e.getMessage());
        }
        Problem fixed = plane.require(p.dn().equalTo(0).on(y.ends()))
                .require(p.equalTo(0).on(x.ends()));
        assertTrue(References.of(fixed, Grid.of(x, 5).by(y, 5)).derived(1e-6).floor() <= 1e-6);
    }

    /** The slope of a datum that is known as values alone is that of the grid. */
    @Test
    void slopesOfAStartWithoutSlopesAreDifferences() {
        Axis x = Axis.of("x", 0, 2);
        Axis t = Axis.time("t", 0, 0.3);
        Field u = Field.of("u", x, t);
        Problem heat = Problem.over(x, t)
                .require(u.d(t).equalTo(u.d(x, x)))
                .require(u.equalTo(Expr.values("start", p -> Math.sin(Math.PI * p[0]), x))
                        .on(t.start()))
                .require(u.equalTo(0).on(x.ends()));
        double[] points = {0.5, 1, 1.75, 0, 0, 0};
        double[] slopes = References.of(heat, Grid.of(x, 9).by(t, 4))
                .derived(1e-6)
                .derivative(u, x, points, 3)
                .orElseThrow();
        for (int i = 0; i < 3; i++) {
            assertEquals(Math.PI * Math.cos(Math.PI * points[i]), slopes[i], 1e-4);
        }
    }

    /** u = a / (1 - a t) with a = 4 is gone at t = 0.25, x is a label: no reference, and the reason is told apart. */
    @Test
    void aSolutionThatEndsIsToldFromOtherFailures() {
        Axis t = Axis.time("t", 0, 1);
        Field u = Field.of("u", t);
        Problem ends = Problem.over(t)
                .require(u.d(t).equalTo(u.pow(2)))
                .require(u.equalTo(4).on(t.start()));
        NoReferenceException e = assertThrows(
                NoReferenceException.class,
                () -> References.of(ends, Grid.of(t, 5)).best());
        assertTrue(e.ended(), e.getMessage());
        assertTrue(e.reason().startsWith("no step succeeds at t = 0.25"), e.reason());
        NoReferenceException late = assertThrows(
                NoReferenceException.class,
                () -> References.of(ends, Grid.of(t, 5))
                        .within(java.time.Duration.ZERO)
                        .best());
        assertFalse(late.ended(), late.getMessage());
    }

    @Test
    void aStatementWithoutGridSaysWhy() {
        Axis x = Axis.of("x", 0, 1);
        Field u = Field.of("u", x);
        Problem problem = Problem.over(x).require(u.d(x).equalTo(Parameter.of("a", 1)));
        References references = References.of(problem, Grid.of(x, 5));
        assertTrue(references.refusal().orElseThrow().contains("unknown coefficient"));
        assertThrows(IllegalArgumentException.class, references::best);
    }
}
