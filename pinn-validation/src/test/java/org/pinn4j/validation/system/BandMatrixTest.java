package org.pinn4j.validation.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandMatrixTest {
    @ParameterizedTest
    @CsvSource({"1, 0, 0", "7, 0, 2", "30, 3, 1", "30, 29, 29", "41, 2, 40", "100, 10, 12"})
    void solvingUndoesMultiplying(int n, int lower, int upper) {
        Random random = new Random(n);
        BandMatrix matrix = filled(n, lower, upper, random);
        double[] x = random.doubles(n, -1, 1).toArray();
        double[] b = new double[n];
        matrix.multiply(x, b);
        assertTrue(matrix.factorise());
        matrix.solve(b);
        for (int i = 0; i < n; i++) {
            assertEquals(x[i], b[i], 1e-11, "unknown " + i);
        }
    }

    /** Rows as different as those of a boundary value and of a fourth derivative on a fine grid. */
    @Test
    void rowsOfVeryDifferentSizesCostNoDigits() {
        BandMatrix matrix = new BandMatrix(3, 2, 2);
        double[][] rows = {{1e-12, 2e-12, 0}, {1e12, -1e12, 3e12}, {0, 1, 1}};
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                matrix.add(i, j, rows[i][j]);
            }
        }
        double[] b = {5e-12, 8e12, 5};
        assertTrue(matrix.factorise());
        matrix.solve(b);
        assertEquals(1, b[0], 1e-14);
        assertEquals(2, b[1], 1e-14);
        assertEquals(3, b[2], 1e-14);
    }

    @Test
    void aSingularMatrixIsNotFactorised() {
        BandMatrix matrix = new BandMatrix(2, 1, 1);
        matrix.add(0, 0, 1);
        matrix.add(0, 1, 1);
        assertFalse(matrix.factorise());
        matrix.clear();
        assertThrows(IllegalStateException.class, () -> matrix.solve(new double[2]));
        assertThrows(IllegalArgumentException.class, () -> new BandMatrix(9, 1, 1).add(0, 2, 1));
    }

    private static BandMatrix filled(int n, int lower, int upper, Random random) {
        BandMatrix matrix = new BandMatrix(n, lower, upper);
        for (int i = 0; i < n; i++) {
            for (int j = Math.max(0, i - lower); j <= Math.min(n - 1, i + upper); j++) {
                matrix.add(i, j, random.nextDouble() - 0.5 + (i == j ? 3 : 0));
            }
        }
        return matrix;
    }

    /**
     * Wilkinson's matrix, whose factors grow by two with each row although pivots are chosen (The Algebraic Eigenvalue Problem,
     * 1965, p. 212): LAPACK calls it solved, with no right digit.
     */
    @Test
    void aSolutionThatSolvesNothingIsRefused() {
        int n = 80;
        BandMatrix matrix = new BandMatrix(n, n - 1, n - 1);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                matrix.add(i, j, -1);
            }
            matrix.add(i, i, 1);
            matrix.add(i, n - 1, i < n - 1 ? 1 : 0);
        }
        double[] b = new Random(1).doubles(n, -1, 1).toArray();
        assertTrue(matrix.factorise());
        assertThrows(IllegalStateException.class, () -> matrix.solve(b));
    }
}
