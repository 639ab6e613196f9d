package org.pinn4j.blas;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.parallel.Allocation;
import org.pinn4j.parallel.Workers;

@ParameterizedClass
@ValueSource(strings = {"java", "auto"})
class BlockedCholeskyTest {
    private final Backend backend;

    BlockedCholeskyTest(String name) {
        backend = Backends.select(name);
    }

    /** Backward error: |A - LLᵀ| ≤ γ(n + 1)|L||Lᵀ|, and the rows of L have norm √a_ii. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 95, 96, 97, 193, 400, 577})
    void theProductOfTheFactorsIsTheMatrixWithinTheErrorBound(int n) {
        double[] a = positive(n);
        double[] l = a.clone();
        assertEquals(0, factor(n, l, 2));
        double[] lower = new double[n * n];
        for (int j = 0; j < n; j++) {
            System.arraycopy(l, j + j * n, lower, j + j * n, n - j);
        }
        double[] product = new double[n * n];
        new NaiveBlas().syrk(Op.NONE, n, n, 1, lower, 0, n, 0, product, 0, n);
        double bound = 2 * (n + 2) * 0x1p-53 * largestDiagonal(a, n);
        for (int j = 0; j < n; j++) {
            for (int i = j; i < n; i++) {
                assertEquals(a[i + j * n], product[i + j * n], bound, "entry " + i + ", " + j);
            }
        }
    }

    @Test
    void theBitsDoNotDependOnTheNumberOfWorkers() {
        int n = 611;
        double[] one = positive(n);
        factor(n, one, 1);
        for (int workers = 2; workers <= 3; workers++) {
            double[] several = positive(n);
            factor(n, several, workers);
            assertArrayEquals(one, several, 0.0, workers + " workers");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 95, 96, 250, 399})
    void aMinorThatIsNotPositiveIsNamed(int row) {
        int n = 400;
        double[] a = positive(n);
        a[row + row * n] = -1;
        assertEquals(row + 1, factor(n, a, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 96, 192, 500})
    void solvingGivesBackTheVectorsThatMadeTheRightHandSides(int n) {
        double[] a = positive(n);
        double[] x = new Random(3).doubles(2L * n, -1, 1).toArray();
        double[] b = new double[2 * n + 1];
        NaiveBlas definitions = new NaiveBlas();
        definitions.symv(n, 1, a, 0, n, x, 0, 0, b, 1);
        definitions.symv(n, 1, a, 0, n, x, n, 0, b, 1 + n);
        try (Workers workers = Workers.of(2)) {
            BlockedCholesky cholesky = new BlockedCholesky(backend.blas(), backend.lapack(), workers);
            cholesky.factor(n, a, n);
            cholesky.solve(n, 2, a, n, b, 1, n);
        }
        double[] solved = java.util.Arrays.copyOfRange(b, 1, 2 * n + 1);
        assertArrayEquals(x, solved, 100 * n * 0x1p-53);
    }

    @Test
    void anArrayWithoutASpareColumnIsRefusedWithTheWayToGetOne() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> factor(4, new double[16], 1));
        assertTrue(
                e.getMessage().contains("20 entries, got 16") && e.getMessage().contains("Matrices.allocate"),
                e.getMessage());
    }

    /** Measured over the caller and every worker, after a first factorisation that compiles and fills scratch memory. */
    @Test
    void factoringAndSolvingAllocateNothing() {
        int n = 450;
        double[] a = positive(n);
        double[] copy = a.clone();
        double[] b = new double[2 * n + 1];
        try (Workers workers = Workers.of(2)) {
            BlockedCholesky cholesky = new BlockedCholesky(backend.blas(), backend.lapack(), workers);
            Runnable both = () -> {
                System.arraycopy(a, 0, copy, 0, a.length);
                cholesky.factor(n, copy, n);
                cholesky.solve(n, 2, copy, n, b, 0, n);
            };
            long least =
                    Long.MAX_VALUE; // of several rounds: a worker that gets no processor in the first meets its set-up
            // later
            for (int round = 0; round < 8; round++) {
                least = Math.min(least, Allocation.bytes(() -> {
                    for (int repeat = 0; repeat < 5; repeat++) {
                        both.run();
                    }
                }));
            }
            assertEquals(0, least, "bytes in 5 repeats");
        }
    }

    private int factor(int n, double[] a, int count) {
        try (Workers workers = Workers.of(count)) {
            return new BlockedCholesky(backend.blas(), backend.lapack(), workers).factor(n, a, n);
        }
    }

    /** Diagonally dominant with a condition number near 3. */
    private static double[] positive(int n) {
        double[] a = Matrices.allocate(n, n);
        Random random = new Random(n);
        for (int i = 0; i < n * n; i++) {
            a[i] = (2 * random.nextDouble() - 1) / Math.sqrt(n);
        }
        for (int i = 0; i < n; i++) {
            a[i + i * n] = 4;
        }
        return a;
    }

    private static double largestDiagonal(double[] a, int n) {
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, a[i + i * n]);
        }
        return largest;
    }
}
