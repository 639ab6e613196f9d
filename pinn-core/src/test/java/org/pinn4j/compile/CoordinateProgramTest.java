package org.pinn4j.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.junit.jupiter.api.Test;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Normal;
import org.pinn4j.pde.Parameter;

class CoordinateProgramTest {
    private static final Axis X = Axis.of("x", -1, 1);
    private static final Axis Y = Axis.of("y", 0, 2);

    /** sin(2x)·y³. */
    private static <T extends CalculusFieldElement<T>> T wave(T[] a) {
        return a[0].multiply(2).sin().multiply(a[1].multiply(a[1]).multiply(a[1]));
    }

    private static double[] values(Expr e, double[] x, double[] normals, double[] measurement) {
        CoordinateProgram program = CoordinateProgram.compile(List.of(e), List.of(X, Y));
        int n = x.length / 2;
        double[][] out = new double[1][n];
        program.evaluate(n, x, normals, measurement, out, program.scratch(n));
        return out[0];
    }

    @Test
    void derivativesOfUserCodeAreExactInEveryOrder() {
        Expr code = Expr.function("wave", CoordinateProgramTest::wave, X, Y);
        Expr formula = Expr.sin(X.times(2)).times(Y.pow(3));
        double[] x = {-0.7, 0.1, 0.9, 0.3, 1.1, 1.9};
        for (int i = 0; i <= 6; i++) {
            for (int j = 0; j <= 4; j++) {
                double[] got = values(derivative(code, i, j), x, null, null);
                double[] wanted = values(derivative(formula, i, j), x, null, null);
                for (int k = 0; k < 3; k++) {
                    assertEquals(wanted[k], got[k], 1e-13 * Math.pow(2, i) * 24, "orders " + i + ", " + j);
                }
            }
        }
    }

    private static Expr derivative(Expr e, int byX, int byY) {
        Expr result = e;
        for (int k = 0; k < byX; k++) {
            result = result.d(X);
        }
        for (int k = 0; k < byY; k++) {
            result = result.d(Y);
        }
        return result;
    }

    @Test
    void userCodeTakesExpressionsAsArguments() {
        Expr code = Expr.function("wave", CoordinateProgramTest::wave, X, Y);
        Expr moved = code.substitute(e -> e.equals(X) ? X.times(Y) : null);
        Expr formula = Expr.sin(X.times(Y).times(2)).times(Y.pow(3));
        double[] x = {-0.7, 0.3};
        assertEquals(values(formula, x, null, null)[0], values(moved, x, null, null)[0], 1e-15);
        assertEquals(values(formula.d(Y), x, null, null)[0], values(moved.d(Y), x, null, null)[0], 1e-15);
    }

    @Test
    void sampledFunctionsNormalsAndMeasurementsAreRead() {
        Expr sampled = Expr.values("table", p -> 10 * p[0] + p[1], Y, X);
        Expr e = sampled.plus(new Normal(Y).times(100)).plus(Expr.measurement().times(1000));
        assertEquals(3010 - 50 + 2, values(e, new double[] {2, 1}, new double[] {0.5, -0.5}, new double[] {3})[0]);
    }

    @Test
    void aTraceTakesTheCoordinateOfItsFaceAndKeepsTheNormal() {
        Expr sampled = Expr.values("table", p -> 10 * p[0] + p[1], X, Y);
        Expr e = sampled.trace(X.start()).plus(new Normal(X).trace(X.start()).times(100));
        assertEquals(-10 + 0.5 + 60, values(e, new double[] {0.25, 0.5}, new double[] {0.6, 0.8}, null)[0]);
    }

    @Test
    void aTraceOnAnEndIsTakenThere() {
        Expr sampled = Expr.values("table", p -> 10 * p[0] + p[1], X, Y);
        assertEquals(10 + 0.5, values(sampled.trace(X.end()), new double[] {0.25, 0.5}, null, null)[0]);
        assertEquals(2.5 + 2, values(sampled.trace(Y.end()), new double[] {0.25, 0.5}, null, null)[0]);
    }

    @Test
    void whatIsNoFunctionOfTheCoordinatesIsRefusedByName() {
        Expr field = Field.of("u", X, Y).d(X);
        Expr parameter = Parameter.of("kappa", 1);
        for (Expr e : List.of(field, parameter, Axis.of("z", 0, 1))) {
            Exception error = assertThrows(
                    IllegalArgumentException.class, () -> CoordinateProgram.compile(List.of(e), List.of(X, Y)));
            assertTrue(error.getMessage().contains(e == field ? "field u" : e.toString()), error.getMessage());
        }
        assertThrows(IllegalArgumentException.class, () -> values(Expr.measurement(), new double[2], null, null));
        assertThrows(IllegalArgumentException.class, () -> values(new Normal(X), new double[2], null, null));
    }
}
