package org.pinn4j.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.blas.Backend;
import org.pinn4j.blas.Backends;

@ParameterizedClass
@ValueSource(strings = {"java", "auto"})
class TriangleTest {
    private final Backend backend;

    @RegisterExtension
    final Pools pools = new Pools();

    TriangleTest(String name) {
        backend = Backends.select(name);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 17, 60})
    void solutionsAreThoseOfHipparchus(int n) {
        Rows rows = Rows.random(4 * n, n, 3, n);
        LinearSolution ours = rows.triangle(backend, pools.of(2)).solve(Triangle.RIDGE);
        for (int k = 0; k < 3; k++) {
            assertArrayEquals(rows.truncated(k, 1e-14), ours.weights()[k], 1e-12);
            assertEquals(rows.residual(ours.weights()[k], k), ours.residuals()[k], 1e-12);
        }
    }

    /** Weights of the least norm are those that a ridge tends to. */
    @Test
    void dependentColumnsShareTheirWeight() {
        Rows rows = Rows.ofRank(12, 90, 30, 1);
        double[] sum = rows.matrix().operate(Rows.random(30, 1, 0, 9).matrix().getColumn(0));
        for (int i = 0; i < 90; i++) {
            rows.a()[i][30] = sum[i];
        }
        double[] expected = rows.truncated(0, 1e-12);
        Triangle t = rows.triangle(backend, pools.of(2));
        LinearSolution ours = t.solve(1e-10);
        assertEquals(0, rows.residual(ours.weights()[0], 0), 1e-8);
        assertEquals(0, ours.residuals()[0], 1e-8);
        assertEquals(12, t.rank(1e-12));
        double norm = 0;
        double least = 0;
        for (int j = 0; j < 30; j++) {
            norm = Math.hypot(norm, ours.weights()[0][j]);
            least = Math.hypot(least, expected[j]);
        }
        assertTrue(norm < 1.5 * least, norm + " and " + least); // the ridge is in units of the columns, which differ
    }

    @Test
    void fewerRowsThanColumnsAreMetExactly() {
        Rows rows = Rows.random(20, 50, 1, 2);
        LinearSolution ours = rows.triangle(backend, pools.of(2)).solve(Triangle.RIDGE);
        assertEquals(0, ours.residuals()[0], 1e-12);
        assertEquals(0, rows.residual(ours.weights()[0], 0), 1e-12);
    }

    @Test
    void aColumnOfZerosGetsNoWeightAndChangesNoOther() {
        Rows rows = Rows.random(60, 20, 1, 3);
        for (double[] row : rows.a()) {
            row[7] = 0;
        }
        double[] ours =
                rows.triangle(backend, pools.of(1)).solve(Triangle.RIDGE).weights()[0];
        assertTrue(ours[7] == 0);
        double[] expected = rows.truncated(0, 1e-12);
        assertArrayEquals(expected, ours, 1e-12);
        assertEquals(
                Double.POSITIVE_INFINITY, rows.triangle(backend, pools.of(1)).condition());
    }

    /** x → x/d under a → a·d, to round-off and whatever d is. */
    @Test
    void columnsMayHaveAnyUnits() {
        Rows rows = Rows.random(90, 30, 1, 4);
        double[] expected =
                rows.triangle(backend, pools.of(1)).solve(Triangle.RIDGE).weights()[0];
        for (double[] row : rows.a()) {
            for (int j = 0; j < 30; j++) {
                row[j] *= Math.scalb(1.0, 20 * (j - 15));
            }
        }
        double[] scaled =
                rows.triangle(backend, pools.of(1)).solve(Triangle.RIDGE).weights()[0];
        for (int j = 0; j < 30; j++) {
            assertEquals(expected[j], Math.scalb(scaled[j], 20 * (j - 15)), 1e-13, "weight " + j);
        }
    }

    /** Rows of weight 1e8 are met to round-off of theirs, the others as well as these leave room for. */
    @Test
    void heavyRowsAfterLightOnesAreMet() {
        Rows rows = Rows.random(100, 20, 1, 5);
        for (int i = 90; i < 100; i++) {
            for (int j = 0; j <= 20; j++) {
                rows.a()[i][j] *= 1e8;
            }
        }
        double[] ours = rows.triangle(backend, pools.of(1), 0, 100, 30).solve(0).weights()[0];
        double[] b = rows.rightHandSide(0);
        double[] ax = rows.matrix().operate(ours);
        for (int i = 90; i < 100; i++) {
            assertEquals(b[i], ax[i], 1e8 * 1e-6, "row " + i);
        }
        double[] expected = new QRDecomposition(rows.matrix())
                .getSolver()
                .solve(new org.hipparchus.linear.ArrayRealVector(b))
                .toArray();
        assertArrayEquals(expected, ours, 1e-6);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 15, 64})
    void theConditionIsNearTheTrueOne(int n) {
        for (int trial = 0; trial < 10; trial++) {
            Rows rows = Rows.random(n + 2, n, 0, 100 * n + trial);
            RealMatrix r = new QRDecomposition(rows.matrix()).getR().getSubMatrix(0, n - 1, 0, n - 1);
            for (int j = 0; j < n; j++) {
                r.setColumnVector(
                        j, r.getColumnVector(j).mapDivide(r.getColumnVector(j).getNorm()));
            }
            double exact = r.getNorm1()
                    * new QRDecomposition(r).getSolver().getInverse().getNorm1();
            double estimate = rows.triangle(backend, pools.of(1)).condition();
            assertTrue(estimate <= exact * (1 + 1e-9) && estimate >= exact / 3, estimate + " for " + exact);
        }
    }

    @Test
    void singularValuesAreThoseOfHipparchus() {
        Rows rows = Rows.random(120, 40, 0, 6);
        RealMatrix a = rows.matrix();
        for (int j = 0; j < 40; j++) {
            a.setColumnVector(
                    j, a.getColumnVector(j).mapDivide(a.getColumnVector(j).getNorm()));
        }
        double[] expected = new SingularValueDecomposition(a).getSingularValues();
        Triangle t = rows.triangle(backend, pools.of(1));
        assertArrayEquals(expected, t.singularValues(), 1e-13 * expected[0]);
        assertEquals(40, t.rank(1e-12));
    }

    @Test
    void aColumnOfZerosIsASingularValueOfZero() {
        Rows rows = Rows.random(60, 20, 0, 3);
        for (double[] row : rows.a()) {
            row[7] = 0;
        }
        Triangle t = rows.triangle(backend, pools.of(1));
        assertEquals(0, t.singularValues()[19], 1e-15);
        assertEquals(19, t.rank(1e-12));
    }

    /** A solution of Poisson's equation to twelve digits from columns of condition above 1e14. */
    @Test
    void featuresThatDependOnEachOtherSolveAnEquation() {
        Features features = new Features(200, 6, 4, 7);
        Triangle t = features.poisson(false).triangle(backend, pools.of(2));
        LinearSolution x = t.solve(Triangle.RIDGE);
        assertTrue(t.condition() > 1e14, "condition " + t.condition());
        assertTrue(features.error(x.weights()[0]) < 1e-11, "error " + features.error(x.weights()[0]));
    }

    @Test
    void notANumberIsNamedWithItsColumn() {
        Rows rows = Rows.random(30, 5, 1, 8);
        rows.a()[3][2] = Double.NaN;
        Triangle t = rows.triangle(backend, pools.of(1));
        Exception e = assertThrows(IllegalArgumentException.class, () -> t.solve(Triangle.RIDGE));
        assertTrue(e.getMessage().contains("column 2 of 5 is not finite"), e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> t.solve(-1));
        assertTrue(e.getMessage().contains(">= 0, got -1"), e.getMessage());
    }
}
