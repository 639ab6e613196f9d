package org.pinn4j.periodic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Interpolation between the nodes of a slab; its integrals are in {@link CoursesTest}. */
class RadauTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 5, 24})
    void valuesBetweenNodesAreThoseOfPolynomials(int stages) {
        Radau radau = new Radau(stages);
        double[] x = withStart(radau);
        double[] points = {-0.999, -0.6, 0.003, 0.5, 0.98, Math.nextDown(1.0), Math.nextUp(x[1])};
        double[][] rows = radau.interpolation(points);
        for (int degree = 0; degree <= stages; degree++) {
            for (int i = 0; i < points.length; i++) {
                double sum = 0;
                for (int j = 0; j <= stages; j++) {
                    sum += rows[i][j] * Math.pow(x[j], degree);
                }
                assertEquals(Math.pow(points[i], degree), sum, 1e-14, "degree " + degree + " at " + points[i]);
            }
        }
    }

    /** At a node its own value alone, to the bit: slabs meet there. */
    @ParameterizedTest
    @ValueSource(ints = {2, 5, 24})
    void atANodeItsOwnValueCountsAndNoOther(int stages) {
        Radau radau = new Radau(stages);
        double[][] rows = radau.interpolation(withStart(radau));
        for (int i = 0; i <= stages; i++) {
            double[] unit = new double[stages + 1];
            unit[i] = 1;
            assertArrayEquals(unit, rows[i], Arrays.toString(rows[i]));
        }
    }

    private static double[] withStart(Radau radau) {
        double[] x = new double[radau.stages() + 1];
        x[0] = -1;
        System.arraycopy(radau.nodes(), 0, x, 1, radau.stages());
        return x;
    }
}
