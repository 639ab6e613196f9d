package org.pinn4j.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pinn4j.parallel.Workers;

/** A matrix with a number that is none is not factored, wherever it stands and whatever library factors. */
class NotFiniteTest {
    private static double[] positive(int n) {
        Random random = new Random(n);
        double[] a = Matrices.allocate(n, n);
        for (int j = 0; j < n; j++) {
            for (int i = j; i < n; i++) {
                a[i + j * n] = i == j ? n : random.nextDouble() - 0.5;
            }
        }
        return a;
    }

    private static int factored(String backend, int n, double[] a) {
        Backend used = Backends.select(backend);
        try (Workers workers = Workers.of(2)) {
            return new BlockedCholesky(used.blas(), used.lapack(), workers).factor(n, a, n);
        }
    }

    @ParameterizedTest
    @CsvSource({"java, 7", "java, 150", "java, 301", "auto, 7", "auto, 150", "auto, 301"})
    void choleskyDoesNotPassItOn(String backend, int n) {
        assertEquals(0, factored(backend, n, positive(n)));
        Random random = new Random(3);
        for (double wrong : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            for (int k = 0; k < 12; k++) {
                double[] a = positive(n);
                int j = k == 0 ? n - 1 : random.nextInt(n);
                int i = k < 3 ? j : j + random.nextInt(n - j);
                a[i + j * n] = wrong;
                int info = factored(backend, n, a);
                assertTrue(info > 0, "%s at (%d, %d) of %d: info %d".formatted(wrong, i, j, n, info));
            }
        }
    }
}
