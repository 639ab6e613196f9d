package org.pinn4j.validation.discrete;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.pde.Expr.sin;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;

class AxisDerivativeTest {
    private static final Axis X = Axis.of("x", -0.3, 1.1);

    /** Values without smoothness: every mode is there, the highest cosine as well. */
    private static double[] rough(int n) {
        double[] u = new double[n];
        Arrays.setAll(u, i -> Math.sin(12.9898 * i * i + 1));
        return u;
    }

    @ParameterizedTest
    @CsvSource({"16, true", "17, true", "48, true", "12, false", "17, false"})
    void allNodesAtOnceAreTheRows(int cells, boolean periodic) {
        AxisGrid grid = Scheme.spectral().on(X, cells, periodic);
        AxisDerivative derivative = grid.atOnce().orElseThrow();
        double[] u = rough(grid.size());
        for (int m = 0; m <= AxisGrid.HIGHEST_DERIVATIVE; m++) {
            double[] rows = new double[u.length];
            double size = 0;
            for (int i = 0; i < u.length; i++) {
                rows[i] = grid.derivative(m, i).apply(u);
                size = Math.max(size, Math.abs(rows[i]));
            }
            double[] atOnce = new double[u.length];
            derivative.apply(m, u, atOnce);
            assertArrayEquals(rows, atOnce, 1e-12 * size, "order " + m);
        }
    }

    /** In the first mode of the fourth derivative of a wave 2⁻⁵² has to stay what it is, not become 2⁻⁵²·(n/2)⁴. */
    @Test
    void highModesRoundNothingOffLowOnes() {
        int n = 256;
        Axis circle = Axis.of("x", 0, 2 * Math.PI);
        AxisGrid grid = Scheme.spectral().on(circle, n, true);
        double[] u = new double[n];
        Arrays.setAll(u, i -> Math.cos(grid.node(i)) + 0.3 * Math.sin(2 * grid.node(i)));
        double[] fourth = new double[n];
        grid.atOnce().orElseThrow().apply(4, u, fourth);
        double first = 0;
        for (int i = 0; i < n; i++) {
            first += 2.0 / n * fourth[i] * Math.cos(grid.node(i));
        }
        assertEquals(1, first, 1e-13);
    }

    @Test
    void mixedDerivativesInThePlaneAreTheRows() {
        Axis y = Axis.of("y", 0, 2);
        Field u = Field.of("u", X, y);
        Problem plane = Problem.over(X, y)
                .require(u.d(X, X).plus(u.d(y, y)).equalTo(sin(y)))
                .periodicIn(X)
                .require(u.equalTo(0).on(y.ends()));
        SpaceGrid grid = Discretization.of(plane).grid(Scheme.spectral(), 10, 7);
        GridDerivative derivative = grid.atOnce().orElseThrow();
        double[] values = rough(grid.nodes());
        for (int[] orders : List.of(new int[] {1, 1}, new int[] {0, 2}, new int[] {2, 0}, new int[] {3, 1})) {
            double[] rows = new double[values.length];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = grid.derivative(orders, i).apply(values);
            }
            double[] atOnce = new double[values.length];
            derivative.apply(orders, values, atOnce);
            double size = Arrays.stream(rows).map(Math::abs).max().orElseThrow();
            assertArrayEquals(rows, atOnce, 1e-13 * size, Arrays.toString(orders));
        }
    }

    @Test
    void gridsWithSparseRowsHaveNoNeedOfIt() {
        assertTrue(Scheme.finiteDifferences(4).on(X, 20, true).atOnce().isEmpty());
    }
}
