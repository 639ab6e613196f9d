package org.pinn4j.validation.fourier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.pde.Expr.cos;
import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.pde.Expr.sin;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.problems.GinzburgLandau;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;
import org.pinn4j.validation.References;
import org.pinn4j.validation.order.Order;
import org.pinn4j.validation.order.RelativeL2;

class PeriodicCourseTest {
    private static final Axis X = Axis.of("x", 0, 2 * Math.PI);
    private static final Axis Y = Axis.of("y", -1, 1);
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Field U = Field.of("u", X, Y, T);
    private static final Field V = Field.of("v", X, Y, T);

    /** Both fields are stiff, coupled by a product and carried by u_x; sources make these the solution. */
    private static final Expr TRUE_U =
            exp(sin(X.plus(T))).times(cos(Y.times(Math.PI))).plus(1.5);

    private static final Expr TRUE_V =
            cos(X.minus(T.times(2)).plus(Y.times(Math.PI))).plus(T);

    private static Problem manufactured() {
        return Problem.over(X, Y, T)
                .named("manufactured")
                .require(U.d(T).times(2).equalTo(right(U, U, V).plus(source(TRUE_U, 2))))
                .require(V.d(T).equalTo(right(V, U, V).plus(source(TRUE_V, 1))))
                .require(U.equalTo(TRUE_U).on(T.start()))
                .require(V.equalTo(TRUE_V).on(T.start()))
                .periodicIn(X)
                .periodicIn(Y);
    }

    private static Expr right(Expr of, Expr u, Expr v) {
        return of.d(X, X)
                .times(3)
                .plus(of.d(Y, Y))
                .minus(of.times(5))
                .plus(u.times(v))
                .minus(u.times(of.d(X)));
    }

    private static Expr source(Expr truth, double factor) {
        return truth.d(T).times(factor).minus(right(truth, TRUE_U, TRUE_V));
    }

    private static double error(int n, int steps) {
        PeriodicForm form = PeriodicForm.of(manufactured()).orElseThrow();
        double[] times = {0, 0.5, 1};
        PeriodicCourse course = new PeriodicCourse(form, n, 1.0 / steps, times, () -> false);
        assertEquals(steps, course.steps());
        RelativeL2 error = new RelativeL2();
        for (double t : times) {
            double[] x = PeriodicRate.coordinates(form, n, t, 0, n * n);
            error.add(course.at(U, t), CoordinateProgram.values(TRUE_U, form.axes(), x, n * n));
            error.add(course.at(V, t), CoordinateProgram.values(TRUE_V, form.axes(), x, n * n));
        }
        return error.value();
    }

    @Test
    void stepsAreOfOrderFourHoweverStiffTheHighestWaves() {
        double[] steps = {32, 64, 128, 256};
        double[] errors = DoubleStream.of(steps).map(s -> error(32, (int) s)).toArray();
        Order order = Order.fit(DoubleStream.of(steps).map(s -> 1 / s).toArray(), errors);
        assertEquals(4, order.slope(), 0.3, () -> Arrays.toString(errors));
        assertTrue(errors[3] < 1e-7, () -> Arrays.toString(errors));
    }

    /** Between times that are kept too, and where a step is as long as the way. */
    @Test
    void timesThatAreNotKeptAreIntegratedTo() {
        PeriodicForm form = PeriodicForm.of(manufactured()).orElseThrow();
        PeriodicCourse course = new PeriodicCourse(form, 16, 1.0 / 64, new double[] {0, 1}, () -> false);
        for (double t : new double[] {1e-3, 0.37, 0.99}) {
            double[] x = PeriodicRate.coordinates(form, 16, t, 0, 256);
            double[] truth = CoordinateProgram.values(TRUE_V, form.axes(), x, 256);
            assertArrayEquals(truth, course.at(V, t), 1e-3, "at " + t);
        }
        assertEquals(64, course.steps());
    }

    @Test
    void theFloorOfAReferenceIsNotBelowItsErrorAndNotFar() {
        Grid record = Grid.of(X, 12).by(Y, 12).by(T, 5).periodic(X).periodic(Y);
        Reference reference = References.of(manufactured(), record).spectral(1e-5);
        double error = 0;
        for (Field f : List.of(U, V)) {
            double[] x = record.coordinates(f.axes());
            double[] truth = CoordinateProgram.values(f.equals(U) ? TRUE_U : TRUE_V, f.axes(), x, record.size());
            error = Math.max(
                    error,
                    new RelativeL2()
                            .add(reference.values(f, x, record.size()), truth)
                            .value());
        }
        assertTrue(reference.kind().contains("exponential Runge-Kutta"), reference::kind);
        double found = error;
        assertTrue(
                found <= reference.floor() && reference.floor() <= 40 * found, () -> found + " " + reference.floor());
    }

    /** A quarter turn of the plane is a quarter turn of A: u(−y, x) = v(x, y). */
    @Test
    void spiralsTurnWithThePlane() {
        int n = 32;
        PeriodicForm form = PeriodicForm.of(new GinzburgLandau().statement()).orElseThrow();
        PeriodicCourse course = new PeriodicCourse(form, n, 1.0 / 512, new double[] {0, 0.2}, () -> false);
        double[] u = course.at(GinzburgLandau.U, 0.2);
        double[] v = course.at(GinzburgLandau.V, 0.2);
        double largest = Arrays.stream(u).map(Math::abs).max().orElseThrow();
        assertTrue(largest > 0.3 && largest < 10, "largest " + largest);
        for (int i = 1; i < n; i++) {
            for (int j = 1; j < n; j++) { // node k is at −1 + 2k/n, and n − k at the opposite of it
                assertEquals(v[i * n + j], u[(n - j) * n + i], 1e-10 * largest, i + ", " + j);
            }
        }
    }

    @Test
    void whatIsNotOfTheFormIsLeftToOthers() {
        assertFalse(PeriodicForm.of(Catalogue.find("taylor-green").statement()).isPresent()); // pressure has no rate
        assertFalse(PeriodicForm.of(Catalogue.find("heat-robin").statement()).isPresent()); // ends
        assertFalse(PeriodicForm.of(Catalogue.find("schroedinger").statement()).isPresent()); // one axis
        Problem stiff = Problem.over(X, Y, T)
                .require(U.d(T).equalTo(V.d(X, X)))
                .require(V.d(T).equalTo(U.d(X, X).negate()))
                .require(U.equalTo(cos(X)).on(T.start()))
                .require(V.equalTo(0).on(T.start()))
                .periodicIn(X)
                .periodicIn(Y);
        assertFalse(PeriodicForm.of(stiff).isPresent()); // second derivatives of the other field
    }

    @Test
    void itEndsWhenItIsStoppedAndWhenTheSolutionHasNoBound() {
        PeriodicForm form = PeriodicForm.of(new GinzburgLandau().statement()).orElseThrow();
        double[] times = {0, 1};
        assertThrows(CancellationException.class, () -> new PeriodicCourse(form, 8, 0.01, times, () -> true));
        var e = assertThrows(IllegalStateException.class, () -> new PeriodicCourse(form, 8, 0.5, times, () -> false));
        assertTrue(e.getMessage().contains("8 × 8 nodes"), e.getMessage());
    }
}
