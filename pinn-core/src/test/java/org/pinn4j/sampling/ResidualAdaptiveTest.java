package org.pinn4j.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pinn4j.random.RandomStream;

class ResidualAdaptiveTest {
    private static final PointSet FOUR = PointSet.of(1, new double[] {0, 1, 2, 3});
    private static final double[] RESIDUALS = {0, -1, 2, 5};

    private static double[] weights(ResidualAdaptive rule, double[] residuals) {
        return rule.weights(residuals, rule.report(residuals));
    }

    @Test
    void weightsAreTheFormula() {
        assertArrayEquals(new double[] {1, 1.5, 2, 3.5}, weights(ResidualAdaptive.standard(), RESIDUALS), 1e-15);
        assertArrayEquals(
                new double[] {0, 1 / 7.5, 4 / 7.5, 25 / 7.5}, weights(new ResidualAdaptive(2, 0), RESIDUALS), 1e-15);
        assertArrayEquals(
                new double[] {2 / 3.0, 4 / 3.0},
                weights(new ResidualAdaptive(1, 0), new double[] {8e307, 1.6e308}),
                1e-15);
    }

    /** Parts with the sums 3, 0 and 9 of 24 candidates: mean ½, weights 8 + 6, 0 + 8 and 24·¾ + 10. */
    @Test
    void partsAreToldNumbersInProportionToTheirWeights() {
        ResidualAdaptive rule = ResidualAdaptive.standard();
        double[] six = {1, 1, 1, 0, 0, 0};
        double[] ten = {9, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        List<ResidualAdaptive.Report> parts =
                Stream.of(six, new double[8], ten).map(rule::report).toList();
        ResidualAdaptive.Report all = rule.together(parts);
        assertEquals(new ResidualAdaptive.Report(9, 12 / 9.0, 24), all);
        assertArrayEquals(new double[] {3, 3, 3, 1, 1, 1}, rule.weights(six, all), 1e-15);
        // weights 12, 8, 28 of 48; one each, then 9 in proportion: 2.25, 1.5, 5.25
        assertArrayEquals(new int[] {3, 3, 6}, rule.apportion(parts, 12));
    }

    @Test
    void noPartIsToldMoreThanItHasAndNoneNothing() {
        ResidualAdaptive sharp = new ResidualAdaptive(1, 0);
        List<ResidualAdaptive.Report> parts = Stream.of(
                        new double[] {1e300, 1e300}, new double[] {0, 1e-300, 0}, new double[9])
                .map(sharp::report)
                .toList();
        assertArrayEquals(new int[] {2, 1, 1}, sharp.apportion(parts, 4));
        assertArrayEquals(new int[] {2, 3, 9}, sharp.apportion(parts, 14));
        assertThrows(IllegalArgumentException.class, () -> sharp.apportion(parts, 15));
        assertThrows(IllegalArgumentException.class, () -> sharp.apportion(parts, 2));
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
        double infinite = Double.POSITIVE_INFINITY;
        assertThrows(IllegalArgumentException.class, () -> new ResidualAdaptive(infinite, infinite));
        assertEquals(0, new ResidualAdaptive(0, 0).draw(FOUR, RESIDUALS, 0, s).count());
        assertThrows(IllegalArgumentException.class, () -> new ResidualAdaptive(1, Double.NaN));
    }
}
