package org.pinn4j.validation.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.pde.Axis;

class LineTest {
    private static final Axis X = Axis.of("x", -2, 3);

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.95, -0.9})
    void sigmaInvertsX(double clustering) {
        Line line = new Line(X, 64, clustering);
        Random random = new Random(3);
        for (int i = 0; i < 1000; i++) {
            double sigma = i == 0 ? 0 : i == 1 ? 1 : random.nextDouble();
            double x = Math.min(X.max(), Math.max(X.min(), line.x(sigma)));
            assertEquals(sigma, line.sigma(x), 1e-14);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.95, -0.9})
    void slopeAndCurvatureAreTheDerivativesOfX(double clustering) {
        Line line = new Line(X, 64, clustering);
        double h = 1e-4;
        for (double sigma = 0.01; sigma < 1; sigma += 0.07) {
            assertEquals((line.x(sigma + h) - line.x(sigma - h)) / (2 * h), line.slope(sigma), 1e-5);
            assertEquals((line.slope(sigma + h) - line.slope(sigma - h)) / (2 * h), line.curvature(sigma), 1e-4);
        }
    }

    @Test
    void pointsClusterWhereTheyAreWanted() {
        assertEquals(0.1 * X.length(), new Line(X, 64, 0.9).slope(0.5), 1e-12);
        assertEquals(0.2 * X.length(), new Line(X, 64, -0.8).slope(0), 1e-12);
    }

    @Test
    void aPointOutsideIsAnErrorThatNamesAxisValueAndBounds() {
        var e = assertThrows(IllegalArgumentException.class, () -> new Line(X, 64, 0).sigma(3.5));
        assertTrue(e.getMessage().contains("x = 3.5 is outside [-2.0, 3.0]"), e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Line(X, 64, 0).sigma(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Line(X, 64, 1));
    }

    @Test
    void atANodeTheWeightsPickThatNode() {
        Line line = new Line(X, 40, 0.9);
        double[] w = new double[4];
        for (int node = 0; node <= 40; node++) {
            double x = Math.min(X.max(), line.x(node / 40.0));
            assertEquals(node - 1, line.weights(x, w));
            assertArrayEquals(new double[] {0, 1, 0, 0}, w, 0.0);
        }
    }

    /** Interpolation through k nodes is exact for polynomials of degree below k. */
    @Test
    void lagrangeWeightsReproducePolynomials() {
        double[] nodes = {0, 0.1, 0.4, 0.5, 1.3};
        double[] w = new double[5];
        Lagrange.weights(nodes, 0, 0.77, w);
        for (int degree = 0; degree < 5; degree++) {
            double sum = 0;
            for (int k = 0; k < 5; k++) {
                sum += w[k] * Math.pow(nodes[k], degree);
            }
            assertEquals(Math.pow(0.77, degree), sum, 1e-14);
        }
    }

    @Test
    void oddEndsReflectWithSignAndWrappedEndsRepeat() {
        double[] odd = new double[4 + 1 + 4];
        Ends.ODD.extend(new double[] {1, 2, 3}, 4, 2, odd);
        assertArrayEquals(new double[] {-2, -1, 0, 1, 2, 3, 0, -3, -2}, odd);
        double[] wrapped = new double[4 + 1 + 4];
        Ends.WRAP.extend(new double[] {1, 2, 3, 4}, 4, 2, wrapped);
        assertArrayEquals(new double[] {3, 4, 1, 2, 3, 4, 1, 2, 3}, wrapped);
    }
}
