package org.pinn4j.validation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinn4j.ansatz.Design;
import org.pinn4j.jets.Tiles;
import org.pinn4j.loss.Resampling;
import org.pinn4j.network.Activation;
import org.pinn4j.network.FourierMlp;
import org.pinn4j.network.Initializer;
import org.pinn4j.network.Mlp;
import org.pinn4j.optimize.Algebra;
import org.pinn4j.optimize.Lbfgs;
import org.pinn4j.optimize.LevenbergMarquardt;
import org.pinn4j.optimize.Objective;
import org.pinn4j.optimize.Optimizer;
import org.pinn4j.optimize.State;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Problem;
import org.pinn4j.problems.HeatSineMode;
import org.pinn4j.sampling.ResidualAdaptive;
import org.pinn4j.sampling.Uniform;
import org.pinn4j.train.Cancellation;
import org.pinn4j.train.Count;
import org.pinn4j.train.Points;
import org.pinn4j.train.Recipe;
import org.pinn4j.train.Stage;

class SolvingTest {
    @TempDir
    private Path folder;

    private static Solving heat(int steps) {
        return Solving.of(new HeatSineMode()).steps(steps).workers(1).backend("java");
    }

    /** A tiny study for real: more optimiser steps are not among the variables, so the width makes the difference. */
    @Test
    void aRealStudyIsReproducedByASecondOneAndItsRunsDiffer() throws IOException {
        Study study = Study.of(heat(12))
                .vary("width", 2, 6)
                .vary("depth", 1)
                .vary("points", 100)
                .seeds(1, 2);
        StudyResult one = study.run(folder.resolve("one"));
        StudyResult two = study.run(folder.resolve("two"));
        List<Double> errors =
                one.runs().stream().map(r -> r.found().relativeL2()).toList();
        assertEquals(
                errors, two.runs().stream().map(r -> r.found().relativeL2()).toList());
        assertEquals(4, errors.stream().distinct().count());
        assertTrue(errors.stream().allMatch(e -> e > 0 && e < 1), errors.toString());
        Figures wide = one.groups().get(1).runs().get(0).found();
        assertEquals(6 * 3 + 7, wide.parameters()); // inputs x, t; one hidden layer of 6; one output
        assertEquals(Tiles.POINTS, wide.points()); // every condition of the heat equation is hard; whole tiles
        assertEquals(12, wide.steps());
    }

    @Test
    void theReferenceIsVariedWithoutTrainingAgain() throws IOException {
        Study study = Study.of(heat(5)).vary("reference", 1e-3, 1e-5).seeds(1, 2);
        int[] trained = new int[1];
        StudyResult result = study.onProgress(p ->
                        trained[0] += p.training().filter(t -> t.step() == 1).isPresent() ? 1 : 0)
                .run(folder);
        assertEquals(2, trained[0]);
        List<StudyRun> runs = result.runs();
        assertTrue(runs.get(0).found().floor() <= 1e-3 && runs.get(2).found().floor() <= 1e-5);
        assertTrue(runs.get(0).found().reference().contains("finite differences"));
        assertEquals(runs.get(0).found().heldOut(), runs.get(2).found().heldOut());
    }

    @Test
    void aCancelledSolveIsNoRun() {
        Cancellation stop = new Cancellation();
        assertTrue(heat(50).start()
                .run(new Case(java.util.Map.of(), 1), p -> stop.request(), stop)
                .isEmpty());
    }

    private static Recipe recipe(Solving solving, String variable, String value) {
        return solving.recipe(new Case(java.util.Map.of(variable, value), 1)).orElseThrow();
    }

    @Test
    void everyVariableChangesItsPartOfTheRecipeAndNothingElse() {
        Recipe base = Recipe.of("mine").withNetwork(Mlp.of("tanh", 8, 4), Initializer.glorotNormal());
        Solving solving = heat(5).recipe(base);
        assertEquals(
                "mlp(6,6;tanh)", recipe(solving, "width", "6").architecture().describe());
        assertEquals(
                "mlp(8,8,8;tanh)", recipe(solving, "depth", "3").architecture().describe());
        assertEquals(
                new Count.Exactly(700),
                recipe(solving, "points", "700").points().counts().interior());
        assertEquals(base.points(), recipe(solving, "width", "6").points());
        assertEquals(base.stages(), recipe(solving, "points", "700").stages());
        assertEquals(
                4,
                List.of("levenberg-marquardt", "ssbroyden", "lbfgs", "adam").stream()
                        .map(o -> recipe(solving, "optimiser", o).stages())
                        .collect(Collectors.toSet())
                        .size());
        assertEquals(
                Stage.adam().steps(),
                recipe(solving, "optimiser", "adam").stages().get(0).steps());
    }

    @Test
    void nothingVariedLeavesTheChoiceToTheTrainedRecipe() {
        assertTrue(heat(5).recipe(new Case(java.util.Map.of("reference", "1e-6"), 1))
                .isEmpty());
        assertTrue(heat(5).recipe(new Case(java.util.Map.of("width", "6"), 1)).isPresent());
    }

    @Test
    void theSettingsTellDifferentStudiesApart() {
        assertEquals(heat(5).settings(), heat(5).settings());
        for (Solving other : List.of(
                heat(6),
                heat(5).workers(2),
                heat(5).backend("auto"),
                heat(5).version("next"),
                heat(5).recipe(Recipe.of("mine")),
                heat(5).budget(java.time.Duration.ofSeconds(3)))) {
            assertNotEquals(heat(5).settings(), other.settings());
        }
    }

    /** Of one name, each different from the first in one thing that changes a result. */
    private static List<Recipe> oneName() {
        Recipe base = Recipe.of("mine").withNetwork(Mlp.of("tanh", 6), Initializer.glorotNormal());
        Points.Following points = Points.adaptive(5);
        Resampling later = new Resampling(30, 1.3, 150, 4, ResidualAdaptive.standard());
        Expr table = Expr.values("table", p -> p[0], HeatSineMode.X);
        Expr other = Expr.values("table", p -> 2 * p[0], HeatSineMode.X);
        return List.of(
                base,
                base.withNetwork(Mlp.of("tanh", 7), base.initializer()),
                base.withNetwork(base.architecture(), Initializer.sine(2)),
                base.withPoints(points.withInterior(500)),
                base.withPoints(points.withPerCondition(50)),
                base.withPoints(new Points.Following(points.counts(), new Uniform(), points.resampling())),
                base.withPoints(points.with(later)),
                base.withPoints(Points.fixed(5)),
                base.withWeight("pde", 3),
                base.withStages(Stage.levenbergMarquardt().forSteps(3)),
                base.withStages(Stage.of(new Lbfgs(9))),
                base.withStages(Stage.of(new Lbfgs(10))),
                base.withDesign(Design.derived().withInputs(HeatSineMode.X.pow(2))),
                base.withDesign(Design.derived().withInputs(table)),
                base.withDesign(Design.derived().withInputs(other)),
                base.withDesign(Design.derived().withForm(HeatSineMode.U, HeatSineMode.X, HeatSineMode.T, "own")),
                base.withDesign(Design.derived().withoutFoundSymmetries()),
                base.withDesign(Design.derived().withoutHardConditions()));
    }

    @Test
    void recipesOfOneNameThatDifferInAnythingShareNoRuns() throws IOException {
        Case at = new Case(java.util.Map.of(), 1);
        List<String> keys = oneName().stream()
                .map(r -> at.key(heat(5).recipe(r).settings()))
                .toList();
        assertEquals(keys.size(), keys.stream().distinct().count());
        Study.of(heat(5).recipe(oneName().get(0))).seeds(1).run(folder);
        Study other = Study.of(heat(5).recipe(oneName().get(8))).seeds(1);
        String message = assertThrows(IllegalArgumentException.class, () -> other.run(folder))
                .getMessage();
        assertTrue(message.contains("recipe") && message.contains("weight 3.0 pde"), message);
    }

    /** Printed statements round to a few digits; two that look alike are two. */
    @Test
    void statementsThatLookAlikeShareNoRuns() {
        HeatSineMode p = new HeatSineMode();
        Problem one = p.statement().require(HeatSineMode.U.equalTo(1.0 / 3).on(HeatSineMode.X.start()));
        Problem two =
                p.statement().require(HeatSineMode.U.equalTo(1.0 / 3 + 1e-9).on(HeatSineMode.X.start()));
        assertEquals(one.toString(), two.toString());
        assertNotEquals(
                Solving.of("a", one, p.exact().orElseThrow(), p.grid()).settings(),
                Solving.of("a", two, p.exact().orElseThrow(), p.grid()).settings());
    }

    /** A method of one's own without settings that anybody could read. */
    private record Own() implements Optimizer {
        @Override
        public String name() {
            return "own";
        }

        @Override
        public State init(Objective objective, double[] theta0, Algebra algebra) {
            return LevenbergMarquardt.standard().init(objective, theta0, algebra);
        }
    }

    @Test
    void codeNeedsAKeyThatTellsItFromOtherCode() {
        Recipe mine = Recipe.of("mine").withStages(Stage.of(new Own()));
        assertMessage("stage own is code", () -> heat(5).recipe(mine).settings());
        assertMessage("solving.recipe(recipe, ", () -> heat(5).recipe(mine).settings());
        assertEquals(
                heat(5).recipe(mine, "first").settings(),
                heat(5).recipe(mine, "first").settings());
        assertNotEquals(
                heat(5).recipe(mine, "first").settings(),
                heat(5).recipe(mine, "second").settings());
    }

    @Test
    void aVariableThatMeansNothingIsAnErrorThatSaysWhatDoes() {
        Study study = Study.of(heat(5));
        assertMessage("can vary points, width", () -> study.vary("colour", 3));
        assertMessage("whole number", () -> study.vary("points", 2.5));
        assertMessage("whole number", () -> study.vary("width", 0));
        assertMessage("129 and 240 are both 240", () -> study.vary("points", 100, 129, 240));
        assertMessage("known are levenberg-marquardt", () -> study.vary("optimiser", "dice"));
        assertMessage("floor in (0, 1)", () -> study.vary("reference", 2));
        FourierMlp fourier = new FourierMlp(4, 1.0, List.of(8), Activation.named("tanh"));
        Solving mine = heat(5).recipe(Recipe.of("mine").withNetwork(fourier, Initializer.glorotNormal()));
        assertMessage("none to vary", () -> Study.of(mine).vary("width", 6));
        HeatSineMode p = new HeatSineMode();
        Solving own = Solving.of("own", p.statement(), p.exact().orElseThrow(), p.grid());
        assertMessage("references(", () -> Study.of(own).vary("reference", 1e-6));
    }

    private static void assertMessage(String part, org.junit.jupiter.api.function.Executable wrong) {
        String message = assertThrows(IllegalArgumentException.class, wrong).getMessage();
        assertTrue(message.contains(part), message);
    }
}
