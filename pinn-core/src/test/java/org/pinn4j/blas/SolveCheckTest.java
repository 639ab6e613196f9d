package org.pinn4j.blas;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SolveCheckTest {
    private static final int N = 30;

    private final Random random = new Random(7);
    private final double[] matrix = random.doubles(N * N, -1, 1).toArray();
    private final double[] x = random.doubles(N, -1, 1).toArray();
    private final double[] b = new double[N];
    private final SolveCheck check = new SolveCheck(N);

    SolveCheckTest() {
        for (int k = 0; k < N * N; k++) {
            check.add(k % N, k / N, matrix[k]);
            b[k % N] += matrix[k] * x[k / N];
        }
    }

    @Test
    void aSolutionHoldsHoweverLargeAndWhereverItStands() {
        double[] wide = new double[3 * N];
        for (double scale : new double[] {1e-200, 1, 1e200}) {
            for (int i = 0; i < N; i++) {
                wide[N + i] = scale * b[i];
                wide[2 * N + i] = scale * x[i];
            }
            assertDoesNotThrow(() -> check.require(check.of(wide, N), wide, 2 * N));
        }
    }

    /** A change of any one unknown by a hundred thousandth is seen. */
    @Test
    void anyWrongUnknownIsSeen() {
        double[] right = check.of(b, 0);
        for (int j = 0; j < N; j++) {
            double[] wrong = x.clone();
            wrong[j] += 1e-2;
            String said = assertThrows(
                            IllegalStateException.class, () -> check.require(right, wrong, 0), "unknown " + j)
                    .getMessage();
            assertTrue(said.startsWith("linear solve: misses its 30 equations by "), said);
        }
    }

    @Test
    void whatOverflowsIsJudgedElsewhereAndAClearedOneBeginsAnew() {
        double[] right = check.of(b, 0);
        x[3] = Double.NaN;
        assertDoesNotThrow(() -> check.require(right, x, 0));
        check.clear();
        check.add(0, 0, 2);
        double[] four = new double[N];
        four[0] = 4;
        double[] two = new double[N];
        two[0] = 2;
        assertDoesNotThrow(() -> check.require(check.of(four, 0), two, 0));
        two[0] = 2.1;
        assertThrows(IllegalStateException.class, () -> check.require(check.of(four, 0), two, 0));
        assertEquals(
                "n: need 1 to 2147483639, got 0",
                assertThrows(IllegalArgumentException.class, () -> new SolveCheck(0))
                        .getMessage());
    }
}
