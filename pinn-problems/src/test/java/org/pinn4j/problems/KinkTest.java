package org.pinn4j.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pinn4j.pde.Box;
import org.pinn4j.pde.Evaluation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Region;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.QuadraturePoints;
import org.pinn4j.solution.Reference;

/** The truth of a flux through a jump: by its values, its flux, and as the least energy. */
class KinkTest {
    private static final Reference TRUTH = new Kink().exact().orElseThrow();

    private static double value(double x) {
        return TRUTH.values(Kink.U, new double[] {x}, 1)[0];
    }

    private static double slope(double x) {
        return TRUTH.derivative(Kink.U, Kink.X, new double[] {x}, 1).orElseThrow()[0];
    }

    @Test
    void theFluxIsALineThroughBothMaterials() {
        Random random = new Random(1);
        double atStart = slope(0);
        for (int i = 0; i < 200; i++) {
            double x = random.nextDouble();
            double k = Evaluation.evaluate(Kink.CONDUCTIVITY, List.of(Kink.X), x);
            assertEquals(x < 0.5 ? 1 : 10, k, 1e-15);
            assertEquals(atStart - x, k * slope(x), 1e-13);
        }
    }

    @Test
    void valuesAreTheIntegralOfTheSlopeBetweenZeros() {
        assertEquals(0, value(0), 1e-16);
        assertEquals(0, value(1), 1e-16);
        double h = 1e-4;
        for (double x : new double[] {0.1, 0.3, 0.499, 0.501, 0.7, 0.95}) {
            assertEquals((value(x + h) - value(x - h)) / (2 * h), slope(x), 1e-11);
        }
        assertEquals(value(0.5 - 1e-9), value(0.5 + 1e-9), 1e-8);
    }

    /** With any v between zeros: the energy of u + εv is that of u and ε²·½∫k v′², no part of first order. */
    @Test
    void noOtherFunctionHasLessEnergy() {
        Expr v = Expr.sin(Kink.X.times(Math.PI))
                .plus(Expr.sin(Kink.X.times(2 * Math.PI)).times(0.7));
        double least = energy(v, 0);
        assertEquals(0, (energy(v, 1e-2) - energy(v, -1e-2)) / 2e-2, 1e-13);
        assertTrue(energy(v, 1e-2) > least + 1e-4);
    }

    private static double energy(Expr v, double epsilon) {
        Expr density = new Kink().statement().energies().get(0).density();
        QuadraturePoints q = QuadraturePoints.gauss(
                new Box(List.of(Kink.X)),
                Region.interior(),
                80,
                List.of(new double[] {0.5}),
                RandomStream.of(1, "unused"));
        double sum = 0;
        for (int i = 0; i < q.count(); i++) {
            double x = q.points().coordinate(0, i);
            sum += q.weights()[i]
                    * Evaluation.at(List.of(Kink.X), x)
                            .withStates((field, orders) -> orders.get(0) == 0
                                    ? value(x) + epsilon * Evaluation.evaluate(v, List.of(Kink.X), x)
                                    : slope(x) + epsilon * Evaluation.evaluate(v.d(Kink.X), List.of(Kink.X), x))
                            .evaluate(density);
        }
        return sum;
    }
}
