package org.pinn4j.validation.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest {
    private static final double[] H = {0.2, 0.1, 0.05, 0.025, 0.0125};

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2, 4, 6})
    void aPurePowerGivesItsExponent(double p) {
        double[] error = DoubleStream.of(H).map(h -> 3 * Math.pow(h, p)).toArray();
        Order order = Order.fit(H, error);
        assertEquals(p, order.slope(), 1e-12);
        assertEquals(H.length, order.pointsUsed());
    }

    /** Central second difference of sin at 1: error h²/12·|u⁗| + O(h⁴), so the fitted slope is 2. */
    @Test
    void centralSecondDifferenceIsSecondOrder() {
        double[] error = DoubleStream.of(H)
                .map(s -> Math.abs((Math.sin(1 - s) - 2 * Math.sin(1) + Math.sin(1 + s)) / (s * s) + Math.sin(1)))
                .toArray();
        Order order = Order.fit(H, error);
        assertEquals(2.0, order.slope(), 0.02, () -> "errors " + Arrays.toString(error));
        assertTrue(order.pointsUsed() >= 4);
    }

    @Test
    void pointsAtTheFloorAreDropped() {
        Order rising = Order.fit(H, new double[] {1e-8, 1e-10, 1e-12, 4e-12, 1.6e-11});
        assertEquals(3, rising.pointsUsed());
        Order flat = Order.fit(H, new double[] {1e-8, 1e-10, 1e-12, 8e-13, 7e-13});
        assertEquals(3, flat.pointsUsed());
        assertEquals(Math.log(100) / Math.log(2), flat.slope(), 1e-9);
        assertEquals(2, Order.fit(H, new double[] {1e-8, 1e-10, 0, 0, 0}).pointsUsed());
    }

    @Test
    void whatDoesNotConvergeHasNoOrder() {
        var e = assertThrows(IllegalArgumentException.class, () -> Order.fit(H, new double[] {1, 1, 1, 1, 1}));
        assertTrue(e.getMessage().contains("does not fall"), e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Order.fit(H, new double[] {1, 2}));
        assertThrows(IllegalArgumentException.class, () -> Order.fit(new double[] {1, 2}, new double[] {2, 1}));
    }
}
