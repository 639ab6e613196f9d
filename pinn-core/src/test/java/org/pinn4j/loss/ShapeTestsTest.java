package org.pinn4j.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.pinn4j.domain.Disk;
import org.pinn4j.pde.Axis;

class ShapeTestsTest {
    private static final Disk DISK = Disk.of(Axis.of("x", -1, 3), Axis.of("y", -2, 2), 0.5, 0.2, 0.8);

    private static double[] all(ShapeTests tests, double... x) {
        double[] values = new double[3 * tests.count()];
        tests.at(x, new int[tests.count()], values);
        return values;
    }

    @Test
    void slopesAreThoseOfTheValues() {
        ShapeTests tests = new ShapeTests(DISK, 4);
        assertEquals(25, tests.count());
        double h = 1e-5;
        double[] here = all(tests, 0.7, -0.1);
        double[] right = all(tests, 0.7 + h, -0.1);
        double[] left = all(tests, 0.7 - h, -0.1);
        double[] above = all(tests, 0.7, -0.1 + h);
        double[] below = all(tests, 0.7, -0.1 - h);
        for (int k = 0; k < tests.count(); k++) {
            assertEquals((right[3 * k] - left[3 * k]) / (2 * h), here[3 * k + 1], 1e-8);
            assertEquals((above[3 * k] - below[3 * k]) / (2 * h), here[3 * k + 2], 1e-8);
        }
    }

    @Test
    void theyVanishOnTheRim() {
        ShapeTests tests = new ShapeTests(DISK, 4);
        for (double angle : new double[] {0.3, 2, 4.4}) {
            double[] rim = all(tests, 0.5 + 0.8 * Math.cos(angle), 0.2 + 0.8 * Math.sin(angle));
            for (int k = 0; k < tests.count(); k++) {
                assertEquals(0, rim[3 * k], 1e-14);
            }
        }
    }
}
