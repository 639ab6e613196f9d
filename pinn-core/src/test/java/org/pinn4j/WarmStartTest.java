package org.pinn4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinn4j.optimize.Algebra;
import org.pinn4j.optimize.LevenbergMarquardt;
import org.pinn4j.optimize.Objective;
import org.pinn4j.optimize.Optimizer;
import org.pinn4j.optimize.State;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Problem;
import org.pinn4j.solution.Outcome;
import org.pinn4j.solution.Solution;
import org.pinn4j.train.Cases;
import org.pinn4j.train.History;
import org.pinn4j.train.Points;
import org.pinn4j.train.Recipe;
import org.pinn4j.train.Stage;

/** Going on from a solution. */
class WarmStartTest {
    private static Pinn small() {
        return Pinn.with(Cases.small()).workers(1);
    }

    @Test
    void aRunBeginsAtTheHeldOutResidualOfItsStartAndDoesNotLoseIt() {
        Solution start = small().steps(40).solve(Cases.heat());
        Pinn.Solved next = small().steps(10).startingFrom(start).run(Cases.heat());
        History.Entry first = next.training().history().entries().get(0);
        assertEquals(start.card().heldOut(), first.heldOut(), 0.0);
        assertTrue(next.solution().card().heldOut() <= start.card().heldOut());
    }

    @Test
    void withAnotherSeedItBeginsNearIt() {
        Solution start = small().steps(40).solve(Cases.heat());
        Pinn.Solved next =
                Pinn.trained().workers(1).seed(9).steps(1).startingFrom(start).run(Cases.heat());
        double first = next.training().history().entries().get(0).heldOut();
        assertEquals(1, first / start.card().heldOut(), 0.9);
    }

    private static Solution reloaded(Solution s, Path folder) throws IOException {
        Path file = folder.resolve("s.pinn");
        s.save(file);
        return Solution.load(file);
    }

    /** Forty steps of the trial and eighty of a network whose points follow the residual: what a file has to remember. */
    @Test
    void theTrainedRecipeGoesOnFromAFileWithTheRecipeThatItHadChosen(@TempDir Path folder) throws IOException {
        Pinn trained = Pinn.trained().workers(1);
        Solution first = trained.seed(3).steps(120).solve(Cases.layer());
        Solution next = trained.steps(5).startingFrom(reloaded(first, folder)).solve(Cases.layer());
        assertArrayEquals(
                trained.steps(5).startingFrom(first).solve(Cases.layer()).theta(), next.theta(), 0.0);
        assertEquals("trained", next.card().recipe());
        assertEquals(3, next.card().seed());
        assertEquals(
                first.continuation().orElseThrow().recipe(),
                next.continuation().orElseThrow().recipe());
        assertEquals(125, next.continuation().orElseThrow().steps());
        assertTrue(
                next.card().notes().stream().anyMatch(n -> n.contains("redrawn by the residual")),
                () -> next.card().notes().toString());
        assertTrue(
                next.card().notes().stream().noneMatch(n -> n.contains("20,20")),
                () -> next.card().notes().toString());
    }

    @Test
    void aRecipeGoesOnWithItsDampingItsIntervalAndTheStagesThatAreLeft(@TempDir Path folder) throws IOException {
        Recipe staged = Cases.small()
                .withPoints(Points.adaptive(5))
                .withStages(Stage.adam().forSteps(4), Stage.levenbergMarquardt().forSteps(30), Stage.lbfgs());
        Solution first = Pinn.with(staged).workers(1).steps(29).solve(Cases.heat());
        String next = reloaded(first, folder).continuation().orElseThrow().next();
        Recipe onwards = Recipe.parse(next, Cases.heat(), Map.of());
        assertEquals(2, onwards.stages().size());
        assertEquals(5, onwards.stages().get(0).steps().orElseThrow());
        assertEquals(Stage.lbfgs(), onwards.stages().get(1));
        LevenbergMarquardt damped = (LevenbergMarquardt) onwards.stages().get(0).optimizer();
        assertTrue(damped.settings().lambda() < 1e-3, next);
        assertEquals(26, ((Points.Following) onwards.points()).resampling().first()); // redrawn once, after 20 steps
        assertEquals(staged, Recipe.parse(first.continuation().orElseThrow().recipe(), Cases.heat(), Map.of()));
    }

    /** Whoever asks for more after the last step of the last stage gets more of that one. */
    @Test
    void aRecipeThatIsUsedUpGoesOnWithItsLastStage() {
        Recipe staged = Cases.small()
                .withStages(Stage.adam().forSteps(4), Stage.levenbergMarquardt().forSteps(6));
        Solution first = Pinn.with(staged).workers(1).solve(Cases.heat());
        Solution next = Pinn.trained().workers(1).startingFrom(first).solve(Cases.heat());
        assertEquals(10, first.card().steps());
        assertEquals(6, next.card().steps());
        assertTrue(next.card().heldOut() < first.card().heldOut());
    }

    @Test
    void aSolutionWithoutARecipeSaysSoWhenARunGoesOnFromIt() {
        Solution trained = small().steps(5).solve(Cases.heat());
        Solution bare = new Solution(trained.problem(), trained.ansatz(), trained.theta(), trained.card());
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> Pinn.trained().steps(5).startingFrom(bare).solve(Cases.heat()));
        assertTrue(e.getMessage().contains("Pinn.with(recipe).startingFrom(solution)"), e::getMessage);
        assertTrue(
                small().steps(5).startingFrom(bare).solve(Cases.heat()).card().heldOut()
                        <= trained.card().heldOut());
    }

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

    /** In this Java the object is still there; in a file its name is. */
    @Test
    void aRecipeWithCodeOfOnesOwnGoesOnHereAndAsksForItAfterAFile(@TempDir Path folder) throws IOException {
        Recipe own = Cases.small().withStages(Stage.of(new Own()));
        Solution first = Pinn.with(own).workers(1).steps(5).solve(Cases.heat());
        Pinn more = Pinn.trained().workers(1).steps(5);
        assertEquals(
                10,
                more.startingFrom(first)
                        .solve(Cases.heat())
                        .continuation()
                        .orElseThrow()
                        .steps());
        Solution loaded = reloaded(first, folder);
        assertTrue(
                loaded.card().notes().stream().anyMatch(n -> n.startsWith("stage own: code")),
                () -> loaded.card().notes().toString());
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> more.startingFrom(loaded).solve(Cases.heat()));
        assertTrue(e.getMessage().contains("was given stage own as code"), e::getMessage);
        assertEquals(
                10,
                more.recipe(own)
                        .startingFrom(loaded)
                        .solve(Cases.heat())
                        .continuation()
                        .orElseThrow()
                        .steps());
    }

    @Test
    void anUpdateIsASolutionThatARunCanGoOnFrom() {
        AtomicReference<Solution> half = new AtomicReference<>();
        small().steps(20)
                .onProgress(p -> half.set(p.step() == 10 ? p.best().get() : half.get()))
                .solve(Cases.heat());
        Solution next =
                Pinn.trained().workers(1).steps(10).startingFrom(half.get()).solve(Cases.heat());
        assertEquals(20, next.continuation().orElseThrow().steps());
        assertTrue(next.card().heldOut() < half.get().card().heldOut());
    }

    /** The initial condition is in the ansatz: that of the start would meet the old one for ever. */
    @Test
    void theHardConditionsOfTheNewStatementHold() {
        Solution start = small().steps(20).solve(Cases.heat());
        Expr bump = Cases.X.times(Expr.constant(1).minus(Cases.X)).times(4);
        Solution next = small().steps(5).startingFrom(start).solve(Cases.heat(0.1, bump));
        assertEquals(0.84, next.at(0.3, 0), 1e-12);
        assertEquals(0, next.at(0, 0.2), 1e-12);
    }

    @Test
    void theSameAnsatzIsKeptForAnotherCoefficientOfTheEquation() {
        Solution start = small().steps(20).solve(Cases.heat());
        Solution next =
                small().seed(4).steps(5).startingFrom(start).solve(Cases.heat(0.1, Expr.sin(Cases.X.times(Math.PI))));
        assertEquals(start.ansatz(), next.ansatz());
    }

    @Test
    void aStartWithOtherInputsIsAnError() {
        Field v = Field.of("v", Cases.X);
        Problem ode = Problem.over(Cases.X)
                .require(v.d(Cases.X).equalTo(v))
                .require(v.equalTo(1).on(Cases.X.start()));
        Solution start = small().steps(1).solve(ode);
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> small().startingFrom(start).solve(Cases.heat()));
        assertTrue(e.getMessage().contains("1 inputs and 1 outputs, this problem needs 2 and 1"), e::getMessage);
    }

    @Test
    void aStartWithOtherCoefficientsIsAnErrorAndOneWithoutIsNot() {
        Parameter a = Parameter.of("a", 0.3);
        Parameter b = Parameter.of("b", 1);
        Problem one = Problem.over(Cases.X, Cases.T)
                .require(Cases.U.d(Cases.T).equalTo(Cases.U.d(Cases.X, Cases.X).times(a)))
                .require(Cases.U.equalTo(Expr.sin(Cases.X.times(Math.PI))).on(Cases.T.start()))
                .require(Cases.U.equalTo(0).on(Cases.X.ends()))
                .require(Cases.U.equalTo(Expr.measurement()).onData(new double[][] {{0.5, 0.2}}, new double[] {0.6}));
        Problem two = one.require(Cases.U
                .equalTo(Expr.measurement().times(b))
                .onData(new double[][] {{0.5, 0.1}}, new double[] {0.8}));
        Solution none = small().steps(20).solve(Cases.heat());
        Solution start = small().steps(1).startingFrom(none).solve(one);
        assertEquals(none.theta().length + 1, start.theta().length);
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> small().startingFrom(start).solve(two));
        assertTrue(e.getMessage().contains("1 trainable coefficients, this problem has 2"), e::getMessage);
        Solution without = small().steps(1).startingFrom(start).solve(Cases.heat());
        assertEquals(none.theta().length, without.theta().length);
        assertTrue(
                without.card()
                        .notes()
                        .contains("this problem has no trainable coefficient: 1 coefficient of the start is dropped"),
                () -> without.card().notes().toString());
    }

    @Test
    void theRecipeOfASolutionIsTheOneThatTrainedIt(@TempDir Path folder) throws IOException {
        Recipe recipe = Cases.small();
        Solution s = Pinn.with(recipe).steps(1).solve(Cases.heat());
        Path file = folder.resolve("s.pinn");
        s.save(file);
        assertEquals(recipe, Recipe.from(s));
        assertEquals(recipe, Recipe.from(Solution.load(file)));
        Solution bare = new Solution(s.problem(), s.ansatz(), s.theta(), s.card());
        assertThrows(IllegalArgumentException.class, () -> Recipe.from(bare));
    }

    @Test
    void settingsThatCannotBeAreRefusedWhereTheyAreSaid() {
        assertRefused("need 1 to 1024, got 0", () -> Pinn.trained().workers(0));
        assertRefused(
                "no backend 'mkl'; choose auto or one of", () -> Pinn.trained().backend("mkl"));
        assertRefused("weight -2.0 for 'pde'", () -> Cases.small().withWeight("pde", -2));
        assertRefused("weight NaN for 'pde'", () -> Cases.small().withWeight("pde", Double.NaN));
        assertRefused(
                "between(1.0, 0.0) has nothing in it",
                () -> Parameter.of("k", 0.5).between(1, 0));
        assertEquals(0.0, Cases.small().withWeight("pde", 0).weights().get("pde"));
    }

    private static void assertRefused(String says, org.junit.jupiter.api.function.Executable what) {
        String message = assertThrows(IllegalArgumentException.class, what).getMessage();
        assertTrue(message.contains(says), message);
    }

    /** Equal by value: one of the same name is another one, which the message tells apart. */
    @Test
    void whatASolutionHasNotIsToldFromWhatItHas() {
        Parameter k = Parameter.of("k", 0.5).between(0, 1);
        Parameter r = Parameter.of("r", 2);
        Problem problem = Problem.over(Cases.X, Cases.T)
                .require(Cases.U
                        .d(Cases.T)
                        .equalTo(Cases.U.d(Cases.X, Cases.X).times(k).plus(r)))
                .require(Cases.U.equalTo(Expr.sin(Cases.X.times(Math.PI))).on(Cases.T.start()))
                .require(Cases.U.equalTo(0).on(Cases.X.ends()))
                .require(Cases.U.equalTo(Expr.measurement()).onData(new double[][] {{0.5, 0.2}}, new double[] {0.6}));
        Solution s = small().steps(1).solve(problem);
        assertRefused("no trainable coefficient q; there are (k, r)", () -> s.value(Parameter.of("q", 1)));
        assertRefused(
                "no trainable coefficient k from 0.5, positive: the one of that name is from 0.5, between 0 and 1",
                () -> s.value(Parameter.of("k", 0.5).positive()));
        Axis other = Cases.X.within(0, 0.25);
        assertRefused(
                "the one of that name is over x in [0, 1], time t in [0,",
                () -> s.evaluate(Field.of("u", other, Cases.T), 0.1, 0.1));
        assertRefused("no field z; there are (u)", () -> s.evaluate(Field.of("z", Cases.X, Cases.T), 0.1, 0.1));
    }

    /** Where the untrained residual overflows it is no measure: divided by it, any start would seem to be exact. */
    @Test
    void aStartIsNotMeasuredByAnUntrainedNetworkThatOverflows() {
        Field v = Field.of("v", Cases.X);
        Expr away = v.plus(1).plus(Cases.X);
        Problem line = Problem.over(Cases.X)
                .require(v.d(Cases.X).equalTo(-1))
                .require(v.equalTo(-1).on(Cases.X.start()));
        Problem wall = Problem.over(Cases.X)
                .require(v.d(Cases.X)
                        .equalTo(Expr.exp(away.pow(2).minus(0.01).times(1e6)).minus(2)))
                .require(v.equalTo(-1).on(Cases.X.start()));
        assertEquals(Outcome.NON_FINITE, small().steps(1).solve(wall).outcome());
        Solution start = small().steps(40).solve(line);
        Pinn.Solved next = small().steps(1).startingFrom(start).run(wall);
        double first = next.training().history().entries().get(0).heldOut();
        assertTrue(first > 0.1 && first < 10, () -> "held out " + first);
    }

    @Test
    void aStartThatIsAlreadyBestIsReturnedAsItIs() {
        Solution start = small().steps(60).solve(Cases.heat());
        Solution same = small().steps(1).tolerance(0.5).startingFrom(start).solve(Cases.heat());
        assertArrayEquals(start.theta(), same.theta(), 0.0);
    }
}
