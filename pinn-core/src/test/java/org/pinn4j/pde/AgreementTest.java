package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private static final Axis X = Axis.of("x", -2, 1);
    private static final Axis T = Axis.time("t", 3, 4);
    private static final Agreement EVERYWHERE = Agreement.on(List.of(X, T), "a test");

    @Test
    void oneFunctionInTwoFormsAgrees() {
        Expr twice = Expr.sin(X.times(2)).times(T);
        Expr product = Expr.sin(X).times(Expr.cos(X)).times(2).times(T);
        assertTrue(EVERYWHERE.difference(twice, product, Agreement.SAME).isEmpty());
        Expr off = product.plus(X.times(1e-6));
        assertTrue(EVERYWHERE.difference(twice, off, Agreement.SAME).isPresent());
        assertTrue(EVERYWHERE.difference(twice, off, 4, Agreement.JOINED).isEmpty());
    }

    @Test
    void aDifferenceOnPartOfARegionIsFound() {
        Expr bump = Expr.abs(X).minus(X).times(0.5); // zero for x > 0, a third of the axis
        assertTrue(EVERYWHERE.difference(bump, X.negate(), Agreement.SAME).isPresent());
        assertTrue(EVERYWHERE.difference(bump, Expr.constant(0), Agreement.SAME).isPresent());
    }

    @Test
    void whatIsNoNumberDiffersFromEverything() {
        Expr log = Expr.log(X);
        assertTrue(EVERYWHERE.difference(log, log, 1, Agreement.JOINED).isPresent());
        assertEquals(Double.POSITIVE_INFINITY, EVERYWHERE.largest(log));
        assertFalse(Agreement.small(Double.NaN, 1, Agreement.JOINED));
    }

    @Test
    void pointsStandWhereTheyAreAskedFor() {
        Agreement end = EVERYWHERE.withCorners().on((Region.Face) T.end());
        end.points().forEach(p -> assertTrue(p[0] >= -2 && p[0] <= 1 && p[1] == 4));
        assertArrayEquals(new double[] {-2, 4}, end.points().get(0));
        assertArrayEquals(new double[] {1, 4}, end.points().get(1));
    }

    @Test
    void onePurposeHasTheSamePointsAlways() {
        Agreement again = Agreement.on(List.of(X, T), "a test");
        Agreement other = Agreement.on(List.of(X, T), "another");
        for (int i = 0; i < again.points().size(); i++) {
            assertArrayEquals(EVERYWHERE.points().get(i), again.points().get(i));
        }
        assertFalse(other.points().get(0)[0] == again.points().get(0)[0]);
    }
}
