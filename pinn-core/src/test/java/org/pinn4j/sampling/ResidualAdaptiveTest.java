package org.pinn4j.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.pinn4j.random.RandomStream;

class ResidualAdaptiveTest {
    private static final PointSet FOUR = PointSet.of(1, new double[] {0, 1, 2, 3});
    private static final double[] RESIDUALS = {0, -1, 2, 5};

    @Test
    void weightsAreTheFormula() {
        assertArrayEquals(
                new double[] {1, 1.5, 2, 3.5}, ResidualAdaptive.standard().weights(RESIDUALS), 1e-15);
        assertArrayEquals(
                new double[] {0, 1 / 7.5, 4 / 7.5, 25 / 7.5}, new ResidualAdaptive(2, 0).weights(RESIDUALS), 1e-15);
        assertArrayEquals(
                new double[] {2 / 3.0, 4 / 3.0},
                new ResidualAdaptive(1, 0).weights(new double[] {8e307, 1.6e308}),
                1e-15);
    }

    /** Drawing one of four: chi-square with 3 degrees of freedom, 16.3 at the 0.1 % level. */
    @Test
    void singleDrawsHaveTheStatedProbabilities() {
        RandomStream s = RandomStream.of(1, "rad");
        double[] count = new double[4];
        for (int trial = 0; trial < 20_000; trial++) {
            count[(int) ResidualAdaptive.standard().draw(FOUR, RESIDUALS, 1, s).coordinate(0, 0)]++;
        }
        assertTrue(
                chiSquare(count, new double[] {1 / 8.0, 1.5 / 8, 2 / 8.0, 3.5 / 8}, 20_000) < 16.3,
                Arrays.toString(count));
    }

    /** Two of four without replacement: P(i, j) = p_i p_j / (1 - p_i) + p_j p_i / (1 - p_j); 5 degrees of freedom, 20.5. */
    @Test
    void pairsHaveTheProbabilitiesOfSuccessiveDraws() {
        RandomStream s = RandomStream.of(2, "rad");
        double[] p = {1 / 8.0, 1.5 / 8, 2 / 8.0, 3.5 / 8};
        double[] count = new double[16];
        for (int trial = 0; trial < 20_000; trial++) {
            PointSet pair = ResidualAdaptive.standard().draw(FOUR, RESIDUALS, 2, s);
            count[4 * (int) pair.coordinate(0, 0) + (int) pair.coordinate(0, 1)]++;
        }
        double[] expected = new double[16];
        for (int i = 0; i < 4; i++) {
            for (int j = i + 1; j < 4; j++) {
                expected[4 * i + j] = p[i] * p[j] / (1 - p[i]) + p[j] * p[i] / (1 - p[j]);
            }
        }
        assertTrue(chiSquare(count, expected, 20_000) < 20.5, Arrays.toString(count));
    }

    private static double chiSquare(double[] count, double[] probability, int trials) {
        double sum = 0;
        for (int k = 0; k < count.length; k++) {
            double expected = trials * probability[k];
            assertTrue(expected > 0 || count[k] == 0, "impossible outcome " + k);
            sum += expected == 0 ? 0 : (count[k] - expected) * (count[k] - expected) / expected;
        }
        return sum;
    }

    @Test
    void zeroResidualsAreDrawnAlike() {
        RandomStream s = RandomStream.of(3, "rad");
        double[] count = new double[4];
        for (int trial = 0; trial < 8000; trial++) {
            count[
                    (int) new ResidualAdaptive(1, 0)
                            .draw(FOUR, new double[4], 1, s)
                            .coordinate(0, 0)]++;
        }
        assertTrue(chiSquare(count, new double[] {0.25, 0.25, 0.25, 0.25}, 8000) < 16.3, Arrays.toString(count));
    }

    @Test
    void pointsOfWeightZeroComeLast() {
        RandomStream s = RandomStream.of(4, "rad");
        double[] residuals = {0, 3, 0, 1e-200};
        double[] zeros = new double[4];
        for (int trial = 0; trial < 500; trial++) {
            PointSet three = new ResidualAdaptive(1, 0).draw(FOUR, residuals, 3, s);
            assertTrue(Arrays.stream(three.coordinates())
                            .filter(x -> x == 1 || x == 3)
                            .count()
                    == 2);
            Arrays.stream(three.coordinates()).forEach(x -> zeros[(int) x]++);
        }
        assertEquals(250, zeros[0], 50);
    }

    @Test
    void drawsKeepWhatBelongsToThePointsAndRepeatByState() {
        PointSet candidates = FOUR.withData(new double[] {0, 10, 20, 30});
        PointSet once = ResidualAdaptive.standard().draw(candidates, RESIDUALS, 3, RandomStream.of(5, "rad"));
        PointSet again = ResidualAdaptive.standard().draw(candidates, RESIDUALS, 3, RandomStream.of(5, "rad"));
        assertArrayEquals(once.coordinates(), again.coordinates());
        for (int i = 0; i < 3; i++) {
            assertEquals(10 * once.coordinate(0, i), once.data(i));
        }
        assertArrayEquals(
                FOUR.coordinates(),
                ResidualAdaptive.standard()
                        .draw(FOUR, RESIDUALS, 4, RandomStream.of(5, "rad"))
                        .coordinates());
    }

    @Test
    void badResidualsAndCountsAreNamed() {
        RandomStream s = RandomStream.of(1, "rad");
        double[] bad = {1, 2, Double.NaN, 0};
        var nan = assertThrows(
                IllegalArgumentException.class,
                () -> ResidualAdaptive.standard().draw(FOUR, bad, 1, s));
        assertTrue(nan.getMessage().contains("residual 2 is NaN"), nan.getMessage());
        var many = assertThrows(
                IllegalArgumentException.class,
                () -> ResidualAdaptive.standard().draw(FOUR, RESIDUALS, 5, s));
        assertTrue(many.getMessage().contains("n = 5"), many.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new ResidualAdaptive(-1, 1));
        assertThrows(IllegalArgumentException.class, () -> new ResidualAdaptive(1, Double.NaN));
    }
}
