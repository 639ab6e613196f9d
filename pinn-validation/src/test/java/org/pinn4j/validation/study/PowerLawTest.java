package org.pinn4j.validation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PowerLawTest {
    private static final double[] SIZES = {100, 200, 400, 800, 1600};

    @TempDir
    private Path folder;

    @Test
    void anExactPowerIsFoundToRoundOff() {
        double[] error = DoubleStream.of(SIZES).map(n -> 7 * Math.pow(n, -1.5)).toArray();
        PowerLaw law = PowerLaw.fit(SIZES, error);
        assertEquals(1.5, law.order(), 1e-12);
        assertEquals(7, law.constant(), 1e-10);
        assertEquals(1, law.determination(), 1e-12);
        assertEquals(1.5, law.low(), 1e-6);
        assertEquals(1.5, law.high(), 1e-6);
    }

    /** y = 0, 1, 2, 4 at x = 0, 1, 2, 3 by hand: slope 1.3, s² = 0.15, half width 4.3027·√(0.15/5). */
    @Test
    void theIntervalIsStudentsByHand() {
        double e = Math.E;
        PowerLaw law = PowerLaw.fit(new double[] {1, e, e * e, e * e * e}, new double[] {1, e, e * e, e * e * e * e});
        assertEquals(-1.3, law.order(), 1e-12);
        assertEquals(4.302652729 * Math.sqrt(0.15 / 5), (law.high() - law.low()) / 2, 1e-8);
    }

    /** That is what 95 % means: of many fits through normal scatter the interval misses the truth in one of twenty. */
    @Test
    void theIntervalHoldsTheTruthNineteenTimesOfTwenty() {
        int held = 0;
        for (int trial = 0; trial < 2000; trial++) {
            java.util.Random rng = new java.util.Random(trial);
            double[] error = DoubleStream.of(SIZES)
                    .map(n -> Math.exp(rng.nextGaussian() * 0.3) / n)
                    .toArray();
            PowerLaw law = PowerLaw.fit(SIZES, error);
            held += law.low() <= 1 && 1 <= law.high() ? 1 : 0;
        }
        assertEquals(0.95, held / 2000.0, 4 * Math.sqrt(0.95 * 0.05 / 2000));
    }

    @Test
    void sizesThatAreAllAlikeAndErrorsOfZeroAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> PowerLaw.fit(new double[] {5, 5}, new double[] {1, 2}));
        assertThrows(IllegalArgumentException.class, () -> PowerLaw.fit(new double[] {5, 6}, new double[] {1, 0}));
        assertThrows(IllegalArgumentException.class, () -> PowerLaw.fit(new double[] {5, 6}, new double[] {1}));
    }

    private Trend trend(java.util.function.ToDoubleFunction<Case> error) throws java.io.IOException {
        FakeExperiment fake = new FakeExperiment();
        fake.error = error;
        StudyResult result = Study.of(fake).vary("points", SIZES).seeds(1, 2, 3).run(folder);
        assertEquals(1, result.trends().size());
        return result.trends().get(0);
    }

    private static double points(Case c) {
        return Variable.number(c.choices().get("points"));
    }

    private static double scatter(Case c, double size) {
        return Math.exp(size * new SplittableRandom(c.hashCode()).nextDouble(-1, 1));
    }

    @Test
    void theOrderOfSyntheticRunsIsFoundWithinItsInterval() throws java.io.IOException {
        Trend trend = trend(c -> scatter(c, 0.2) * Math.pow(points(c), -2));
        PowerLaw law = trend.law().orElseThrow();
        assertTrue(law.low() < 2 && 2 < law.high() && law.high() - law.low() < 0.5, law.toString());
        assertEquals(15, law.points());
        assertTrue(
                trend.verdict().startsWith("order ") && trend.verdict().endsWith("over all 5 sizes"), trend.verdict());
    }

    @Test
    void theSizesOnAPlateauAreLeftOut() throws java.io.IOException {
        Trend trend = trend(c -> Math.max(5e-6, Math.pow(points(c), -2)));
        assertEquals(2, trend.law().orElseThrow().order(), 1e-9);
        assertEquals(3, trend.sizesUsed());
        assertTrue(trend.verdict().contains("the first 3 of 5 sizes"), trend.verdict());
    }

    @Test
    void anErrorThatDoesNotFallHasNoOrder() throws java.io.IOException {
        Trend trend = trend(c -> 1e-3);
        assertTrue(trend.law().isEmpty());
        assertEquals("no order in points: the median error falls over 1 size, three are needed", trend.verdict());
    }

    @Test
    void anErrorBelowTheFloorOfTheReferenceHasNoOrder() throws java.io.IOException {
        Trend trend = trend(c -> 1e-10 / points(c));
        assertTrue(trend.verdict().startsWith("no order"), trend.verdict());
    }

    @Test
    void aFallThatIsNoPowerHasNoOrder() throws java.io.IOException {
        Trend cliff = trend(c -> points(c) < 1600 ? 1 - 0.12 * Math.log(points(c)) : 1e-8);
        assertTrue(cliff.verdict().contains("explains"), cliff.verdict());
    }

    @Test
    void aSpreadOverTheSeedsLargerThanTheFallHasNoOrder() throws java.io.IOException {
        Trend trend = trend(c -> Math.pow(points(c), -0.2) * Math.pow(30, c.seed() - 2));
        assertTrue(trend.law().isEmpty(), trend.verdict());
    }

    @Test
    void aFailedRunIsInfinitelyBad() {
        Spread spread = Spread.of(1, Double.NaN, 3);
        assertEquals(new Spread(1, 2, 3, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 3), spread);
        assertEquals(2.5, Spread.of(4, 1, 3, 2).median());
        assertEquals(
                List.of(1.75, 3.25),
                List.of(Spread.of(4, 1, 3, 2).lower(), Spread.of(4, 1, 3, 2).upper()));
    }
}
