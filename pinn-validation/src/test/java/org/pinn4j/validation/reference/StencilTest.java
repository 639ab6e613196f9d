package org.pinn4j.validation.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.validation.order.Order;

class StencilTest {
    private static final double[] H = {0.2, 0.14, 0.1, 0.07, 0.05};

    private static double[] samples(double h, int reach) {
        double[] u = new double[2 * reach + 1];
        Arrays.setAll(u, j -> Math.exp(2 * (j - reach) * h));
        return u;
    }

    private static Order observed(int order, boolean second) {
        Stencil stencil = Stencil.central(order);
        int m = stencil.reach();
        double exact = second ? 4 : 2;
        double[] error = DoubleStream.of(H)
                .map(h -> second ? stencil.second(samples(h, m), m) / (h * h) : stencil.first(samples(h, m), m) / h)
                .map(d -> Math.abs(d - exact))
                .toArray();
        return Order.fit(H, error);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6})
    void bothDerivativesHaveTheirOrder(int order) {
        assertEquals(order, observed(order, false).slope(), 0.25);
        assertEquals(order, observed(order, true).slope(), 0.25);
    }

    /** A stencil of order 2m differentiates polynomials of degree 2m exactly. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6, 8})
    void polynomialsUpToTheOrderAreDifferentiatedExactly(int order) {
        Stencil stencil = Stencil.central(order);
        int m = stencil.reach();
        for (int degree = 0; degree <= order; degree++) {
            int p = degree;
            double[] u = new double[2 * m + 1];
            Arrays.setAll(u, j -> Math.pow((j - m) / (double) m, p));
            assertEquals(p == 1 ? 1.0 / m : 0, stencil.first(u, m), 1e-14, "degree " + p);
            assertEquals(p == 2 ? 2.0 / (m * m) : 0, stencil.second(u, m), 1e-14, "degree " + p);
        }
    }

    @Test
    void theSecondOrderOnesAreTheFamiliarOnes() {
        Stencil stencil = Stencil.central(2);
        assertEquals((5.0 - 2.0) / 2, stencil.first(new double[] {2, 3, 5}, 1));
        assertEquals(2.0 - 2 * 3.0 + 5.0, stencil.second(new double[] {2, 3, 5}, 1));
        var e = assertThrows(IllegalArgumentException.class, () -> Stencil.central(3));
        assertTrue(e.getMessage().contains("got 3"), e.getMessage());
    }
}
