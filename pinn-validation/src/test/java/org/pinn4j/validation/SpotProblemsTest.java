package org.pinn4j.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.pde.Expr.cos;
import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.pde.Expr.sin;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Equation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;
import org.pinn4j.validation.evolution.DerivedReference;
import org.pinn4j.validation.evolution.DerivedReference.Method;

/** Problems that no other file knows, with manufactured solutions: their references follow from the statement alone. */
class SpotProblemsTest {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Axis Y = Axis.of("y", 0, 2);
    private static final Axis T = Axis.time("t", 0, 0.5);

    /** u_t = 0.1 Δu − u³ + f in a strip that closes on itself along x, with u_n + 2u given on both banks. */
    @Test
    void aReactingStripWithRobinBanksAndAPeriodicAxis() {
        Field u = Field.of("u", X, Y, T);
        Expr truth = exp(T.negate()).times(sin(X.times(2 * Math.PI)).plus(2)).times(cos(Y));
        Problem strip = Problem.over(X, Y, T)
                .require(reacting(u).equalTo(reacting(truth)))
                .require(u.equalTo(truth).on(T.start()))
                .require(robin(u, truth, -1).on(Y.start()))
                .require(robin(u, truth, 1).on(Y.end()))
                .periodicIn(X);
        assertReferenced(strip, Grid.of(X, 16).periodic(X).by(Y, 17).by(T, 6), List.of(truth));
    }

    private static Expr reacting(Expr u) {
        return u.d(T).minus(u.d(X, X).plus(u.d(Y, Y)).times(0.1)).plus(u.pow(3));
    }

    private static Equation robin(Expr u, Expr truth, double outwards) {
        return u.d(Y).times(outwards)
                .plus(u.times(2))
                .equalTo(truth.d(Y).times(outwards).plus(truth.times(2)));
    }

    /** Predator and prey that diffuse, one with its flux and one with its value given at the ends. */
    @Test
    void twoSpeciesWithFluxAndValueConditions() {
        Field u = Field.of("u", X, T);
        Field v = Field.of("v", X, T);
        Expr prey = sin(X.times(3).plus(T)).plus(2);
        Expr hunter = cos(X.times(2).minus(T.times(3))).plus(1.5);
        Problem pair = Problem.over(X, T)
                .require(grazed(u, v).equalTo(grazed(prey, hunter)))
                .require(hunting(u, v).equalTo(hunting(prey, hunter)))
                .require(u.equalTo(prey).on(T.start()).named("prey at the start"))
                .require(v.equalTo(hunter).on(T.start()).named("hunters at the start"))
                .require(u.d(X).equalTo(prey.d(X)).on(X.ends()).named("flux of prey"))
                .require(v.equalTo(hunter).on(X.ends()).named("hunters at the ends"));
        assertReferenced(pair, Grid.of(X, 33).by(T, 11), List.of(prey, hunter));
    }

    private static Expr grazed(Expr u, Expr v) {
        return u.d(T).minus(u.d(X, X).times(0.3)).minus(u).plus(u.times(v));
    }

    private static Expr hunting(Expr u, Expr v) {
        return v.d(T).minus(v.d(X, X).times(0.05)).minus(u.times(v)).plus(v);
    }

    /** A clamped plate strip: fourth derivatives round off what tolerances below 1e-11 ask for, and the floor has to say so. */
    @ParameterizedTest
    @CsvSource({
        "FINITE_DIFFERENCES, 1e-10", "FINITE_DIFFERENCES, 5e-12", "FINITE_DIFFERENCES, 1e-13",
        "SPECTRAL, 1e-10", "SPECTRAL, 1e-12", "SPECTRAL, 1e-14"
    })
    void whereRoundingSetsInTheFloorStillHolds(Method method, double tolerance) {
        Field u = Field.of("u", X);
        Expr truth = sin(X.times(5).plus(1)).plus(exp(X.times(0.5)));
        Problem plate = Problem.over(X)
                .require(u.d(X, X, X, X).equalTo(truth.d(X, X, X, X)))
                .require(u.equalTo(truth).on(X.ends()))
                .require(u.d(X).equalTo(truth.d(X)).on(X.ends()).named("slope"));
        Grid grid = Grid.of(X, 101);
        DerivedReference reference = References.of(plate, grid).computed(method, tolerance);
        double error = error(reference, plate, grid, List.of(truth));
        String seen = "%s: floor %.1e, error %.1e, %s"
                .formatted(reference.kind(), reference.floor(), error, reference.shortfall());
        assertTrue(error <= reference.floor() && reference.floor() <= 40 * error, seen);
        assertEquals(reference.floor() > tolerance, !reference.shortfall().isEmpty(), seen);
    }

    /** u_t + 2u_xx + u_xxxx/4 = 0: waves 1 and 2 grow by e^1.75 and e^4 and take the rounding of fourth derivatives with them. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-7, 1e-9, 1e-10})
    void aFlowThatAmplifiesRoundingHasItInItsFloor(double tolerance) {
        Axis ring = Axis.of("x", 0, 2 * Math.PI);
        Axis t = Axis.time("t", 0, 1);
        Field u = Field.of("u", ring, t);
        Expr truth = exp(t.times(1.75))
                .times(cos(ring))
                .plus(exp(t.times(4)).times(sin(ring.times(2))).times(0.01));
        Problem growing = Problem.over(ring, t)
                .require(u.d(t).plus(u.d(ring, ring).times(2))
                        .plus(u.d(ring, ring, ring, ring).times(0.25))
                        .equalTo(0))
                .require(u.equalTo(truth).on(t.start()))
                .periodicIn(ring);
        Grid grid = Grid.of(ring, 64).periodic(ring).by(t, 11);
        DerivedReference reference = References.of(growing, grid).computed(Method.FINITE_DIFFERENCES, tolerance);
        double error = error(reference, growing, grid, List.of(truth));
        String seen = "%s: floor %.1e, error %.1e, %s"
                .formatted(reference.kind(), reference.floor(), error, reference.shortfall());
        assertTrue(error <= reference.floor() && reference.floor() <= 40 * error, seen);
    }

    private static void assertReferenced(Problem problem, Grid grid, List<Expr> truth) {
        Reference reference = References.of(problem, grid).derived(1e-8);
        double error = error(reference, problem, grid, truth);
        String seen = "%s: floor %.1e, error %.1e".formatted(reference.kind(), reference.floor(), error);
        assertTrue(reference.floor() <= 1e-8, seen);
        assertTrue(error <= reference.floor() && reference.floor() <= 20 * error, seen);
    }

    private static double error(Reference reference, Problem problem, Grid grid, List<Expr> truth) {
        double difference = 0;
        double size = 0;
        for (int f = 0; f < truth.size(); f++) {
            double[] x = grid.points().coordinates();
            double[] got = reference.values(problem.fields().get(f), x, grid.size());
            double[] wanted = values(truth.get(f), problem.axes(), x, grid.size());
            for (int i = 0; i < got.length; i++) {
                difference += (got[i] - wanted[i]) * (got[i] - wanted[i]);
                size += wanted[i] * wanted[i];
            }
        }
        return Math.sqrt(difference / size);
    }

    private static double[] values(Expr e, List<Axis> axes, double[] x, int n) {
        CoordinateProgram program = CoordinateProgram.compile(List.of(e), axes);
        double[][] out = new double[1][n];
        program.evaluate(n, x, null, null, out, program.scratch(n));
        return out[0];
    }
}
