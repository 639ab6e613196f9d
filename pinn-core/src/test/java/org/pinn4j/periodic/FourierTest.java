package org.pinn4j.periodic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourierTest {
    private static double[] random(int n, int seed) {
        return new Random(seed).doubles(n, -1, 1).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6, 8, 9, 12, 24, 48, 96, 128})
    void itIsTheSumThatDefinesIt(int n) {
        int columns = 3;
        int offset = 5;
        double[] re = random(offset + n * columns, 1);
        double[] im = random(offset + n * columns, 2);
        double[] a = re.clone();
        double[] b = im.clone();
        new Fourier(n).transform(-1, columns, a, b, offset, new double[n * columns], new double[n * columns]);
        for (int l = 0; l < n; l++) {
            for (int c = 0; c < columns; c++) {
                double x = 0;
                double y = 0;
                for (int j = 0; j < n; j++) {
                    double angle = -2 * Math.PI * ((long) j * l % n) / n;
                    int k = offset + j * columns + c;
                    x += re[k] * Math.cos(angle) - im[k] * Math.sin(angle);
                    y += re[k] * Math.sin(angle) + im[k] * Math.cos(angle);
                }
                int k = offset + l * columns + c;
                assertTrue(Math.hypot(a[k] - x, b[k] - y) < 1e-14 * n, "n = " + n + ", " + l);
            }
        }
    }

    @Test
    void lengthsWithOtherFactorsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Fourier(10));
    }

    /** Random real functions of these waves on a finer grid of two axes, there and back. */
    @Test
    void wavesComeBackFromAGrid() {
        Waves waves = new Waves(3, 2);
        int[] grid = {12, 8};
        GridTransform transform = new GridTransform(waves, grid, 2);
        double[] re = random(4 * waves.count(), 3);
        double[] im = random(4 * waves.count(), 4);
        java.util.Arrays.fill(im, 0, 4, 0); // the constant is real
        double[] ones = new double[waves.count()];
        java.util.Arrays.fill(ones, 1);
        double[] a = new double[transform.length()];
        double[] b = new double[transform.length()];
        transform.toGrid(ones, new double[waves.count()], re, im, 0, 4, a, b);
        double sum = 0; // by hand at the point (5, 3) in column 3, the second half's second
        for (int p = 0; p < waves.count(); p++) {
            double angle = 2 * Math.PI * (waves.number(p, 0) * 5 / 12.0 + waves.number(p, 1) * 3 / 8.0);
            sum += (p == 0 ? 1 : 2) * (re[4 * p + 3] * Math.cos(angle) - im[4 * p + 3] * Math.sin(angle));
        }
        assertTrue(Math.abs(b[(5 * 8 + 3) * 2 + 1] - sum) < 1e-13);
        double[] backRe = new double[re.length];
        double[] backIm = new double[im.length];
        transform.toWaves(a, b, backRe, backIm, 0, 4);
        assertArrayEquals(re, backRe, 1e-14);
        assertArrayEquals(im, backIm, 1e-14);
    }

    @Test
    void aWaveKeepsItsNumbersAmongOthers() {
        Waves few = new Waves(2, 1);
        Waves many = new Waves(5, 7);
        for (int p = 0; p < few.count(); p++) {
            int there = few.in(many, p);
            assertTrue(there >= 0);
            for (int a = 0; a < 2; a++) {
                assertTrue(few.number(p, a) == many.number(there, a), "wave " + p);
            }
        }
        assertTrue(java.util.stream.IntStream.range(0, many.count())
                        .filter(p -> many.in(few, p) >= 0)
                        .count()
                == few.count());
    }
}
