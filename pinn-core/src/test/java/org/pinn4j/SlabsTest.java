package org.pinn4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.pde.Expr.cos;
import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.pde.Expr.sin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinn4j.domain.Disk;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.solution.Outcome;
import org.pinn4j.solution.Solution;
import org.pinn4j.train.Recipe;

/** Initial value problems that no direct solve over all of their time reaches, each against its closed form. */
class SlabsTest {
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Axis RING = Axis.of("s", 0, 2 * Math.PI);
    private static final Field W = Field.of("w", RING, T);

    /** A statement, its solution, the tolerance, and the largest error over the size of the solution that is allowed. */
    private record Case(Problem problem, List<Expr> truth, double tolerance, double allowed) {
        @Override
        public String toString() {
            return problem.name();
        }
    }

    private static Pinn direct() {
        return Pinn.with(Recipe.direct()).workers(1).budget(Duration.ofMinutes(10));
    }

    private static Case reaction() {
        Expr start = sin(RING).times(0.2).plus(0.3);
        Expr grown = start.times(exp(T.times(4)));
        return new Case(
                Problem.over(RING, T)
                        .named("reaction")
                        .require(W.d(T).equalTo(W.times(4).times(W.minus(1).negate())))
                        .require(W.equalTo(start).on(T.start()))
                        .periodicIn(RING),
                List.of(grown.over(grown.plus(1).minus(start))),
                1e-7,
                1e-5);
    }

    /** r′ = r(1 − r²), φ′ = spin: r = (1 + 3e^(−2t))^(−1/2) from r = 1/2. */
    private static Case limitCycle(double spin) {
        Axis t = Axis.time("t", 0, 20);
        Field a = Field.of("a", t);
        Field b = Field.of("b", t);
        Expr pull = a.pow(2).plus(b.pow(2)).minus(1).negate();
        Expr r = exp(t.times(-2)).times(3).plus(1).pow(-0.5);
        return new Case(
                Problem.over(t)
                        .named("limit cycle")
                        .require(a.d(t).equalTo(a.times(pull).minus(b.times(spin))))
                        .require(b.d(t).equalTo(b.times(pull).plus(a.times(spin))))
                        .require(a.equalTo(0.5).on(t.start()))
                        .require(b.equalTo(0).on(t.start())),
                List.of(r.times(cos(t.times(spin))), r.times(sin(t.times(spin)))),
                1e-8,
                1e-6);
    }

    /** 4·atan e^(γ(x − vt)), γ² = 1/(1 − v²): a kink of the sine-Gordon equation. */
    private static Case kink() {
        Axis x = Axis.of("x", -3, 3);
        Axis t = Axis.time("t", 0, 4);
        Field u = Field.of("u", x, t);
        Expr truth =
                Expr.atan(exp(x.minus(t.times(0.5)).times(2 / Math.sqrt(3)))).times(4);
        return new Case(
                Problem.over(x, t)
                        .named("kink")
                        .require(u.d(t, t).minus(u.d(x, x)).plus(sin(u)).equalTo(0))
                        .require(u.equalTo(truth).on(t.start()))
                        .require(u.d(t).equalTo(truth.d(t)).on(t.start()))
                        .require(u.equalTo(truth).on(x.ends())),
                List.of(truth),
                1e-5,
                1e-3);
    }

    /** A wave that runs across a disk. */
    private static Case acrossADisk() {
        Axis x = Axis.of("x", -1, 1);
        Axis y = Axis.of("y", -1, 1);
        Axis t = Axis.time("t", 0, 1);
        Field u = Field.of("u", x, y, t);
        Expr truth = sin(x.plus(y).minus(t.times(4)));
        return new Case(
                Problem.over(Disk.of(x, y, 0, 0, 1), t)
                        .named("across a disk")
                        .require(u.d(t, t).equalTo(u.d(x, x).plus(u.d(y, y)).times(8)))
                        .require(u.equalTo(truth).on(t.start()))
                        .require(u.d(t).equalTo(truth.d(t)).on(t.start()))
                        .require(u.equalTo(truth).on(Region.boundary())),
                List.of(truth),
                1e-5,
                1e-3);
    }

    static Stream<Case> cases() {
        return Stream.of(reaction(), limitCycle(3), kink(), acrossADisk());
    }

    private static double error(Case c, Solution s) {
        return ClosedForms.error(s, c.truth, 300);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theClosedFormIsReachedSlabBySlab(Case c) {
        Solution s = direct().tolerance(c.tolerance).solve(c.problem);
        assertEquals(Outcome.CONVERGED, s.outcome(), () -> s.card().toString());
        assertTrue(s.pieces().size() > 1, () -> "no slabs: " + s.card().notes());
        double error = error(c, s);
        assertTrue(error < c.allowed, () -> "error " + error + ", " + s.card().notes());
    }

    private static Solution cycle(Pinn pinn, double spin) {
        return pinn.tolerance(1e-8).solve(limitCycle(spin).problem);
    }

    @Test
    void theBitsDoNotDependOnTheWorkers() {
        double[] one = last(cycle(direct().workers(1), 3));
        assertArrayEquals(one, last(cycle(direct().workers(2), 3)));
        assertArrayEquals(one, last(cycle(direct().workers(3), 3)));
    }

    private static double[] last(Solution s) {
        return s.pieces().get(s.pieces().size() - 1).theta();
    }

    /** What is solved when the budget ends stays, and what is not is told. */
    @Test
    void aBudgetThatEndsOnTheWayKeepsTheSlabsThatAreDone() {
        Solution all = cycle(direct(), 3);
        Solution some = cycle(direct().steps(all.card().steps() - 3), 3);
        double done = some.pieces().get(some.pieces().size() - 2).to();
        assertEquals(all.at(done / 2), some.at(done / 2), 1e-6);
        assertEquals(Outcome.BUDGET_SPENT, some.outcome(), () -> some.card().toString());
        assertTrue(
                some.card().notes().toString().contains("solved up to"),
                () -> some.card().notes().toString());
    }

    @Test
    void piecesMeetAsWellAsTheyAreSolved() {
        double[][] jumps = cycle(direct(), 3).jumps();
        for (double[] jump : jumps) {
            assertTrue(jump[0] < 1e-7 && jump[1] < 1e-7, () -> jump[0] + " " + jump[1]);
        }
    }

    @Test
    void aNeighbouringStatementIsSolvedInTheSlabsOfTheStart(@TempDir Path folder) throws Exception {
        Solution start = cycle(direct(), 3);
        Path file = folder.resolve("start.pinn");
        start.save(file);
        Solution warm =
                direct().tolerance(1e-6).startingFrom(Solution.load(file)).solve(limitCycle(3.01).problem);
        assertEquals(start.pieces().size(), warm.pieces().size());
        assertEquals(Outcome.CONVERGED, warm.outcome());
        assertTrue(
                3 * warm.card().steps() <= start.card().steps(),
                () -> warm.card().steps() + " steps");
        assertTrue(error(limitCycle(3.01), warm) < 1e-4);
    }

    @Test
    void aTrainingDoesNotGoOnFromSlabs() {
        Pinn trained = Pinn.with(Recipe.of("trained")).startingFrom(cycle(direct(), 3));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> trained.solve(limitCycle(3).problem))
                .getMessage()
                .contains("slabs"));
    }
}
