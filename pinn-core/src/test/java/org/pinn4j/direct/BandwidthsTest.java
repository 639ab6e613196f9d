package org.pinn4j.direct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BandwidthsTest {
    @Test
    void stretchingKeepsTheNumberOfFunctions() {
        for (Bandwidths b : Bandwidths.even(200, 3).stretched(1, 4).neighbours()) {
            assertEquals(1, Arrays.stream(b.shape()).reduce(1, (p, q) -> p * q), 1e-12);
        }
    }

    @Test
    void waveNumbersFollowFromFeaturesShapeAndMargin() {
        Bandwidths even = Bandwidths.even(400, 2);
        assertEquals(20 / 2.5, even.onInterval(0), 1e-12);
        assertEquals(80 / 2.5, even.stretched(0, 4).onInterval(0), 1e-12);
        assertEquals(5 / 2.5, even.stretched(0, 4).onInterval(1), 1e-12);
        assertEquals(20 / 3.5, even.withMargin(3.5).onInterval(0), 1e-12);
        assertEquals(10, even.onCircle(0)); // wave numbers −10 to 10 are 21 functions
        assertEquals(1, even.stretched(0, 16).onCircle(1));
    }

    /** One input cannot be stretched against others; of two, each shape stands once. */
    @Test
    void everyShapeIsTriedOnce() {
        assertTrue(Bandwidths.even(200, 1).neighbours().isEmpty());
        assertEquals(
                8,
                Bandwidths.even(200, 2).neighbours().stream()
                        .map(Bandwidths::toString)
                        .distinct()
                        .count());
        assertEquals(
                24,
                Bandwidths.even(200, 3).neighbours().stream()
                        .map(Bandwidths::toString)
                        .distinct()
                        .count());
    }
}
