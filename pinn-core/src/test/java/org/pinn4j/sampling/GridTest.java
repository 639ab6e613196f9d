package org.pinn4j.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pinn4j.pde.Axis;

class GridTest {
    private static final Axis X = Axis.of("x", -1, 1);
    private static final Axis T = Axis.time("t", 0, 0.3);

    @Test
    void bothEndsAreHitExactly() {
        for (int n = 2; n < 300; n++) {
            double[] t = Grid.of(T, n).coordinates(T);
            assertEquals(0.0, t[0]);
            assertEquals(0.3, t[n - 1]);
        }
    }

    @Test
    void spacingIsEqual() {
        double[] x = Grid.of(X, 256).coordinates(X);
        for (int k = 1; k < x.length; k++) {
            assertEquals(2.0 / 255, x[k] - x[k - 1], 4e-16);
        }
    }

    @Test
    void aPeriodicAxisLeavesOutItsRightEnd() {
        assertArrayEquals(
                new double[] {-1, -0.5, 0, 0.5}, Grid.of(X, 4).periodic(X).coordinates(X));
    }

    @Test
    void theFirstAxisIsSlowest() {
        Grid grid = Grid.of(X, 3).by(T, 2);
        assertArrayEquals(
                new double[] {-1, -1, 0, 0, 1, 1, 0, 0.3, 0, 0.3, 0, 0.3},
                grid.points().coordinates());
        assertEquals("3x2", grid.toString());
        assertEquals(List.of(X, T), grid.axes());
        assertArrayEquals(new int[] {3, 2}, grid.counts());
        assertEquals(6, grid.size());
    }

    @Test
    void givenCoordinatesAreKeptAndTold() {
        double[] x = {-1, 0.5, 0.9, 1};
        Grid grid = Grid.of(T, 3).by(X, x);
        x[1] = 7;
        assertArrayEquals(new double[] {-1, 0.5, 0.9, 1}, grid.coordinates(X));
        assertEquals("3x4", grid.toString());
        assertTrue(grid.isEven(T) && !grid.isEven(X));
        assertEquals(0.9, grid.points().coordinate(1, 6));
        assertEquals(Grid.of(X, new double[] {0, 1}), Grid.of(X, new double[] {0, 1}));
        assertNotEquals(Grid.of(X, 2), Grid.of(X, new double[] {-1, 1}));
    }

    @Test
    void givenCoordinatesAscendWithinTheirAxis() {
        for (double[] wrong : new double[][] {{0}, {0, 0}, {0.5, 0.2}, {0, 1.1}, {-2, 0}, {0, Double.NaN}}) {
            assertThrows(IllegalArgumentException.class, () -> Grid.of(X, wrong));
        }
        var e = assertThrows(
                IllegalArgumentException.class,
                () -> Grid.of(X, new double[] {0, 1}).periodic(X));
        assertTrue(e.getMessage().contains("leave its right end out"), e.getMessage());
    }

    @Test
    void coordinatesInAnotherOrderKeepTheNumbersOfThePoints() {
        Grid grid = Grid.of(X, 3).by(T, 2);
        assertArrayEquals(new double[] {0, 0.3, 0, 0.3, 0, 0.3, -1, -1, 0, 0, 1, 1}, grid.coordinates(List.of(T, X)));
        assertArrayEquals(new double[] {0, 0.3, 0, 0.3, 0, 0.3}, grid.coordinates(List.of(T)));
    }

    @Test
    void gridsAreEqualByValue() {
        assertEquals(Grid.of(X, 3).by(T, 2), Grid.of(X, 3).by(T, 2));
        assertNotEquals(Grid.of(X, 3), Grid.of(X, 3).periodic(X));
        assertEquals(Grid.of(X, 3).hashCode(), Grid.of(X, 3).hashCode());
        assertNotEquals(Grid.of(X, 3).hashCode(), Grid.of(X, 4).hashCode());
        assertTrue(Grid.of(X, 3).periodic(X).isPeriodic(X));
        assertFalse(Grid.of(X, 3).isPeriodic(X));
    }

    @Test
    void errorsNameAxisAndCount() {
        var few = assertThrows(IllegalArgumentException.class, () -> Grid.of(X, 1));
        assertTrue(few.getMessage().contains("axis x needs at least 2 points, got 1"), few.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Grid.of(X, 3).by(X, 3));
        assertThrows(IllegalArgumentException.class, () -> Grid.of(X, 3).coordinates(T));
        var huge = assertThrows(
                IllegalArgumentException.class, () -> Grid.of(X, 100_000).by(T, 100_000));
        assertTrue(huge.getMessage().contains("100000x100000"), huge.getMessage());
    }
}
