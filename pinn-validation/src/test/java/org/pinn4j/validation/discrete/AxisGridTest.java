package org.pinn4j.validation.discrete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.pde.Axis;
import org.pinn4j.validation.order.Order;

class AxisGridTest {
    private static final Axis X = Axis.of("x", -0.3, 1.1);

    /** On n = m + accuracy nodes a row is exact for all polynomials below degree n, at the ends as well as inside. */
    @ParameterizedTest
    @CsvSource({"2, 1", "2, 2", "2, 3", "2, 4", "4, 1", "4, 2", "4, 3", "4, 4", "6, 1", "6, 2", "6, 3", "6, 4"})
    void everyRowIsExactForPolynomialsUpToItsOrder(int accuracy, int derivative) {
        AxisGrid grid = Scheme.finiteDifferences(accuracy).on(X, 13, false);
        int degree = derivative + accuracy - 1;
        double factor = 1;
        for (int k = 0; k < derivative; k++) {
            factor *= degree - k;
        }
        for (int i = 0; i < grid.size(); i++) {
            double sum = applied(grid, derivative, i, x -> Math.pow(x, degree));
            assertEquals(factor * Math.pow(grid.node(i), degree - derivative), sum, 1e-6 * factor, "node " + i);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "2, 2", "2, 3", "2, 4", "4, 1", "4, 2", "4, 3", "4, 4", "6, 1", "6, 2", "6, 3", "6, 4"})
    void aPeriodicGridConvergesWithItsOrder(int accuracy, int derivative) {
        double wave = 2 * Math.PI / X.length();
        double[] h = new double[5];
        double[] error = new double[5];
        for (int k = 0; k < h.length; k++) {
            int cells = (int) Math.round(24 * Math.pow(1.3, k));
            AxisGrid grid = Scheme.finiteDifferences(accuracy).on(X, cells, true);
            h[k] = 1.0 / cells;
            for (int i = 0; i < cells; i++) {
                double got = applied(grid, derivative, i, x -> Math.sin(wave * x));
                double wanted = Math.pow(wave, derivative) * Math.sin(wave * grid.node(i) + derivative * Math.PI / 2);
                error[k] = Math.max(error[k], Math.abs(got - wanted));
            }
        }
        Order order = Order.fit(h, error);
        assertEquals(accuracy, order.slope(), 0.1);
        assertTrue(order.pointsUsed() >= 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 17})
    void fourierRowsAreExactForTheWavesTheyHold(int cells) {
        double wave = 2 * Math.PI / X.length();
        AxisGrid grid = Scheme.spectral().on(X, cells, true);
        for (int m = 0; m <= 4; m++) {
            for (int i = 0; i < cells; i++) {
                for (int k = 1; k < cells / 2; k++) {
                    int waves = k;
                    double phase = waves * wave * grid.node(i) + 0.4;
                    double got = applied(grid, m, i, x -> Math.sin(waves * wave * x + 0.4));
                    double size = Math.pow(waves * wave, m);
                    double largest = Math.pow(cells / 2.0 * wave, m);
                    assertEquals(size * Math.sin(phase + m * Math.PI / 2), got, 1e-13 * largest, m + " at " + i);
                }
            }
        }
    }

    @Test
    void chebyshevRowsAreExactForPolynomials() {
        AxisGrid grid = Scheme.spectral().on(X, 12, false);
        double[][] derivative = {{1, 0}, {11, 1}, {110, 2}, {990, 3}, {7920, 4}};
        for (int i = 0; i < grid.size(); i++) {
            for (int m = 0; m <= 4; m++) {
                double wanted = derivative[m][0] * Math.pow(grid.node(i), 11 - m);
                assertEquals(wanted, applied(grid, m, i, x -> Math.pow(x, 11)), 1e-9 * Math.pow(10, m), m + " at " + i);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2, false", "4, true", "6, false", "6, true", "0, false", "0, true"})
    void interpolationMeetsTheNodesAndIsMoreAccurateThanTheRows(int accuracy, boolean periodic) {
        double wave = 2 * Math.PI / X.length();
        Scheme scheme = accuracy == 0 ? Scheme.spectral() : Scheme.finiteDifferences(accuracy);
        AxisGrid grid = scheme.on(X, 40, periodic);
        double[] values = new double[grid.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.cos(wave * grid.node(i));
        }
        double bound = accuracy == 0 ? 1e-13 : 20 * Math.pow(wave * X.length() / 40, accuracy + 2);
        for (int i = 0; i < values.length; i++) {
            assertEquals(values[i], grid.interpolation(grid.node(i)).apply(values));
        }
        for (double x = X.min(); x <= X.max(); x += 0.0173) {
            assertEquals(Math.cos(wave * x), grid.interpolation(x).apply(values), bound, "at " + x);
        }
        assertEquals(Math.cos(wave * X.max()), grid.interpolation(X.max()).apply(values), bound);
    }

    @Test
    void tooFewNodesAreAnErrorThatSaysHowMany() {
        AxisGrid grid = Scheme.finiteDifferences(6).on(X, 5, false);
        Exception e = assertThrows(IllegalArgumentException.class, () -> grid.derivative(2, 0));
        assertTrue(e.getMessage().contains("needs 8 nodes, got 6"), e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Scheme.finiteDifferences(3));
        assertThrows(IllegalArgumentException.class, () -> grid.interpolation(1.2));
    }

    private static double applied(AxisGrid grid, int derivative, int node, DoubleUnaryOperator u) {
        double[] values = new double[grid.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = u.applyAsDouble(grid.node(i));
        }
        return grid.derivative(derivative, node).apply(values);
    }
}
