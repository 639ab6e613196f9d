package org.pinn4j.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pinn4j.pde.DataPoints;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Parameter;
import org.pinn4j.solution.Reference;

class BurgersInverseTest {
    private static DataPoints readings(BurgersInverse problem) {
        return problem.statement().conditions().get(1).region().data().orElseThrow();
    }

    @Test
    void withItsTrueCoefficientsItIsBurgersEquation() {
        BurgersInverse inverse = new BurgersInverse();
        Map<String, Double> truths = inverse.coefficients();
        Expr known = inverse.statement()
                .conditions()
                .get(0)
                .equation()
                .residual()
                .substitute(leaf -> leaf instanceof Parameter p ? Expr.constant(truths.get(p.name())) : null);
        assertEquals(
                new Burgers()
                        .statement()
                        .conditions()
                        .get(0)
                        .equation()
                        .residual()
                        .toString(),
                known.toString());
    }

    @Test
    void itsReadingsAreBurgersSolutionAtPlacesOfTheSeed() {
        DataPoints data = readings(new BurgersInverse());
        Reference truth = new Burgers().exact().orElseThrow();
        assertEquals(2000, data.count());
        for (int i = 0; i < data.count(); i += 50) {
            double[] place = {data.coordinate(0, i), data.coordinate(1, i)};
            assertTrue(Math.abs(place[0]) <= 1 && place[1] >= 0 && place[1] <= 0.99);
            assertEquals(truth.values(Burgers.U, place, 1)[0], data.value(i));
        }
        assertEquals(data, readings(new BurgersInverse(1, 0)));
        assertNotEquals(data, readings(new BurgersInverse(2, 0)));
    }

    @Test
    void noiseIsAShareOfTheDeviationOfTheReadingsAndKnown() {
        DataPoints clean = readings(new BurgersInverse(3, 0));
        DataPoints noisy = readings(new BurgersInverse(3, 0.01));
        double spread = rootMeanSquare(clean, null);
        double noise = rootMeanSquare(clean, noisy);
        assertEquals(
                0.01,
                noise / spread,
                0.01 * 3 / Math.sqrt(2 * 2000) + 1e-4); // three standard deviations, mean near zero
        assertEquals(0.01 * spread, noisy.deviation(0), 1e-4 * spread);
    }

    private static double rootMeanSquare(DataPoints a, DataPoints b) {
        double sum = IntStream.range(0, a.count())
                .mapToDouble(i -> Math.pow(a.value(i) - (b == null ? 0 : b.value(i)), 2))
                .sum();
        return Math.sqrt(sum / a.count());
    }
}
