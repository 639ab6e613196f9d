package org.pinn4j.validation.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.pinn4j.validation.order.Order;

class ExponentialStepTest {
    private static final double RATE = -3;

    /** v' = RATE·v + v², v(0) = 1: v = RATE / ((RATE + 1)·e^(-RATE·t) - 1). */
    private static double error(int steps) {
        ExponentialStep step = new ExponentialStep(new double[] {RATE}, 1.0 / steps);
        double[][] v = {{1}, {0}};
        for (int k = 0; k < steps; k++) {
            step.advance(v, (in, out) -> {
                out[0][0] = in[0][0] * in[0][0] - in[1][0] * in[1][0];
                out[1][0] = 2 * in[0][0] * in[1][0];
            });
        }
        return Math.abs(v[0][0] - RATE / ((RATE + 1) * Math.exp(-RATE) - 1));
    }

    @Test
    void itIsOfOrderFour() {
        int[] steps = {8, 16, 32, 64, 128};
        double[] h = Arrays.stream(steps).mapToDouble(n -> 1.0 / n).toArray();
        double[] error =
                Arrays.stream(steps).mapToDouble(ExponentialStepTest::error).toArray();
        assertEquals(4, Order.fit(h, error).slope(), 0.25, () -> Arrays.toString(error));
    }

    @Test
    void withoutTheOtherPartOneStepIsExactHoweverStiff() {
        double[] linear = {-1e8, -1, 0, 1e-9, 2};
        ExponentialStep step = new ExponentialStep(linear, 0.7);
        double[][] v = {{1, 1, 1, 1, 1}, {-1, -1, -1, -1, -1}};
        step.advance(v, (in, out) -> {});
        for (int k = 0; k < linear.length; k++) {
            assertEquals(Math.exp(0.7 * linear[k]), v[0][k], 1e-15);
            assertEquals(-v[0][k], v[1][k], 0.0);
        }
    }

    /** A constant slope is integrated exactly: the coefficients add up to (e^z - 1)/z, also where z is small or zero. */
    @Test
    void aConstantSlopeIsIntegratedExactly() {
        double[] linear = {-1e6, -2, -1e-3, 0, 1e-7};
        double dt = 0.1;
        ExponentialStep step = new ExponentialStep(linear, dt);
        double[][] v = new double[2][linear.length];
        step.advance(v, (in, out) -> Arrays.fill(out[0], 1));
        for (int k = 0; k < linear.length; k++) {
            double exact = linear[k] == 0 ? dt : Math.expm1(linear[k] * dt) / linear[k];
            assertEquals(exact, v[0][k], 1e-14 * exact + 1e-18);
        }
    }
}
