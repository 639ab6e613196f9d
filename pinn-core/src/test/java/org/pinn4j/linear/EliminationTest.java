package org.pinn4j.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.blas.Backend;
import org.pinn4j.blas.Backends;
import org.pinn4j.blas.Matrices;
import org.pinn4j.parallel.Workers;

/** [R; P] = Q·[R′; 0] with an orthogonal Q, to round-off of each column. */
@ParameterizedClass
@ValueSource(strings = {"java", "auto"})
class EliminationTest {
    private static final double EPSILON = 0x1p-53;

    private final Backend backend;

    EliminationTest(String name) {
        backend = Backends.select(name);
    }

    /** Columns in 20 orders of magnitude; 15 to 17 and 47 to 49 are the edges of leaves and blocks. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 15, 16, 17, 33, 47, 48, 49, 97, 200})
    void theFactorsGiveTheRowsBackColumnByColumn(int n) {
        check(n, 2 * n + 3, false);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 17, 48, 49, 200})
    void aTriangleUnderATriangleIsEliminatedInItsForm(int n) {
        check(n, n, true);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 40})
    void fewRowsAreEliminatedUnderManyColumns(int rows) {
        check(130, rows, false);
        check(801, rows, false); // wide blocks
    }

    private void check(int n, int m, boolean triangular) {
        double[] r = columns(n, n, true, 1);
        double[] p = columns(m, n, triangular, 2);
        double[] before = r.clone();
        double[] rows = p.clone();
        int all = n + m;
        double[] top = identity(n, all, 0);
        double[] low = identity(m, all, n);
        Reflectors reflectors = Reflectors.of(p, m, m, triangular, n);
        try (Workers workers = Workers.of(2)) {
            Tools tools = new Tools(backend.blas(), backend.lapack(), workers);
            new Elimination(tools).eliminate(n, n, r, n, reflectors);
        }
        double[] scratch = Elimination.scratch();
        for (int c = 0; c < all; c++) { // Qᵀ, column by column
            apply(reflectors, n, 1, top, c * n, low, c * m, m, scratch);
        }
        orthogonal(n, m, top, low);
        double[] work = before.clone();
        double[] zero = rows.clone();
        apply(reflectors, n, n, work, 0, zero, 0, m, scratch);
        for (int j = 0; j < n; j++) {
            double error = 0;
            double norm = 0;
            for (int i = 0; i < n; i++) {
                double expected = i <= j ? r[i + j * n] : 0;
                error = Math.hypot(error, work[i + j * n] - expected);
                norm = Math.hypot(norm, before[i + j * n]);
            }
            for (int i = 0; i < m; i++) {
                error = Math.hypot(error, zero[i + j * m]);
                norm = Math.hypot(norm, rows[i + j * m]);
            }
            assertTrue(error <= 20 * Math.sqrt(all) * EPSILON * norm, "column " + j + ": " + error / norm);
        }
    }

    private void apply(
            Reflectors q,
            int n,
            int count,
            double[] top,
            int topAt,
            double[] low,
            int lowAt,
            int ld,
            double[] scratch) {
        for (int k = 0; k < n; k += q.block()) {
            int end = Math.min(n, k + q.block());
            for (int c = 0; c < count; c += Elimination.STRIP) {
                int some = Math.min(count - c, Elimination.STRIP);
                q.apply(backend.blas(), k, end, some, top, topAt + k + c * n, n, low, lowAt + c * ld, ld, scratch);
            }
        }
    }

    private void orthogonal(int n, int m, double[] top, double[] low) {
        int all = n + m;
        for (int j = 0; j < all; j += Math.max(1, all / 37)) {
            for (int i = 0; i <= j; i++) {
                double dot = backend.blas().dot(n, top, i * n, top, j * n)
                        + backend.blas().dot(m, low, i * m, low, j * m);
                assertEquals(i == j ? 1 : 0, dot, 20 * Math.sqrt(all) * EPSILON, "columns " + i + " and " + j);
            }
        }
    }

    private static double[] columns(int rows, int columns, boolean triangular, long seed) {
        Random random = new Random(seed);
        double[] a = Matrices.allocate(rows, columns);
        for (int j = 0; j < columns; j++) {
            double scale = Math.pow(10, 20 * new Random(j).nextDouble() - 10);
            for (int i = 0; i < (triangular ? j + 1 : rows); i++) {
                a[i + j * rows] = scale * random.nextGaussian();
            }
        }
        return a;
    }

    /** Rows [first, first + rows) of the identity. */
    private static double[] identity(int rows, int columns, int first) {
        double[] a = Matrices.allocate(rows, columns);
        for (int i = 0; i < rows; i++) {
            a[i + (first + i) * rows] = 1;
        }
        return a;
    }

    @Test
    void aColumnOfZerosHasNoReflector() {
        int n = 100;
        double[] r = Matrices.allocate(n, n);
        double[] p = columns(50, n, false, 3);
        java.util.Arrays.fill(p, 7 * 50, 8 * 50, 0);
        try (Workers workers = Workers.of(1)) {
            Reflectors rows = Reflectors.of(p, 50, 50, false, n);
            new Elimination(new Tools(backend.blas(), backend.lapack(), workers)).eliminate(n, n, r, n, rows);
        }
        for (int i = 0; i <= 7; i++) {
            assertEquals(0, r[i + 7 * n], "row " + i);
        }
        for (int i = 0; i < 50; i++) {
            assertEquals(0, p[i + 7 * 50], "row " + i);
        }
    }
}
