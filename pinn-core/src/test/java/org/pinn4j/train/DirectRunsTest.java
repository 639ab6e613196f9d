package org.pinn4j.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.Pinn;
import org.pinn4j.direct.Direct;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.solution.Outcome;
import org.pinn4j.solution.Solution;

/** A direct solve as a run: budget, cancellation, progress, files, bits, and what it refuses. */
class DirectRunsTest {
    private static final Field V = Field.of("v", Cases.X);
    private static final Problem LINE = Problem.over(Cases.X)
            .require(V.d(Cases.X, Cases.X).equalTo(Expr.sin(Cases.X.times(3))))
            .require(V.equalTo(0).on(Cases.X.start()))
            .require(V.equalTo(0).on(Cases.X.end()));

    private static Pinn direct() {
        return Pinn.with(Recipe.direct()).workers(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "auto"})
    void theBitsDoNotDependOnTheWorkers(String backend) {
        Pinn steps = direct().steps(3).backend(backend);
        double[] one = steps.solve(Cases.heat()).theta();
        assertArrayEquals(one, steps.solve(Cases.heat()).theta());
        assertArrayEquals(one, steps.workers(2).solve(Cases.heat()).theta());
        assertArrayEquals(one, steps.workers(3).solve(Cases.heat()).theta());
    }

    @Test
    void aSeedDrawsItsOwnFeatures() {
        Pinn steps = direct().steps(2);
        double[] one = steps.seed(1).solve(LINE).theta();
        double[] two = steps.seed(2).solve(LINE).theta();
        assertTrue(one.length != two.length || one[0] != two[0]);
    }

    @Test
    void aFileHoldsTheSolutionAndItsRecipe(@TempDir Path folder) throws Exception {
        Solution s = direct().tolerance(1e-6).solve(LINE);
        Path file = folder.resolve("line.pinn");
        s.save(file);
        Solution loaded = Solution.load(file);
        assertEquals(s.at(0.3), loaded.at(0.3));
        assertEquals(
                Recipe.direct().toString(), loaded.continuation().orElseThrow().recipe());
    }

    @Test
    void stepsAreLeastSquaresSolvesAndEachIsReported() {
        List<Progress> seen = new ArrayList<>();
        Pinn.Solved solved = direct().steps(2).onProgress(seen::add).run(Cases.heat());
        assertEquals(2, solved.training().steps());
        assertEquals(List.of(1, 2), seen.stream().map(Progress::step).toList());
        assertEquals(2, solved.training().history().entries().size());
        assertEquals(Outcome.COMPLETED, solved.solution().outcome());
        assertTrue(Double.isFinite(seen.get(1).best().get().at(0.3, 0.2)));
    }

    @Test
    void aToleranceBelowRoundOffStallsWithTheFigure() {
        Pinn.Solved solved = direct().tolerance(1e-30).run(LINE);
        assertEquals(Outcome.STALLED, solved.solution().outcome());
        assertTrue(solved.solution().card().heldOut() < 1e-11);
    }

    @Test
    void aCancelledSolveSaysSo() {
        Cancellation token = new Cancellation();
        token.request();
        Solution s = direct().cancelledBy(token).solve(LINE);
        assertEquals(Outcome.CANCELLED, s.outcome());
        assertEquals(0, s.at(0.5));
    }

    @Test
    void whatIsZeroEverywhereIsSolvedByNothing() {
        Problem zero = Problem.over(Cases.X)
                .require(V.d(Cases.X, Cases.X).equalTo(0))
                .require(V.equalTo(0).on(Cases.X.start()))
                .require(V.equalTo(0).on(Cases.X.end()));
        Solution s = direct().solve(zero);
        assertEquals(Outcome.COMPLETED, s.outcome());
        assertEquals(0, s.at(0.5));
    }

    private static Problem bent(Expr right) {
        return Problem.over(Cases.X)
                .require(V.d(Cases.X, Cases.X)
                        .equalTo(right)
                        .on(Region.interior())
                        .named("bent"))
                .require(V.equalTo(1).on(Cases.X.start()))
                .require(V.equalTo(1).on(Cases.X.end()));
    }

    /** Zero fields have no residual to begin with. */
    @Test
    void anEquationThatZeroFieldsDoNotMeetIsSolvedFromConstantOnes() {
        Solution s = direct().solve(bent(V.pow(-1)));
        assertEquals(Outcome.COMPLETED, s.outcome());
        assertTrue(s.card().heldOut() < 1e-9);
        double middle = s.at(0.5); // v′² = 2 ln(v/m), so that 1 = √2·∫ dv/√ln(v/m) from m to 1
        assertEquals(1, s.at(0), 1e-9);
        assertEquals(2 * Math.log(1 / middle), Math.pow(s.evaluate(V.d(Cases.X), 1), 2), 1e-8);
    }

    @Test
    void aResidualThatIsNoNumberIsNamed() {
        Solution s = direct().solve(bent(V.pow(2).plus(1).negate().pow(0.5)));
        assertEquals(Outcome.NON_FINITE, s.outcome());
        assertTrue(s.card().advice().contains("bent"), s.card().advice());
    }

    private static Problem carried(double speed) {
        Axis along = Axis.of("s", 0, 1);
        Field w = Field.of("w", along, Cases.T);
        Expr truth = Expr.sin(along.minus(Cases.T.times(speed)).times(2 * Math.PI));
        return Problem.over(along, Cases.T)
                .require(w.d(Cases.T).plus(w.d(along).times(speed)).equalTo(0))
                .require(w.equalTo(truth).on(Cases.T.start()))
                .require(w.equalTo(truth).on(along.start()));
    }

    /** The loop of a host: a few per cent more of a coefficient. */
    @Test
    void aNeighbouringStatementReusesFeaturesAndWeights() {
        Pinn.Solved cold = direct().tolerance(1e-7).run(carried(12.2));
        Pinn.Solved warm = direct().tolerance(1e-7)
                .startingFrom(direct().tolerance(1e-7).solve(carried(12)))
                .run(carried(12.2));
        assertEquals(Outcome.CONVERGED, warm.solution().outcome());
        assertTrue(
                3 * warm.training().steps() <= cold.training().steps(),
                () -> "%d against %d steps"
                        .formatted(warm.training().steps(), cold.training().steps()));
        assertEquals(cold.solution().at(0.4, 0.3), warm.solution().at(0.4, 0.3), 1e-6);
    }

    /** sin πx solves v″ + π²v = 0 with ends of zero. */
    private static Problem resonance(Expr source) {
        return Problem.over(Cases.X)
                .require(V.d(Cases.X, Cases.X).plus(V.times(Math.PI * Math.PI)).equalTo(source))
                .require(V.equalTo(0).on(Cases.X.start()))
                .require(V.equalTo(0).on(Cases.X.end()));
    }

    @Test
    void aFunctionThatTheStatementLeavesFreeIsNamed() {
        Solution s = direct().solve(resonance(Expr.sin(Cases.X.times(2 * Math.PI))));
        assertEquals(Outcome.COMPLETED, s.outcome());
        assertTrue(
                s.card().notes().toString().contains("a function in v, largest at x = 0."),
                s.card().notes()::toString);
    }

    @Test
    void dataThatDoNotAgreeWithWhatIsFreeHaveNoSolution() {
        Solution s = direct().solve(resonance(Expr.sin(Cases.X.times(Math.PI)).times(3)));
        assertEquals(Outcome.UNRESOLVED, s.outcome());
        assertTrue(s.card().advice().contains("there is no solution"), s.card().advice());
    }

    @Test
    void nothingIsFreeInAWellPosedStatement() {
        for (Problem p : List.of(LINE, Cases.heat())) {
            assertTrue(direct().solve(p).card().notes().stream().noneMatch(n -> n.contains("free")));
        }
    }

    @Test
    void whatItCannotDoIsRefused() {
        Solution start = Pinn.with(Cases.small()).workers(1).steps(1).solve(Cases.heat());
        assertMessage("start", () -> direct().startingFrom(start).solve(Cases.heat()));
        assertMessage(
                "'nobody'",
                () -> Pinn.with(Recipe.direct().withWeight("nobody", 2)).solve(LINE));
        assertMessage("least", () -> new Direct(300, 200, 4));
        assertMessage("rows", () -> new Direct(200, 300, 0.5));
    }

    private static void assertMessage(String part, Runnable refused) {
        String message =
                assertThrows(IllegalArgumentException.class, refused::run).getMessage();
        assertTrue(message.contains(part), message);
    }
}
