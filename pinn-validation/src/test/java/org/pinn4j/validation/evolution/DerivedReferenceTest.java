package org.pinn4j.validation.evolution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.pde.Expr.cos;
import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.pde.Expr.sin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.problems.Burgers;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.problems.HeatSineMode;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;
import org.pinn4j.validation.evolution.DerivedReference.Method;

class DerivedReferenceTest {
    private static DerivedReference derive(Problem problem, Grid grid, Method method, double tolerance) {
        return DerivedReference.of(problem, grid, method, tolerance, Workers.of(1), () -> false);
    }

    private static double distance(Reference a, Reference truth, Field field, Grid grid) {
        double[] x = grid.points().coordinates();
        double[] u = a.values(field, x, grid.size());
        double[] v = truth.values(field, x, grid.size());
        double difference = 0;
        double size = 0;
        for (int i = 0; i < u.length; i++) {
            difference += (u[i] - v[i]) * (u[i] - v[i]);
            size += v[i] * v[i];
        }
        return Math.sqrt(difference / size);
    }

    private static void assertHonest(DerivedReference reference, double error, double tolerance) {
        String seen = "%s: floor %.2e, error %.2e, %s"
                .formatted(reference.kind(), reference.floor(), error, reference.shortfall());
        assertTrue(reference.shortfall().isEmpty(), seen);
        assertTrue(reference.floor() <= tolerance, seen);
        assertTrue(error <= reference.floor() && reference.floor() <= 20 * error, seen);
    }

    @ParameterizedTest
    @CsvSource({
        "heat-1d, SPECTRAL",
        "heat-1d, FINITE_DIFFERENCES",
        "poisson-2d, SPECTRAL",
        "poisson-2d, FINITE_DIFFERENCES",
        "wave, SPECTRAL",
        "convection, SPECTRAL",
        "reaction, SPECTRAL",
        "helmholtz, SPECTRAL"
    })
    void theErrorIsBelowTheFloorAndTheFloorBelowTwentyTimesTheError(String name, Method method) {
        CatalogueProblem problem = Catalogue.find(name);
        double tolerance = method == Method.SPECTRAL ? 1e-8 : 1e-6;
        DerivedReference reference = derive(problem.statement(), problem.grid(), method, tolerance);
        Field field = problem.statement().fields().get(0);
        assertHonest(reference, distance(reference, problem.exact().orElseThrow(), field, problem.grid()), tolerance);
    }

    @ParameterizedTest
    @CsvSource({"wave, SPECTRAL", "helmholtz, SPECTRAL", "heat-1d, FINITE_DIFFERENCES"})
    void slopesAlongSpaceAreThoseOfTheTruth(String name, Method method) {
        CatalogueProblem problem = Catalogue.find(name);
        DerivedReference reference = derive(problem.statement(), problem.grid(), method, 1e-6);
        Field u = problem.statement().fields().get(0);
        double[] x = problem.grid().points().coordinates();
        int n = problem.grid().size();
        for (Axis axis : problem.statement().spaceAxes()) {
            double[] slope = reference.derivative(u, axis, x, n).orElseThrow();
            double[] truth =
                    problem.exact().orElseThrow().derivative(u, axis, x, n).orElseThrow();
            double size = 0;
            double error = 0;
            for (int i = 0; i < n; i++) {
                size += truth[i] * truth[i];
                error += (slope[i] - truth[i]) * (slope[i] - truth[i]);
            }
            assertTrue(error <= 1e-5 * 1e-5 * size, name + ": " + Math.sqrt(error / size));
        }
        problem.statement()
                .time()
                .ifPresent(t -> assertTrue(reference.derivative(u, t, x, n).isEmpty()));
    }

    @ParameterizedTest
    @CsvSource({
        "wave, SPECTRAL, 'cells, Dormand-Prince 8(5,3), '",
        "heat-1d, FINITE_DIFFERENCES, 'Radau IIA of order 9, '"
    })
    void theKindSaysByWhichIntegratorAndInHowManySteps(String name, Method method, String wanted) {
        CatalogueProblem problem = Catalogue.find(name);
        String kind = derive(problem.statement(), problem.grid(), method, 1e-3).kind();
        assertTrue(kind.contains(wanted) && kind.matches(".* [1-9][0-9]* steps"), kind);
    }

    @Test
    void aLayerThatPolynomialsCannotResolveIsLeftToFiniteDifferences() {
        Burgers burgers = new Burgers();
        DerivedReference reference = derive(burgers.statement(), burgers.grid(), Method.AUTOMATIC, 1e-5);
        assertTrue(reference.kind().contains("finite differences"), reference.kind());
        double error = distance(reference, burgers.exact().orElseThrow(), Burgers.U, burgers.grid());
        assertHonest(reference, error, 1e-5);
    }

    /** u = e^(−t) cos x solves u_t = u_xx on [0, 1] with u_x = 0 on the left and u_x + 2u = a datum in time on the right. */
    @Test
    void aProblemWithRobinDataThatDependOnTimeIsSolvedFromItsStatement() {
        Axis x = Axis.of("x", 0, 1);
        Axis t = Axis.time("t", 0, 1);
        Field u = Field.of("u", x, t);
        Expr decay = exp(t.negate());
        Problem problem = Problem.over(x, t)
                .require(u.d(t).equalTo(u.d(x, x)))
                .require(u.equalTo(cos(x)).on(t.start()))
                .require(u.d(x).equalTo(0).on(x.start()))
                .require(u.d(x).plus(u.times(2))
                        .equalTo(decay.times(2 * Math.cos(1) - Math.sin(1)))
                        .on(x.end()));
        Grid grid = Grid.of(x, 21).by(t, 21);
        DerivedReference reference = derive(problem, grid, Method.AUTOMATIC, 1e-8);
        double[] points = grid.points().coordinates();
        double[] values = reference.values(u, points, grid.size());
        double error = 0;
        double size = 0;
        for (int i = 0; i < values.length; i++) {
            double truth = Math.exp(-points[grid.size() + i]) * Math.cos(points[i]);
            error += (values[i] - truth) * (values[i] - truth);
            size += truth * truth;
        }
        assertHonest(reference, Math.sqrt(error / size), 1e-8);
    }

    @Test
    void theNumberOfWorkersChangesNoBit() {
        HeatSineMode heat = new HeatSineMode();
        double[] x = heat.grid().points().coordinates();
        DerivedReference one = derive(heat.statement(), heat.grid(), Method.SPECTRAL, 1e-6);
        try (Workers pair = Workers.of(2)) {
            DerivedReference two =
                    DerivedReference.of(heat.statement(), heat.grid(), Method.SPECTRAL, 1e-6, pair, () -> false);
            assertArrayEquals(
                    one.values(HeatSineMode.U, x, heat.grid().size()),
                    two.values(HeatSineMode.U, x, heat.grid().size()));
            assertEquals(one.floor(), two.floor());
        }
    }

    @Test
    void initialValuesAreThoseOfTheStatementThoughTheyHaveAKink() {
        Axis x = Axis.of("x", -1, 1);
        Axis t = Axis.time("t", 0, 0.1);
        Field u = Field.of("u", x, t);
        Problem problem = Problem.over(x, t)
                .require(u.d(t).equalTo(u.d(x, x)))
                .require(u.equalTo(x.pow(2)).on(t.start()))
                .periodicIn(x);
        Grid grid = Grid.of(x, 16).periodic(x).by(t, 6);
        DerivedReference reference = derive(problem, grid, Method.SPECTRAL, 1e-6);
        assertTrue(reference.shortfall().isEmpty(), reference.shortfall());
        assertArrayEquals(new double[] {0.81, 1}, reference.values(u, new double[] {0.9, -1, 0, 0}, 2), 1e-15);
        double mean = 1.0 / 3;
        double series = mean;
        for (int k = 1; k < 60; k++) {
            series += 4
                    / (Math.PI * Math.PI * k * k)
                    * (k % 2 == 0 ? 1 : -1)
                    * Math.exp(-Math.PI * Math.PI * k * k * 0.01)
                    * Math.cos(Math.PI * k * 0.97);
        }
        assertEquals(series, reference.values(u, new double[] {0.97, 0.01}, 1)[0], 1e-5);
    }

    @Test
    void whatCannotBePutOnAGridIsRefusedWithTheReason() {
        Axis x = Axis.of("x", 0, 1);
        Field u = Field.of("u", x);
        Problem fifth = Problem.over(x).require(u.d(x, x).d(x, x).d(x).equalTo(sin(x)));
        Grid grid = Grid.of(x, 5);
        var e = assertThrows(IllegalArgumentException.class, () -> derive(fifth, grid, Method.AUTOMATIC, 1e-8));
        assertTrue(e.getMessage().contains("no reference on a grid"), e.getMessage());
    }

    @Test
    void whoeverIsStoppedHasTheBestSoFarOrNothingAndSaysWhy() {
        HeatSineMode heat = new HeatSineMode();
        DerivedReference none =
                DerivedReference.of(heat.statement(), heat.grid(), Method.AUTOMATIC, 1e-8, Workers.of(1), () -> true);
        assertFalse(none.exists());
        assertTrue(none.shortfall().contains("time is up"), none.shortfall());
    }
}
