package org.pinn4j.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.blas.Backend;
import org.pinn4j.blas.Backends;
import org.pinn4j.parallel.Allocation;
import org.pinn4j.parallel.Workers;

@ParameterizedClass
@ValueSource(strings = {"java", "auto"})
class RowsQrTest {
    private final Backend backend;

    @RegisterExtension
    final Pools pools = new Pools();

    RowsQrTest(String name) {
        backend = Backends.select(name);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 37, 101})
    void theTriangleIsThatOfHipparchus(int n) {
        Rows rows = Rows.random(3 * n, n, 0, n);
        RealMatrix r = new QRDecomposition(rows.matrix()).getR();
        double[][] ours = Rows.positive(rows.triangle(backend, pools.of(2)));
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double expected = Math.signum(r.getEntry(i, i)) * r.getEntry(i, j);
                assertEquals(expected, ours[i][j], 1e-12 * n, "entry " + i + ", " + j);
            }
        }
    }

    @Test
    void howRowsAreCutIntoPanelsChangesRoundOffAlone() {
        Rows rows = Rows.random(700, 130, 2, 1);
        double[][] one = Rows.positive(rows.triangle(backend, pools.of(1)));
        double[][] many = Rows.positive(rows.triangle(backend, pools.of(1), 0, 700, 61));
        for (int i = 0; i < 130; i++) {
            assertArrayEquals(one[i], many[i], 1e-12, "row " + i);
        }
        assertArrayEquals(
                rows.triangle(backend, pools.of(1)).unreached(),
                rows.triangle(backend, pools.of(1), 0, 700, 61).unreached(),
                1e-12);
    }

    @ParameterizedTest
    @ValueSource(ints = {450, 810})
    void theBitsDoNotDependOnTheNumberOfWorkers(int n) {
        Rows rows = Rows.random(900, n, 3, 2);
        Triangle one = rows.triangle(backend, pools.of(1), 0, 900, 400);
        for (int workers = 2; workers <= 3; workers++) {
            Triangle several = rows.triangle(backend, pools.of(workers), 0, 900, 400);
            for (int j = 0; j < n + 3; j++) {
                for (int i = 0; i < n; i++) {
                    assertEquals(one.entry(i, j), several.entry(i, j), 0.0, workers + " workers, " + i + ", " + j);
                }
            }
            assertArrayEquals(one.unreached(), several.unreached(), 0.0);
            assertArrayEquals(
                    one.solve(Triangle.RIDGE).weights()[2],
                    several.solve(Triangle.RIDGE).weights()[2],
                    0.0);
        }
    }

    /** The residual of a right-hand side is what is left of it beyond R. */
    @Test
    void whatNoColumnsReachIsTheResidual() {
        Rows rows = Rows.random(300, 40, 2, 3);
        Triangle t = rows.triangle(backend, pools.of(2), 0, 300, 64);
        for (int k = 0; k < 2; k++) {
            double expected = rows.residual(rows.truncated(k, 1e-14), k);
            assertEquals(expected, t.unreached()[k], 1e-12 * expected);
        }
    }

    @Test
    void clearingBeginsAnew() {
        Rows rows = Rows.random(60, 20, 1, 4);
        try (Workers workers = Workers.of(1)) {
            RowsQr qr = new RowsQr(backend.blas(), backend.lapack(), workers, 20, 1);
            rows.triangle(qr, 0, 30, 30);
            qr.clear();
            Triangle again = rows.triangle(qr, 30, 60, 30);
            Triangle fresh = rows.triangle(backend, pools.of(1), 30, 60, 30);
            assertEquals(fresh.entry(19, 19), again.entry(19, 19));
            assertArrayEquals(fresh.unreached(), again.unreached());
        }
    }

    @Test
    void sizesThatCannotBeAreNamed() {
        try (Workers workers = Workers.of(1)) {
            RowsQr qr = new RowsQr(backend.blas(), backend.lapack(), workers, 3, 0);
            Exception e = assertThrows(IllegalArgumentException.class, () -> qr.add(RowsQr.HEIGHT + 1));
            assertTrue(e.getMessage().contains("0 to 1024 rows, got 1025"), e.getMessage());
            e = assertThrows(
                    IllegalArgumentException.class,
                    () -> new RowsQr(backend.blas(), backend.lapack(), workers, 60_000, 0));
            assertTrue(e.getMessage().contains("one array holds"), e.getMessage());
            assertTrue(RowsQr.bytes(60_000, 0) > 4L * 8 * 60_000 * 60_000);
        }
    }

    /** Small change (plain Java's geqrf makes objects), but nothing of the size of a panel, which has 362,400 bytes. */
    @Test
    void panelsOfOneHeightAllocateNoArrays() {
        Rows rows = Rows.random(300, 150, 1, 5);
        try (Workers workers = Workers.of(2)) {
            RowsQr qr = new RowsQr(backend.blas(), backend.lapack(), workers, 150, 1);
            long least = Long.MAX_VALUE;
            for (int round = 0; round < 8; round++) {
                rows.fill(qr.panel(), qr.ld(), 0, 300, 151);
                least = Math.min(least, Allocation.bytes(() -> qr.add(300)));
            }
            assertTrue(least < 50_000, least + " bytes");
        }
    }
}
