package org.pinn4j.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.pinn4j.domain.Disk;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Box;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.Region;
import org.pinn4j.random.RandomStream;

class QuadraturePointsTest {
    private static final Axis X = Axis.of("x", 0, 2);
    private static final Axis Y = Axis.of("y", -1, 1);
    private static final Axis Z = Axis.of("z", 0, 1);
    private static final Axis S = Axis.of("s", 0, 1);

    private static double integral(QuadraturePoints q, ToDoubleFunction<double[]> f) {
        double sum = 0;
        for (int i = 0; i < q.count(); i++) {
            sum += q.weights()[i] * f.applyAsDouble(q.points().point(i));
        }
        return sum;
    }

    private static QuadraturePoints gauss(Domain domain, Region region, int n, double[]... edges) {
        List<double[]> all = edges.length > 0
                ? Arrays.asList(edges)
                : domain.axes().stream().map(a -> new double[0]).toList();
        return QuadraturePoints.gauss(domain, region, n, all, RandomStream.of(1, "net"));
    }

    @Test
    void gaussRulesAreExactUpToTheirDegree() {
        for (int n : new int[] {1, 2, 5, 10, 33, 64}) {
            double[] node = new double[n];
            double[] weight = new double[n];
            GaussLegendre.rule(node, weight);
            for (int degree = 0; degree <= 2 * n - 1; degree++) {
                double sum = 0;
                for (int k = 0; k < n; k++) {
                    sum += weight[k] * Math.pow(node[k], degree);
                }
                assertEquals(1.0 / (degree + 1), sum, 2e-15 * n, n + " nodes, degree " + degree);
            }
        }
    }

    @Test
    void polynomialsOverBoxesAndTheirEndsAreExact() {
        Domain box = new Box(List.of(X, Y));
        QuadraturePoints q = gauss(box, Region.interior(), 400);
        assertTrue(q.count() >= 400 && q.count() <= 600, "" + q.count());
        assertEquals(8.0 / 3 * 2.0 / 3, integral(q, p -> p[0] * p[0] * p[1] * p[1]), 1e-13);
        assertEquals(8.0 / 3, integral(gauss(box, Y.end(), 20), p -> p[0] * p[0] * p[1]), 1e-13);
        assertEquals(8.0, integral(gauss(box, Region.boundary(), 50), p -> 1), 1e-13);
        QuadraturePoints right = gauss(box, X.end(), 10);
        assertEquals(1, right.points().normal(0, 0));
        assertEquals(8.0 / 3, integral(gauss(new Box(List.of(X)), Region.interior(), 3), p -> p[0] * p[0]), 1e-13);
    }

    @Test
    void aStepAtAnEdgeIsExact() {
        Domain box = new Box(List.of(X, Y));
        QuadraturePoints q = gauss(box, Region.interior(), 100, new double[] {0.7}, new double[0]);
        ToDoubleFunction<double[]> step = p -> p[0] < 0.7 ? 1 : 10 * p[0];
        assertEquals(2 * (0.7 + 5 * (4 - 0.49)), integral(q, step), 1e-12);
        assertTrue(Math.abs(integral(gauss(box, Region.interior(), 100), step) - 2 * (0.7 + 5 * (4 - 0.49))) > 1e-3);
        assertEquals(
                0.7 + 5 * (4 - 0.49),
                integral(gauss(box, Y.start(), 20, new double[] {0.7}, new double[0]), step),
                1e-12);
    }

    @Test
    void aDiskAndItsRimAreIntegratedOnTheirCharts() {
        Disk disk = Disk.of(X, Y, 1, 0, 0.5);
        assertEquals(Math.PI / 4, integral(gauss(disk, Region.interior(), 600), p -> 1), 1e-12);
        double inertia = Math.PI * Math.pow(0.5, 4) / 4;
        assertEquals(inertia, integral(gauss(disk, Region.interior(), 600), p -> p[1] * p[1]), 1e-10);
        assertEquals(Math.PI, integral(gauss(disk, disk.boundary(), 40), p -> 1), 1e-12);
    }

    @Test
    void fourDimensionsAreANet() {
        Domain box = new Box(List.of(X, Y, Z, S));
        QuadraturePoints q = gauss(box, Region.interior(), 4096);
        assertEquals(4096, q.count());
        assertEquals(4, integral(q, p -> 1), 1e-12);
        assertEquals(4 * 0.5, integral(q, p -> p[2]), 1e-3);
    }
}
