package org.pinn4j.validation.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pinn4j.Pinn;
import org.pinn4j.network.Initializer;
import org.pinn4j.network.Mlp;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Outcome;
import org.pinn4j.solution.Solution;
import org.pinn4j.train.Points;
import org.pinn4j.train.Recipe;

/** The outcome that an estimate of the error allows. */
class JudgedTest {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Axis T = Axis.time("t", 0, 0.1);
    private static final Field U = Field.of("u", X);
    private static final Field W = Field.of("w", X, T);

    private static Solution solve(Problem problem, int steps) {
        Recipe small = Recipe.of("small")
                .withNetwork(Mlp.of("tanh", 8, 8), Initializer.glorotNormal())
                .withPoints(Points.fixed(2));
        return Pinn.with(small).workers(1).backend("java").steps(steps).solve(problem);
    }

    private static Problem quenched() {
        return Problem.over(X, T)
                .require(W.d(T).equalTo(W.d(X, X)))
                .require(W.equalTo(1).on(T.start()).named("hot"))
                .require(W.equalTo(0).on(X.ends()).named("cold"))
                .acknowledge("disagree:hot/cold", "sudden cooling");
    }

    /** u″ = f, u = sin 15πx: what a network of that size has not seen after a step. */
    private static Problem oscillating() {
        Expr truth = Expr.sin(X.times(15 * Math.PI));
        return Problem.over(X)
                .require(U.d(X, X).equalTo(truth.d(X, X)))
                .require(U.equalTo(0).on(X.ends()));
    }

    @Test
    void anEstimateOfMoreThanATenthRaisesTheOutcomeAndNamesItsFigure() {
        Solution s = solve(oscillating(), 1);
        Estimates estimates = Estimates.of(s, Grid.of(X, 101));
        assertTrue(estimates.relativeL2().orElseThrow() > 0.1, estimates::toString);
        Solution completed = s.withCard(s.card().withOutcome(Outcome.COMPLETED, ""));
        Solution judged = estimates.judged(completed);
        assertEquals(Outcome.UNRESOLVED, judged.outcome());
        assertTrue(judged.card().advice().startsWith("the estimated relative error is "), judged.card()::advice);
        Solution cancelled = s.withCard(s.card().withOutcome(Outcome.CANCELLED, ""));
        assertSame(cancelled, estimates.judged(cancelled));
    }

    @Test
    void aGoodEstimateLeavesTheSolutionAsItIs() {
        Problem bent = Problem.over(X)
                .require(U.d(X, X).equalTo(-2))
                .require(U.equalTo(0).on(X.ends()));
        Solution s = solve(bent, 40);
        assertSame(s, Estimates.of(s, Grid.of(X, 21)).judged(s));
    }

    /** A cold bar that is heated at one end from the start on: one corner has two values, and every other point counts. */
    @Test
    void theErrorWhereDataAgreeIsThatOfAllOtherPoints() {
        Problem heated = Problem.over(X, T)
                .require(W.d(T).equalTo(W.d(X, X)))
                .require(W.equalTo(0).on(T.start()).named("cold"))
                .require(W.equalTo(1).on(X.start()).named("hot"))
                .require(W.equalTo(0).on(X.end()).named("end"))
                .acknowledge("disagree:cold/hot", "sudden heating");
        Solution s = solve(heated, 60);
        Grid grid = Grid.of(X, 13).by(T, 5);
        DefectEstimate estimate = DefectEstimate.of(s, grid);
        double[] x = grid.coordinates(s.problem().axes());
        double[] truth = estimate.corrected().orElseThrow().values(W, x.clone(), 65);
        double errors = 0;
        double squares = 0;
        for (int i = 0; i < 65; i++) {
            boolean corner = x[i] == 0 && x[65 + i] == 0;
            errors += corner ? 0 : Math.pow(s.at(x[i], x[65 + i]) - truth[i], 2);
            squares += corner ? 0 : truth[i] * truth[i];
        }
        double kept = Math.sqrt(errors / squares);
        assertEquals(kept, estimate.whereDataAgree().orElseThrow(), 1e-9 * kept);
        double all = estimate.report().orElseThrow().relativeL2();
        assertTrue(Math.abs(all - kept) > 1e-3 * all, kept + " of " + all);
    }

    /** A bar at 1 whose ends are held at 0 from the start on: on this grid two of six points at t = 0 have two values. */
    @Test
    void pointsWhereAcknowledgedDataDisagreeAreLeftOut() {
        Disagreements points = new Disagreements(quenched());
        double[] x = {0, 0.4, 1, 0, 1, /* t: */ 0, 0, 0, 0.1, 0.05};
        boolean[] expected = {true, false, true, false, false};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], points.at(x, expected.length, i), "point " + i);
        }
    }
}
