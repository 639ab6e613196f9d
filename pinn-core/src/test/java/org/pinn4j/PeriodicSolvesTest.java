package org.pinn4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.pde.Expr.cos;
import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.pde.Expr.sin;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Evaluation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.solution.Outcome;
import org.pinn4j.solution.Solution;
import org.pinn4j.train.Recipe;

/** Evolutions on periodic axes, each against its closed form. */
class PeriodicSolvesTest {
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Axis X = Axis.of("x", 0, 2 * Math.PI);
    private static final Axis Y = Axis.of("y", -Math.PI, Math.PI);
    private static final Field U = Field.of("u", X, T);
    private static final Field V = Field.of("v", X, T);

    private record Case(Problem problem, List<Expr> truth, double allowed) {
        @Override
        public String toString() {
            return problem.name();
        }
    }

    private static Pinn direct() {
        return Pinn.with(Recipe.direct()).workers(1);
    }

    private static Problem starting(String name, Axis axis, Problem problem, List<Field> fields, List<Expr> truth) {
        Problem all = problem.named(name).periodicIn(axis);
        for (int k = 0; k < fields.size(); k++) {
            all = all.require(fields.get(k)
                    .equalTo(truth.get(k))
                    .on(T.start())
                    .named("start of " + fields.get(k).name()));
        }
        return all;
    }

    /** Carried 16 times round, damped. */
    private static Case carried() {
        Expr truth = exp(T.times(-0.4)).times(sin(X.minus(T.times(100)))).plus(1);
        Problem p = Problem.over(X, T)
                .require(U.d(T).plus(U.d(X).times(100)).equalTo(U.d(X, X).times(0.4)));
        return new Case(starting("carried", X, p, List.of(U), List.of(truth)), List.of(truth), 1e-12);
    }

    /** Cole and Hopf: u = −2νφ′/φ, φ = a + e^(−νt) cos s. */
    private static Expr burgers(Expr s, double viscosity, double a) {
        Expr decay = exp(T.times(-viscosity));
        return decay.times(sin(s)).times(2 * viscosity).over(decay.times(cos(s)).plus(a));
    }

    private static Case burgers() {
        Expr truth = burgers(X, 0.1, 1.2);
        Problem p = Problem.over(X, T)
                .require(U.d(T).plus(U.times(U.d(X))).equalTo(U.d(X, X).times(0.1)));
        return new Case(starting("Burgers", X, p, List.of(U), List.of(truth)), List.of(truth), 1e-12);
    }

    /** Along the diagonal of a torus: u = w(x + y)/2 with w_t + w w_s = 2·0.1 w_ss. */
    private static Case burgersOnATorus() {
        Field u = Field.of("u", X, Y, T);
        Expr truth = burgers(X.plus(Y), 0.2, 6).times(0.5);
        Problem p = Problem.over(X, Y, T)
                .require(u.d(T).plus(u.times(u.d(X).plus(u.d(Y))))
                        .equalTo(u.d(X, X).plus(u.d(Y, Y)).times(0.1)))
                .periodicIn(Y);
        return new Case(starting("Burgers on a torus", X, p, List.of(u), List.of(truth)), List.of(truth), 1e-11);
    }

    /** A_t = A + (1 + ib)A_xx − (1 + ic)|A|²A has the plane waves R e^(i(kx − ωt)), R² = 1 − k², ω = bk² + cR²; rates are mixed. */
    private static Case ginzburgLandau() {
        double b = 2;
        double c = -0.5;
        double k = 0.5;
        double square = 1 - k * k;
        Axis x = Axis.of("x", 0, 4 * Math.PI);
        Field p = Field.of("p", x, T);
        Field q = Field.of("q", x, T);
        Expr size = p.pow(2).plus(q.pow(2));
        Expr pt = p.plus(p.d(x, x)).minus(q.d(x, x).times(b)).minus(size.times(p.minus(q.times(c))));
        Expr qt = q.plus(q.d(x, x)).plus(p.d(x, x).times(b)).minus(size.times(q.plus(p.times(c))));
        Expr phase = x.times(k).minus(T.times(b * k * k + c * square));
        List<Expr> truth =
                List.of(cos(phase).times(Math.sqrt(square)), sin(phase).times(Math.sqrt(square)));
        Problem problem = Problem.over(x, T)
                .require(p.d(T).plus(q.d(T)).equalTo(pt.plus(qt)))
                .require(p.d(T).minus(q.d(T).times(2)).equalTo(pt.minus(qt.times(2))));
        return new Case(starting("Ginzburg-Landau", x, problem, List.of(p, q), truth), truth, 1e-11);
    }

    /** Sources and coefficients that vary along the ring and with time; one field begins with zero. */
    private static Case driven() {
        List<Expr> truth = List.of(exp(cos(X.minus(T))), sin(X).times(T));
        Expr wind = cos(X.times(2)).plus(T);
        Expr first = truth.get(0)
                .d(T)
                .minus(truth.get(0).d(X, X))
                .plus(wind.times(truth.get(0).d(X)));
        Expr second = truth.get(1).d(T).minus(truth.get(0).times(truth.get(1)).times(0.5));
        Problem p = Problem.over(X, T)
                .require(U.d(T).minus(U.d(X, X)).plus(wind.times(U.d(X))).equalTo(first))
                .require(V.d(T).minus(U.times(V).times(0.5))
                        .plus(V.d(X, X).times(0))
                        .equalTo(second));
        return new Case(starting("driven", X, p, List.of(U, V), truth), truth, 1e-11);
    }

    static Stream<Case> cases() {
        return Stream.of(carried(), burgers(), burgersOnATorus(), ginzburgLandau(), driven());
    }

    private static double error(Case c, Solution s) {
        return ClosedForms.error(s, c.truth, 200);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theWavesOfASolutionAreFound(Case c) {
        Solution s = direct().solve(c.problem);
        assertEquals(Outcome.COMPLETED, s.outcome());
        assertTrue(s.card().notes().toString().contains(" waves "), s.card()::toString);
        assertTrue(error(c, s) < c.allowed, () -> "error " + error(c, s) + ", " + s.card());
        assertTrue(s.card().heldOut() < 1e-10, s.card()::toString);
    }

    @Test
    void unitsDoNotMatter() {
        Case c = burgers();
        Axis x = Axis.of("x", 7, 7 + 6 * Math.PI);
        Axis t = Axis.time("t", 0, 2);
        Problem other = c.problem.rescaled(Map.of(X, x, T, t), Map.of(), Map.of(U, -5e6));
        Solution s = direct().solve(other);
        double there = s.at(7 + 3 * 1.3, 2 * 0.8);
        double truth = Evaluation.evaluate(c.truth.get(0), List.of(X, T), 1.3, 0.8);
        assertEquals(truth, there / -5e6, 1e-12);
    }

    /** Nor does what an equation is multiplied by: a library's own bound for singular matrices is an absolute one. */
    @Test
    void theSizeOfAnEquationDoesNotMatter() {
        Expr residual = U.d(T).plus(U.times(U.d(X))).minus(U.d(X, X).times(0.1));
        Expr truth = burgers(X, 0.1, 1.2);
        for (double factor : new double[] {1e-14, 1e14}) {
            Problem p = Problem.over(X, T).require(residual.times(factor).equalTo(0));
            Case c = new Case(starting("Burgers", X, p, List.of(U), List.of(truth)), List.of(truth), 1e-12);
            theWavesOfASolutionAreFound(c);
        }
    }

    @Test
    void bitsDoNotHangOnWorkers() {
        Problem p = ginzburgLandau().problem;
        double[][] one = thetas(direct().solve(p));
        for (int workers : new int[] {2, 3}) {
            double[][] other = thetas(direct().workers(workers).solve(p));
            assertEquals(one.length, other.length);
            for (int k = 0; k < one.length; k++) {
                assertArrayEquals(one[k], other[k], 0, "slab " + k + " with " + workers + " workers");
            }
        }
    }

    private static double[][] thetas(Solution s) {
        return s.pieces().stream().map(piece -> piece.theta()).toArray(double[][]::new);
    }

    /** Fast decay: other solves of it would see a layer at the start, and their networks another input. */
    private static Case decaying() {
        Expr truth = exp(T.times(-101)).times(sin(X));
        Problem p = Problem.over(X, T).require(U.d(T).equalTo(U.d(X, X).minus(U.times(100))));
        return new Case(starting("decaying", X, p, List.of(U), List.of(truth)), List.of(truth), 1e-12);
    }

    static Stream<Case> slow() {
        return Stream.of(carried(), decaying());
    }

    @ParameterizedTest
    @MethodSource("slow")
    void aBudgetThatEndsOnTheWayKeepsTheSlabsThatAreDone(Case c) {
        Solution s = direct().steps(3).solve(c.problem);
        assertTrue(s.card().notes().toString().contains("solved up to"), s.card()::toString);
        double early = 0.02;
        assertEquals(Evaluation.evaluate(c.truth.get(0), List.of(X, T), 1, early), s.at(1, early), 1e-11);
        assertTrue(s.card().heldOut() > 1e-3, s.card()::toString);
    }

    /** The loop of a host: a few per cent more of a coefficient. */
    @Test
    void aNeighbouringStatementBeginsAtItsCourses() {
        Problem next = Problem.over(X, T)
                .require(U.d(T).plus(U.times(U.d(X)).times(1.02))
                        .equalTo(U.d(X, X).times(0.1)));
        next = starting("more", X, next, List.of(U), List.of(sin(X)));
        Problem first = Problem.over(X, T)
                .require(U.d(T).plus(U.times(U.d(X))).equalTo(U.d(X, X).times(0.1)));
        first = starting("less", X, first, List.of(U), List.of(sin(X)));
        Pinn.Solved cold = direct().run(next);
        Pinn.Solved warm = direct().startingFrom(direct().solve(first)).run(next);
        assertEquals(cold.solution().at(2, 0.9), warm.solution().at(2, 0.9), 1e-11);
        assertTrue(
                2 * warm.training().steps() <= cold.training().steps(),
                () -> warm.training().steps() + " steps against "
                        + cold.training().steps());
    }

    @Test
    void aToleranceIsMetWithFewerWaves() {
        Case c = burgers();
        Solution all = direct().solve(c.problem);
        Solution some = direct().tolerance(1e-5).solve(c.problem);
        assertEquals(Outcome.CONVERGED, some.outcome());
        assertTrue(some.card().parameters() < all.card().parameters(), () -> some.card() + " and " + all.card());
        assertTrue(error(c, some) < 1e-5);
    }
}
