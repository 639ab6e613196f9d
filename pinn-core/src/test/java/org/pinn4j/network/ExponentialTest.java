package org.pinn4j.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ExponentialTest {
    private static final double U = 0x1p-53;

    @Test
    void theErrorStaysWithinTheStatedBound() {
        double[] a = new Random(6).doubles(100_000, -350, 350).toArray();
        for (int i = 0; i < a.length; i += 2) {
            a[i] /= 80;
        }
        double[] e = a.clone();
        Exponential.expm1(0, a.length, e);
        for (int i = 0; i < a.length; i++) {
            double exact = Math.expm1(a[i]);
            // Math.expm1 is itself good to one unit in the last place
            double bound = (10 + 4 * Math.abs(a[i])) * U * Math.exp(a[i]) + 2 * U * Math.abs(exact);
            assertEquals(exact, e[i], bound, "at " + a[i]);
        }
    }

    @Test
    void smallArgumentsAreRightRelativeToTheDifference() {
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            double[] a = {Math.scalb(2 * random.nextDouble() - 1, -random.nextInt(300))};
            double exact = Math.expm1(a[0]);
            Exponential.expm1(0, 1, a);
            assertEquals(exact, a[0], 10 * U * Math.abs(exact));
        }
    }

    @Test
    void beyondTheLimitTheResultIsThatAtTheLimit() {
        double[] a = {-Double.MAX_VALUE, -351, 351, Double.POSITIVE_INFINITY};
        Exponential.expm1(0, 4, a);
        assertEquals(-1, a[0]);
        assertEquals(-1, a[1]);
        assertEquals(1, a[2] / Math.exp(350), 1400 * U);
        assertEquals(a[2], a[3]);
    }
}
