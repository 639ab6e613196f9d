package org.pinn4j.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class KeepBestTest {
    private final KeepBest best = new KeepBest(new double[] {0});

    private boolean offer(double name, double heldOut) {
        return best.offer(new double[] {name}, heldOut);
    }

    @Test
    void theFirstFiniteCheckIsTheBestSoFar() {
        assertTrue(Double.isNaN(best.heldOut()));
        assertFalse(offer(1, Double.NaN));
        assertFalse(offer(1, Double.POSITIVE_INFINITY));
        assertArrayEquals(new double[] {0}, best.theta());
        assertTrue(offer(2, 5));
        assertArrayEquals(new double[] {2}, best.theta());
        assertEquals(5, best.heldOut());
    }

    @Test
    void aFallingSeriesIsFollowed() {
        for (int k = 1; k <= 6; k++) {
            assertTrue(offer(k, 1.0 / k));
        }
        assertArrayEquals(new double[] {6}, best.theta());
    }

    @Test
    void aRisingSeriesChangesNothing() {
        offer(1, 1);
        for (int k = 2; k <= 6; k++) {
            assertFalse(offer(k, k));
        }
        assertArrayEquals(new double[] {1}, best.theta());
        assertEquals(1, best.heldOut());
    }

    /** The median of the last three checks decides: 3, 2, 2.5 are better on the whole than 9, 1, 8. */
    @Test
    void theSmallerMedianWinsOverOneLuckyCheck() {
        offer(1, 9);
        offer(2, 1);
        assertEquals(1, best.heldOut());
        offer(3, 8);
        offer(4, 3);
        offer(5, 2);
        assertTrue(offer(6, 2.5));
        assertEquals(2.5, best.heldOut());
    }

    @Test
    void whatIsKeptIsACopy() {
        double[] theta = {3};
        best.offer(theta, 1);
        theta[0] = 4;
        best.theta()[0] = 5;
        assertArrayEquals(new double[] {3}, best.theta());
    }
}
