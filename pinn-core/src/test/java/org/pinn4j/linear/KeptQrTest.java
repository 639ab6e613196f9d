package org.pinn4j.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.blas.Backend;
import org.pinn4j.blas.Backends;
import org.pinn4j.parallel.Workers;

@ParameterizedClass
@ValueSource(strings = {"java", "auto"})
class KeptQrTest {
    private final Backend backend;

    @RegisterExtension
    final Pools pools = new Pools();

    KeptQrTest(String name) {
        backend = Backends.select(name);
    }

    /** One right-hand side goes through gemv, several through gemm, 200 through two strips. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 200})
    void rightHandSidesThatComeLaterHaveTheSameSolution(int count) {
        Rows rows = Rows.random(340, 110, count, count);
        LinearSolution direct = rows.triangle(backend, pools.of(2), 0, 340, 100).solve(Triangle.RIDGE);
        try (Workers workers = Workers.of(2)) {
            LinearSolution kept = factor(rows, workers).solve(count, columns(rows));
            for (int k = 0; k < count; k++) {
                assertArrayEquals(direct.weights()[k], kept.weights()[k], 1e-12, "right-hand side " + k);
            }
            assertArrayEquals(direct.residuals(), kept.residuals(), 1e-11);
        }
    }

    @Test
    void featuresThatDependOnEachOtherAreSolvedAsWell() {
        Features features = new Features(200, 6, 4, 7);
        Rows rows = features.poisson(false);
        try (Workers workers = Workers.of(2)) {
            KeptFactor factor = factor(rows, workers);
            double[] x = factor.solve(1, columns(rows)).weights()[0];
            assertTrue(features.error(x) < 1e-11, "error " + features.error(x));
            assertEquals(200, factor.triangle().columns());
            assertEquals(800, factor.rows());
        }
    }

    /** The ridge holds weights and no step: as if the rows that the weights make had come as a right-hand side. */
    @Test
    void whatIsLeftOfARightHandSideIsSolvedAroundTheWeightsThatLeftIt() {
        Rows rows = Rows.random(340, 110, 1, 8);
        double[] b = columns(rows);
        try (Workers workers = Workers.of(2)) {
            KeptFactor factor = factor(rows, workers);
            double[] around = new double[110];
            java.util.Arrays.setAll(around, k -> Math.cos(3 * k));
            double[] left = b.clone();
            for (int i = 0; i < 340; i++) {
                for (int k = 0; k < 110; k++) {
                    left[i] -= rows.a()[i][k] * around[k];
                }
            }
            assertArrayEquals(factor.solve(1, b).weights()[0], factor.solveAround(around, left), 1e-12);
            assertThrows(IllegalArgumentException.class, () -> factor.solveAround(new double[109], left));
            assertThrows(IllegalArgumentException.class, () -> factor.solveAround(around, new double[339]));
        }
    }

    @Test
    void theBitsDoNotDependOnTheNumberOfWorkers() {
        Rows rows = Rows.random(300, 210, 250, 5);
        double[][] one = null;
        for (int count = 1; count <= 3; count++) {
            try (Workers workers = Workers.of(count)) {
                double[][] x = factor(rows, workers).solve(250, columns(rows)).weights();
                one = one == null ? x : one;
                for (int k = 0; k < 250; k++) {
                    assertArrayEquals(one[k], x[k], 0.0, count + " workers, right-hand side " + k);
                }
            }
        }
    }

    @Test
    void whatIsMissingIsNamed() {
        try (Workers workers = Workers.of(1)) {
            KeptQr qr = new KeptQr(backend.blas(), backend.lapack(), workers, 3);
            Exception e = assertThrows(IllegalStateException.class, qr::add);
            assertTrue(e.getMessage().contains("no panel"), e.getMessage());
            Rows rows = Rows.random(10, 3, 0, 1);
            KeptFactor factor = factor(rows, workers);
            e = assertThrows(IllegalArgumentException.class, () -> factor.solve(2, new double[19]));
            assertTrue(e.getMessage().contains("[10 × 2], got 19"), e.getMessage());
        }
    }

    private KeptFactor factor(Rows rows, Workers workers) {
        KeptQr qr = new KeptQr(backend.blas(), backend.lapack(), workers, rows.columns());
        for (int first = 0; first < rows.rows(); first += 100) {
            int some = Math.min(100, rows.rows() - first);
            double[] panel = qr.panel(some);
            rows.fill(panel, qr.ld(), first, some, rows.columns());
            qr.add();
        }
        return qr.factor(Triangle.RIDGE);
    }

    private static double[] columns(Rows rows) {
        double[] b = new double[rows.rows() * rows.rightHandSides()];
        for (int k = 0; k < rows.rightHandSides(); k++) {
            System.arraycopy(rows.rightHandSide(k), 0, b, k * rows.rows(), rows.rows());
        }
        return b;
    }
}
