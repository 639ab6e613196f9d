package org.pinn4j.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinn4j.Pinn;
import org.pinn4j.direct.Direct;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.solution.Outcome;
import org.pinn4j.solution.Rung;
import org.pinn4j.solution.Solution;

/** A run without a recipe: solved directly, then trained where that does not reach the digits; the better one is returned. */
class LadderTest {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Field V = Field.of("v", X);

    /** v″ = −κ² tanh″, a front of width 1/κ. */
    private static Problem front(double kappa) {
        Expr exact = Expr.tanh(X.minus(0.4).times(kappa));
        return Problem.over(X)
                .require(V.d(X, X).equalTo(exact.d(X, X)))
                .require(V.equalTo(exact).on(X.start()))
                .require(V.equalTo(exact).on(X.end()));
    }

    private static Pinn ladder() {
        return Pinn.standard().workers(1);
    }

    private static List<String> stages(Pinn.Solved solved) {
        return solved.training().history().entries().stream()
                .map(History.Entry::stage)
                .distinct()
                .toList();
    }

    private static List<String> names(Solution s) {
        return s.card().rungs().stream().map(Rung::name).toList();
    }

    @Test
    void whatFeaturesCarryIsNotTrainedFor() {
        Pinn.Solved solved = ladder().run(front(2));
        assertEquals(List.of("direct"), stages(solved));
        Rung only = solved.solution().card().rung().orElseThrow();
        assertEquals("direct", only.name());
        assertEquals(solved.solution().card().heldOut(), only.figure());
        assertEquals(solved.training().steps(), only.steps());
        assertEquals(Math.tanh(-0.2), solved.solution().at(0.3), 1e-11);
        assertEquals("direct", Recipe.from(solved.solution()).name());
    }

    /** With so few features that training has something to do. */
    private static Leg climbed(Settings settings, int features) {
        return climbed(front(2), settings, features);
    }

    private static Leg climbed(Problem problem, Settings settings, int features) {
        try (Run run = Run.of(problem, settings.withWorkers(1))) {
            Recipe few = Recipe.direct().withDirect(new Direct(features, features, 4));
            return new Ladder(run, new DirectRung(run, few, new History())).solve();
        }
    }

    private static Settings steps(int steps) {
        return Settings.standard().withBudget(Budget.standard().withSteps(steps));
    }

    private static void assertTaken(String name, Leg leg) {
        assertEquals(
                List.of("direct", "trained"),
                leg.rungs().stream().map(Rung::name).toList());
        Rung taken =
                leg.rungs().stream().filter(Rung::taken).reduce((a, b) -> null).orElseThrow();
        assertEquals(name, taken.name());
        leg.rungs().forEach(r -> assertTrue(taken.figure() <= r.figure(), leg.rungs()::toString));
        assertEquals(
                leg.result().steps(), leg.rungs().stream().mapToInt(Rung::steps).sum());
    }

    @Test
    void trainingFollowsWhereFeaturesAreTooFew() {
        Leg leg = climbed(steps(60), 5);
        assertTaken("trained", leg);
        assertEquals(60, leg.result().steps());
        assertEquals("trained", leg.onwards().name());
        assertTrue(leg.rungs().get(1).figure() < 1e-3 * leg.rungs().get(0).figure(), leg.rungs()::toString);
    }

    @Test
    void aTrainingThatDoesNotGetPastTheDirectSolutionLeavesIt() {
        Leg leg = climbed(steps(8), 12);
        assertTaken("direct", leg);
        assertEquals(8, leg.result().steps());
        assertEquals(Outcome.COMPLETED, leg.result().outcome());
        assertEquals(leg.rungs().get(0).figure(), leg.result().heldOut());
        assertEquals("direct", leg.onwards().name());
    }

    /** The direct solution is off by 1e-6 or so: after a fit of it a few steps on the residual are as far as that is. */
    @Test
    void trainingBeginsAtAFitOfADirectSolutionThatIsNear() {
        Leg near = climbed(steps(150), 12);
        assertTrue(near.rungs().get(0).figure() < 1e-2, near.rungs()::toString);
        List<History.Entry> all = near.result().history().entries();
        assertTrue(all.stream().noneMatch(e -> e.stage().equals("trial")), all::toString);
        double fit = first(all, "fit").heldOut();
        double start = first(all, "train").heldOut();
        assertEquals(1, fit, 1e-12); // relative to the untrained network
        assertTrue(start < 1e-2, "training begins at " + start);
        String said = String.join("\n", near.result().notes());
        assertTrue(said.contains("training begins at a fit of the direct solution; what networks miss of it"), said);
        assertTrue(said.contains("mlp(20,20;tanh)"), said);
    }

    /** v″ = −4π² sin 2πx is odd about ½, and a training solves one half of it; −π² sin πx is even. */
    @Test
    void halvesOfSymmetricSolutionsAreJudgedByTheirOther() {
        for (int waves : List.of(2, 1)) {
            Expr exact = Expr.sin(X.times(waves * Math.PI)).plus(X.minus(0.5).times(waves - 1));
            Problem half = Problem.over(X)
                    .require(V.d(X, X).equalTo(exact.d(X, X)))
                    .require(V.equalTo(-0.5 * (waves - 1)).on(X.start()))
                    .require(V.equalTo(0.5 * (waves - 1)).on(X.end()));
            Leg leg = climbed(half, steps(60), 5);
            assertTaken("trained", leg);
            assertEquals(1, leg.network().ansatz().folds().size());
            assertTrue(leg.rungs().get(1).figure() < 1e-4, leg.rungs()::toString);
        }
    }

    private static History.Entry first(List<History.Entry> all, String stage) {
        return all.stream().filter(e -> e.stage().equals(stage)).findFirst().orElseThrow();
    }

    @Test
    void aToleranceThatIsMetEndsTheClimb() {
        Budget budget = Budget.standard().withSteps(60);
        Leg met = climbed(Settings.standard().withBudget(budget.withTolerance(0.01)), 12);
        assertEquals(List.of("direct"), met.rungs().stream().map(Rung::name).toList());
        assertEquals(Outcome.CONVERGED, met.result().outcome());
        Leg missed = climbed(Settings.standard().withBudget(budget.withTolerance(1e-13)), 12);
        assertTaken("trained", missed);
        assertEquals(Outcome.BUDGET_SPENT, missed.result().outcome());
    }

    @Test
    void aBudgetThatEndsInTheDirectSolveLeavesNothingToTrain() {
        Pinn.Solved solved = ladder().steps(1).run(front(200));
        assertEquals(List.of("direct"), names(solved.solution()));
        assertEquals(1, solved.training().steps());
    }

    @Test
    void whatAsksForTrainingIsTrained() {
        Pinn.Solved trained = Pinn.trained().workers(1).steps(2).run(front(2));
        assertEquals(List.of(), names(trained.solution()));
        assertEquals(List.of("trial"), stages(trained));
    }

    @Test
    void theRungsStandInTheFile(@TempDir Path folder) throws Exception {
        Problem narrow = front(20_000).acknowledge("narrow:pde", "for a direct solve that gives up");
        Solution s = ladder().steps(6).solve(narrow);
        s.save(folder.resolve("front.pinn"));
        Solution loaded = Solution.load(folder.resolve("front.pinn"));
        assertEquals(2, loaded.card().rungs().size());
        assertEquals(s.card().rungs(), loaded.card().rungs());
    }

    @Test
    void theBitsDoNotDependOnTheWorkers() {
        Pinn steps = Pinn.standard().steps(8);
        double[] one = steps.workers(1).solve(front(200)).theta();
        assertArrayEquals(one, steps.workers(2).solve(front(200)).theta());
    }

    @Test
    void bothRungsAreExplained() {
        String text = ladder().explain(front(2));
        assertTrue(text.contains("direct: ") && text.contains("trained where the residual"), text);
        assertTrue(!Pinn.trained().explain(front(2)).contains("direct: "));
    }
}
