package org.pinn4j.validation.evolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourierModesTest {
    /** One sample alone: every mode is a factor of size one. */
    @ParameterizedTest
    @ValueSource(ints = {64, 4096, 1 << 18})
    void theModesOfOneSampleAreItsFactors(int n) {
        double[] u = new double[n];
        u[3] = 1;
        int count = Math.min(n, 2000);
        double[][] modes = new FourierModes(u).lowest(count);
        for (int k = 0; k < count; k++) {
            double angle = 2 * Math.PI * (3L * k % n) / n;
            assertEquals(Math.cos(angle), modes[0][k], 4e-15, "mode " + k);
            assertEquals(-Math.sin(angle), modes[1][k], 4e-15, "mode " + k);
        }
    }

    /** exp(sin x) has modes Iₖ(1), which are below rounding from the fifteenth on. */
    @ParameterizedTest
    @ValueSource(ints = {256, 1 << 18})
    void modesOfSmoothDataFallToRounding(int n) {
        double[] u = new double[n];
        for (int j = 0; j < n; j++) {
            u[j] = Math.exp(Math.sin(2 * Math.PI * j / n));
        }
        double[][] modes = new FourierModes(u).lowest(128);
        double mean = 1.2660658777520084; // I₀(1)
        double second = -0.13574766976703828; // I₂(1), turned twice
        assertEquals(mean, modes[0][0] / n, 1e-15);
        assertEquals(second, modes[0][2] / n, 1e-15);
        for (int k = 20; k < 128; k++) {
            assertEquals(0, Math.hypot(modes[0][k], modes[1][k]) / n, 2e-15, "mode " + k);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 100})
    void otherLengthsAreRefused(int n) {
        double[] u = new Random(1).doubles(n).toArray();
        assertEquals(
                "u: need a power of two of samples, at least 64, got " + n,
                assertThrows(IllegalArgumentException.class, () -> new FourierModes(u))
                        .getMessage());
    }
}
