package org.pinn4j.validation.fourier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.validation.fourier.Plane.Modes;

class PlaneTest {
    private static double[] random(int n, long seed) {
        return new Random(seed).doubles(n, -1, 1).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 32})
    void aTransformOfRowsIsTheSumThatItStandsFor(int n) {
        int row = 3;
        double[] re = random(n * row, 1);
        double[] im = random(n * row, 2);
        double[] real = re.clone();
        double[] imaginary = im.clone();
        new RowTransform(n, row).apply(-1, real, imaginary);
        for (int k = 0; k < n; k++) {
            for (int q = 0; q < row; q++) {
                double sumRe = 0;
                double sumIm = 0;
                for (int j = 0; j < n; j++) {
                    double angle = -2 * Math.PI * j * k / n;
                    sumRe += re[j * row + q] * Math.cos(angle) - im[j * row + q] * Math.sin(angle);
                    sumIm += re[j * row + q] * Math.sin(angle) + im[j * row + q] * Math.cos(angle);
                }
                assertEquals(sumRe, real[k * row + q], 1e-13 * n);
                assertEquals(sumIm, imaginary[k * row + q], 1e-13 * n);
            }
        }
    }

    @Test
    void valuesComeBackFromTheirModesOneByOneAndInPairs() {
        Plane plane = new Plane(16);
        double[] u = random(256, 3);
        double[] v = random(256, 4);
        Modes ofU = Modes.zero(256);
        Modes ofV = Modes.zero(256);
        Modes alone = Modes.zero(256);
        plane.modes(u, v, ofU, ofV);
        plane.modes(v, null, alone, null);
        assertArrayEquals(alone.re(), ofV.re(), 1e-15);
        assertArrayEquals(alone.im(), ofV.im(), 1e-15);
        double[] backU = new double[256];
        double[] backV = new double[256];
        plane.values(ofU, ofV, backU, backV);
        assertArrayEquals(u, backU, 1e-14);
        assertArrayEquals(v, backV, 1e-14);
        plane.values(ofV, null, backV, null);
        assertArrayEquals(v, backV, 1e-14);
    }

    /** cos(2πx + 4πy) has its modes at (1, 2) and the opposite wave, which stand as [y][x]. */
    @Test
    void aWaveHasItsModesWhereTheFormLooksForThem() {
        int n = 8;
        double[] u = new double[n * n];
        for (int k = 0; k < u.length; k++) {
            u[k] = Math.cos(2 * Math.PI * (k / n + 2 * (k % n)) / n);
        }
        Modes modes = Modes.zero(n * n);
        new Plane(n).modes(u, null, modes, null);
        assertEquals(0.5, modes.re()[2 * n + 1], 1e-15);
        assertEquals(0.5, modes.re()[6 * n + 7], 1e-15);
        assertEquals(-1, Plane.waves(7, n));
    }

    @Test
    void otherNumbersThanPowersOfTwoAreRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> new RowTransform(12, 1));
        assertEquals("transform: need a power of two, got 12 rows", e.getMessage());
    }
}
