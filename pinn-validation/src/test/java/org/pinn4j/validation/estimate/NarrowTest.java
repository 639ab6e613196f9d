package org.pinn4j.validation.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.Pinn;
import org.pinn4j.network.Initializer;
import org.pinn4j.network.Mlp;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Finding;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Pulse;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Solution;
import org.pinn4j.train.Points;
import org.pinn4j.train.Recipe;

/** Statements with layers and pulses that points of training miss: what is told of their errors is true, or nothing is. */
class NarrowTest {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Field U = Field.of("u", X);
    private static final Field W = Field.of("w", X, T);
    private static final double AT = 0.6173;
    private static final double RATE = Math.PI * Math.PI;

    private static Solution solve(Problem stated, int steps) {
        Problem problem = stated;
        for (Finding f : stated.blockingFindings()) {
            assertTrue(f.key().startsWith("narrow:"), f::toString);
            problem = problem.acknowledge(f.key(), "to see what is told of it");
        }
        Recipe small = Recipe.of("small")
                .withNetwork(Mlp.of("tanh", 8, 8), Initializer.glorotNormal())
                .withPoints(Points.fixed(3));
        return Pinn.with(small).workers(1).backend("java").steps(steps).solve(problem);
    }

    private static double error(Solution s, Grid grid, ToDoubleFunction<double[]> truth) {
        int axes = s.problem().axes().size();
        int n = grid.size();
        double[] x = grid.coordinates(s.problem().axes());
        double errors = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            int point = i;
            double[] at =
                    IntStream.range(0, axes).mapToDouble(a -> x[a * n + point]).toArray();
            errors += Math.pow(s.at(at) - truth.applyAsDouble(at), 2);
            squares += Math.pow(truth.applyAsDouble(at), 2);
        }
        return Math.sqrt(errors / squares);
    }

    private static void aboveOrNone(Estimates e, double error) {
        assertTrue(e.bound().relative().orElse(Double.POSITIVE_INFINITY) >= error, () -> e + " for " + error);
        assertTrue(e.bound().relative().isPresent() || !e.bound().reason().isEmpty(), e::toString);
    }

    /** Five times as conductive on the right: the flux is that of two plates in a row, to the width of the layer. */
    @ParameterizedTest
    @ValueSource(doubles = {800, 2e4, 2e6})
    void aLayerInACoefficient(double slope) {
        Expr k = Expr.tanh(X.minus(AT).times(slope)).times(2).plus(3);
        Solution s = solve(
                Problem.over(X)
                        .require(k.times(U.d(X)).d(X).equalTo(0))
                        .require(U.equalTo(0).on(X.start()))
                        .require(U.equalTo(1).on(X.end()).named("end")),
                20);
        double flux = 1 / (AT + (1 - AT) / 5);
        Grid grid = Grid.of(X, 81);
        double error = error(s, grid, p -> p[0] < AT ? flux * p[0] : 1 - flux * (1 - p[0]) / 5);
        Estimates e = Estimates.of(s, grid);
        assertTrue(error > 0.05, () -> "the network has met the layer: " + error);
        aboveOrNone(e, error);
        if (slope < 1000) {
            assertEquals(error, e.relativeL2().orElseThrow(), 0.1 * error);
        } else {
            assertTrue(e.estimate().reason().contains("% of the integral of"), e::toString);
        }
    }

    /** A blow to a string: a kink at its place, where the network has the sag of the small constant load. */
    @Test
    void aPulseInSpaceNarrowerThanEveryGrid() {
        Expr load = Expr.exp(X.minus(AT).times(2e4).pow(2).negate()).times(2e4).plus(0.02);
        Solution s = solve(
                Problem.over(X)
                        .require(U.d(X, X).negate().equalTo(load))
                        .require(U.equalTo(0).on(X.ends())),
                20);
        double blow = Math.sqrt(Math.PI);
        Grid grid = Grid.of(X, 81);
        double error =
                error(s, grid, p -> blow * (p[0] < AT ? p[0] * (1 - AT) : AT * (1 - p[0])) + 0.01 * p[0] * (1 - p[0]));
        Estimates e = Estimates.of(s, grid);
        assertTrue(error > 0.9, () -> "the network has met the blow: " + error);
        assertTrue(e.relativeL2().isEmpty(), e::toString);
        assertTrue(e.estimate().reason().startsWith("between the points of the finest grid affordable: "), e::toString);
        aboveOrNone(e, error);
    }

    /** Steps in time are short where the flash is, so that it is estimated; without a flash all would be as small as its rest. */
    @ParameterizedTest
    @ValueSource(doubles = {2e3, 3e7})
    void aFlashInTime(double sharpness) {
        Expr flash = Expr.exp(T.minus(AT).times(sharpness).pow(2).negate()).times(sharpness);
        Solution s = solve(
                Problem.over(X, T)
                        .require(W.d(T).equalTo(W.d(X, X).plus(flash.plus(0.02).times(Expr.sin(X.times(Math.PI))))))
                        .require(W.equalTo(0).on(T.start()))
                        .require(W.equalTo(0).on(X.ends())),
                12);
        Grid grid = Grid.of(X, 21).by(T, 21);
        double error = error(
                s,
                grid,
                p -> Math.sin(Math.PI * p[0])
                        * (0.02 / RATE * (1 - Math.exp(-RATE * p[1]))
                                + (p[1] > AT ? Math.sqrt(Math.PI) * Math.exp(-RATE * (p[1] - AT)) : 0)));
        Estimates e = Estimates.of(s, grid);
        assertTrue(error > 0.5, () -> "the network has met the flash: " + error);
        assertEquals(error, e.relativeL2().orElseThrow(), 0.1 * error, e::toString);
        aboveOrNone(e, error);
    }

    @Test
    void aBoundBelowTheEstimateOfTheSameReportIsNone() {
        Problem bent = Problem.over(X)
                .require(U.d(X, X).equalTo(Expr.sin(X.times(9))))
                .require(U.equalTo(0).on(X.ends()));
        DefectEstimate estimate = DefectEstimate.of(solve(bent, 4), Grid.of(X, 33));
        double told = estimate.report().orElseThrow().relativeL2();
        ErrorBound low = new ErrorBound("a class", told, told, 0.99 * told, 1, "");
        ErrorBound high = new ErrorBound("a class", told, told, 1.01 * told, 1, "");
        assertSame(high, Estimates.above(high, estimate));
        ErrorBound none = Estimates.above(low, estimate);
        assertTrue(none.relative().isEmpty() && Double.isNaN(none.absoluteMax()), none::toString);
        assertTrue(none.reason().contains("below the estimate of"), none::reason);
    }

    /** Legitimate, since nothing differentiates the coefficient but the bound. */
    @Test
    void aCoefficientThatJumpsHasNoBoundAndTheReasonIsTold() {
        Expr s = X.minus(AT);
        Problem p = Problem.over(X)
                .require(Expr.abs(s).over(s).plus(3).times(U.d(X, X)).equalTo(-4))
                .require(U.equalTo(0).on(X.ends()));
        Estimates e = Estimates.of(solve(p, 4), Grid.of(X, 32));
        assertTrue(e.bound().relative().isEmpty());
        assertTrue(e.bound().reason().contains("jumps at x = 0.617"), e::toString);
    }

    @Test
    void panelsAboutAPulseIntegrateItToRoundingOfThePulse() {
        double width = 1e-7;
        Pulse pulse = new Pulse(X, X, AT + 0.3 * width, 1.7 * width, 1, true);
        Panels panels = new Panels(8, List.of(pulse), List.of());
        Nodes nodes = Nodes.on(List.of(X), panels);
        double sum = 0;
        for (int i = 0; i < nodes.count(); i++) {
            sum += nodes.weights()[i] * Math.exp(-Math.pow((nodes.x()[i] - AT) / width, 2));
        }
        assertEquals(Math.sqrt(Math.PI) * width, sum, 1e-7 * width);
        assertEquals(Nodes.count(List.of(X), panels), nodes.count() - 2);
        assertTrue(nodes.count() < 600, () -> nodes.count() + " nodes");
    }
}
