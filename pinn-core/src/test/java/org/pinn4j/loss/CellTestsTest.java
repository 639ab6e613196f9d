package org.pinn4j.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CellTestsTest {
    private static final double[] SIDE = {0, 0.3, 1};
    private static final double[] OTHER = {-1, 0, 0.5, 2};

    /** All values and slopes at a point, [count][1 + axes]. */
    private static double[][] all(CellTests tests, double... x) {
        double[][] result = new double[tests.count()][1 + x.length];
        int[] which = new int[tests.mostActive()];
        double[] values = new double[which.length * (1 + x.length)];
        int n = tests.at(x, which, values);
        for (int k = 0; k < n; k++) {
            System.arraycopy(values, k * (1 + x.length), result[which[k]], 0, 1 + x.length);
        }
        return result;
    }

    @Test
    void thereAreAsManyAsContinuousPiecewisePolynomialsThatVanishAtTheEnds() {
        assertEquals((2 * 4 - 1) * (3 * 4 - 1), new CellTests(List.of(SIDE, OTHER), 4).count());
        assertEquals(1 * 2, new CellTests(List.of(SIDE, OTHER), 1).count());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new CellTests(List.of(new double[] {0, 1}), 1))
                .getMessage()
                .contains("need 1 to 100000"));
    }

    @Test
    void slopesAreThoseOfTheValues() {
        CellTests tests = new CellTests(List.of(SIDE, OTHER), 5);
        double h = 1e-5;
        for (double[] x : new double[][] {{0.1, -0.4}, {0.77, 0.2}, {0.4, 1.1}}) {
            double[][] here = all(tests, x);
            for (int a = 0; a < 2; a++) {
                double[] up = x.clone();
                double[] down = x.clone();
                up[a] += h;
                down[a] -= h;
                double[][] above = all(tests, up);
                double[][] below = all(tests, down);
                for (int k = 0; k < here.length; k++) {
                    assertEquals((above[k][0] - below[k][0]) / (2 * h), here[k][1 + a], 1e-7, "function " + k);
                }
            }
        }
    }

    @Test
    void theyVanishOnTheBoundaryAndGoThroughFromCellToCell() {
        CellTests tests = new CellTests(List.of(SIDE, OTHER), 4);
        for (double[] x : new double[][] {{0, 0.2}, {1, 1.7}, {0.6, -1}, {0.2, 2}}) {
            for (double[] v : all(tests, x)) {
                assertEquals(0, v[0], 1e-15);
            }
        }
        double[][] left = all(tests, 0.3 - 1e-12, 0.2);
        double[][] right = all(tests, 0.3 + 1e-12, 0.2);
        boolean kinked = false;
        for (int k = 0; k < left.length; k++) {
            assertEquals(left[k][0], right[k][0], 1e-10);
            kinked |= Math.abs(left[k][1] - right[k][1]) > 0.1;
        }
        assertTrue(kinked, "no function sees what goes through the edge between cells");
    }

    /** Bubbles of one cell: ∫ N_i′ N_j′ is δ_ij times 2/length, which integrated Legendre polynomials are made for. */
    @Test
    void slopesOfBubblesAreOrthogonal() {
        CellTests tests = new CellTests(List.of(new double[] {0, 0.5}), 6);
        double[][] gram = new double[tests.count()][tests.count()];
        double[] node = new double[10];
        double[] weight = new double[10];
        org.pinn4j.sampling.GaussLegendre.rule(node, weight);
        for (int q = 0; q < node.length; q++) {
            double[][] v = all(tests, 0.5 * node[q]);
            for (int i = 0; i < v.length; i++) {
                for (int j = 0; j < v.length; j++) {
                    gram[i][j] += 0.5 * weight[q] * v[i][1] * v[j][1];
                }
            }
        }
        for (int i = 0; i < gram.length; i++) {
            for (int j = 0; j < gram.length; j++) {
                assertEquals(i == j ? 2 / 0.5 : 0, gram[i][j], 1e-12);
            }
        }
    }
}
