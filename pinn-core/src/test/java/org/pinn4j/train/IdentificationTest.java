package org.pinn4j.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.pde.Expr.measurement;

import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.pinn4j.Pinn;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Problem;
import org.pinn4j.solution.Coefficient;
import org.pinn4j.solution.Solution;

/** u' = −k·u, u(0) = 3, of which few readings are had, or readings that do not tell of every coefficient. */
class IdentificationTest {
    private static final Axis T = Axis.time("t", 0, 2);
    private static final Field U = Field.of("u", T);
    private static final double K = 0.8;
    private static final double NOISE = 0.01;
    private static final Parameter RATE = Parameter.of("k", 1);

    private static Condition reading(double sigma, double... at) {
        double[] values = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            values[i] = truth(at[i]);
        }
        return read(at, values, sigma);
    }

    private static Condition read(double[] at, double[] values, double sigma) {
        double[][] points = new double[at.length][];
        for (int i = 0; i < at.length; i++) {
            points[i] = new double[] {at[i]};
        }
        return sigma > 0
                ? U.equalTo(measurement()).onData(points, values, sigma)
                : U.equalTo(measurement()).onData(points, values);
    }

    private static double truth(double t) {
        return 3 * Math.exp(-K * t);
    }

    /** Twelve of them with noise. */
    private static Condition noisy(DoubleUnaryOperator u) {
        Random random = new Random(7);
        double[] at = new double[12];
        double[] values = new double[12];
        for (int i = 0; i < 12; i++) {
            at[i] = (i + 0.5) / 6;
            values[i] = u.applyAsDouble(at[i]) + NOISE * random.nextGaussian();
        }
        return read(at, values, NOISE);
    }

    private static Problem decay(Expr rate, Condition readings) {
        return Problem.over(T)
                .require(U.d(T).equalTo(rate.times(U).negate()))
                .require(U.equalTo(3).on(T.start()))
                .require(readings);
    }

    private static Solution solved(Problem problem) {
        return Pinn.with(Cases.small())
                .seed(1)
                .workers(1)
                .backend("java")
                .steps(120)
                .solve(problem);
    }

    private static Optional<Coefficient.Uncertainty> uncertainty(Solution s, String name) {
        return s.coefficients().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow()
                .uncertainty();
    }

    private static void notes(Solution s, String... parts) {
        String notes = String.join("\n", s.card().notes());
        for (String part : parts) {
            assertTrue(notes.contains(part), notes);
        }
    }

    /** Its standard error is σ/|∂u/∂k|. */
    @Test
    void oneReadingOfStatedNoiseDeterminesOneCoefficient() {
        Solution s = solved(decay(RATE, reading(NOISE, 1.3)));
        double error = NOISE / (1.3 * truth(1.3));
        assertEquals(K, s.value(RATE), 0.01 * error);
        assertEquals(error, uncertainty(s, "k").orElseThrow().standardError(), 0.02 * error);
        notes(s, "k from 1 reading with");
    }

    @Test
    void oneReadingOfUnknownNoiseDoesNot() {
        Solution s = solved(decay(RATE, reading(0, 1.3)));
        assertTrue(uncertainty(s, "k").isEmpty());
        notes(s, "no intervals for k: 1 reading for as many coefficients", "state it, or measure more");
    }

    /** One reading to spare: one degree of freedom, of which Student's quantile is 12.706. */
    @Test
    void oneReadingMoreThanCoefficientsIsEnoughForUnknownNoise() {
        double[] at = {0.4, 1.5};
        double[] values = {truth(0.4) + 0.02, truth(1.5) - 0.01};
        double k = K;
        double information = 0;
        double square = 0;
        for (int step = 0; step < 30; step++) {
            double gradient = 0;
            information = 0;
            square = 0;
            for (int i = 0; i < 2; i++) {
                double u = 3 * Math.exp(-k * at[i]);
                gradient += (u - values[i]) * -at[i] * u;
                information += at[i] * at[i] * u * u;
                square += (u - values[i]) * (u - values[i]);
            }
            k -= gradient / information;
        }
        double error = Math.sqrt(square / information);
        Solution s = solved(decay(RATE, read(at, values, 0)));
        assertEquals(k, s.value(RATE), 0.02 * error);
        Coefficient.Uncertainty found = uncertainty(s, "k").orElseThrow();
        assertEquals(error, found.standardError(), 0.02 * error);
        assertEquals(k + 12.706 * error, found.high(), 0.3 * error);
        Coefficient.Uncertainty stated =
                uncertainty(solved(decay(RATE, read(at, values, NOISE))), "k").orElseThrow();
        assertEquals(NOISE / Math.sqrt(information), stated.standardError(), 0.02 * stated.standardError());
    }

    /** w' = c·w beside it, which nobody measures. */
    @Test
    void whatNoReadingTellsOfIsNamedAndTheOthersHaveTheirIntervals() {
        Field w = Field.of("w", T);
        Problem problem = decay(RATE, noisy(IdentificationTest::truth))
                .require(w.d(T).equalTo(Parameter.of("c", 0.5).times(w)))
                .require(w.equalTo(1).on(T.start()).named("other"))
                .acknowledge("missing-equation:c", "that nothing determines it is what is looked at");
        Solution both = solved(problem);
        Solution alone = solved(decay(RATE, noisy(IdentificationTest::truth)));
        double error = uncertainty(alone, "k").orElseThrow().standardError();
        assertEquals(error, uncertainty(both, "k").orElseThrow().standardError(), 0.05 * error);
        assertEquals(alone.value(RATE), both.value(RATE), 0.1 * error);
        assertTrue(uncertainty(both, "c").isEmpty());
        notes(both, "no interval for c: no reading depends on it", "k from 12 readings with");
    }

    /** u' = −k·u + a + b: their sum has its say in the interval of k. */
    @Test
    void coefficientsThatAreKnownTogetherOnlyAreNamedTogether() {
        Parameter a = Parameter.of("a", 0.3);
        Parameter b = Parameter.of("b", 0.1);
        Condition readings = noisy(t -> 0.5 + 2.5 * Math.exp(-K * t));
        Problem sum = Problem.over(T)
                .require(U.d(T).equalTo(RATE.times(U).negate().plus(a.plus(b))))
                .require(U.equalTo(3).on(T.start()))
                .require(readings);
        Problem one = Problem.over(T)
                .require(U.d(T).equalTo(RATE.times(U).negate().plus(a)))
                .require(U.equalTo(3).on(T.start()))
                .require(readings);
        Solution s = solved(sum);
        notes(s, "no intervals for a, b: the readings know them together only", "k from 12 readings with");
        assertTrue(uncertainty(s, "a").isEmpty() && uncertainty(s, "b").isEmpty());
        Solution known = solved(one);
        double error = uncertainty(known, "k").orElseThrow().standardError();
        assertEquals(error, uncertainty(s, "k").orElseThrow().standardError(), 0.05 * error);
        assertEquals(known.value(a), s.value(a) + s.value(b), 0.05);
    }

    @Test
    void aCoefficientAtAnEndOfItsRangeSaysSoAndWhatTheReadingsAskFor() {
        Parameter low = Parameter.of("k", 0.3).between(0.1, 0.6);
        Solution s = solved(decay(low, noisy(IdentificationTest::truth)));
        assertEquals(0.6, s.value(low), 1e-4);
        assertTrue(uncertainty(s, "k").isEmpty());
        notes(
                s,
                "no interval for k: it stands at the upper end of its range, 0.6000, and the readings ask for 0.",
                "widen between(0.1000, 0.6000)",
                "times as much as their stated standard deviation says");
    }

    @Test
    void aPositiveCoefficientOfNothingIsAtItsEndAndNoStartIsTheReason() {
        Parameter k = Parameter.of("k", 1).positive();
        Solution s = solved(decay(k, noisy(t -> 3 + 0.01 * t)));
        assertEquals(0, s.value(k), 1e-3);
        notes(s, "no interval for k: it stands at the lower end of its range, 0", "take positive() away");
        assertTrue(
                s.card().notes().stream().noneMatch(n -> n.contains("between(")),
                () -> s.card().notes().toString());
    }

    /** The readings decide from whatever side of a range a coefficient starts. */
    @Test
    void aCoefficientThatStartsNearAnEndFindsItsWay() {
        Parameter high = Parameter.of("k", 49.5).between(0, 50);
        CoefficientRange range = new CoefficientRange(0, high);
        double w = high.unbounded(49.5);
        assertEquals(20, high.value(range.moved(w, (20 - 49.5) / high.slope(w))), 1e-9);
        assertEquals(49.995, high.value(range.moved(w, 10 / high.slope(w))), 1e-9);
        assertEquals(40, range.moved(40, 5), 1e-9); // the value is 50 to the last bit
        Parameter positive = Parameter.of("k", 2).positive();
        CoefficientRange half = new CoefficientRange(0, positive);
        assertEquals(6, positive.value(half.moved(positive.unbounded(2), 2)), 1e-12);
        assertEquals(0.02, positive.value(half.moved(positive.unbounded(2), -7)), 1e-12);
        assertEquals(-800, half.moved(-800, 3), 1e-9); // the value is 0
    }

    /** A wide range has small values in it that are no ends. */
    @Test
    void anEndIsWhereNothingIsLeftOfTheWayFromTheStart() {
        CoefficientRange wide = new CoefficientRange(0, Parameter.of("k", 3).between(0, 1e7));
        assertTrue(wide.endNear(0.5).isEmpty() && wide.endNear(1e-6).isPresent());
        assertTrue(wide.end(1e-9).isEmpty()
                && wide.end(-1).isPresent()
                && wide.end(1e7).isPresent());
        CoefficientRange positive = new CoefficientRange(0, Parameter.of("k", 3).positive());
        assertTrue(positive.end(1e-9).isEmpty() && positive.end(-1e-9).isPresent());
        assertTrue(new CoefficientRange(0, Parameter.of("k", 3)).endNear(0).isEmpty());
    }

    /**
     * What starts at nothing and is nothing has no size of its own to measure an error by. One reading stands in the middle,
     * where the weights of the input do nothing: it counts as well.
     */
    @Test
    void aCoefficientThatIsZeroHasItsInterval() {
        Parameter source = Parameter.of("s", 0);
        Problem problem = Problem.over(T)
                .require(U.d(T).equalTo(U.times(-K).plus(source)))
                .require(U.equalTo(3).on(T.start()))
                .require(reading(NOISE, 0.5, 1, 1.5));
        Solution s = solved(problem);
        Coefficient.Uncertainty found = uncertainty(s, "s").orElseThrow();
        double information = 0;
        for (double t : new double[] {0.5, 1, 1.5}) {
            information += Math.pow((1 - Math.exp(-K * t)) / K, 2); // ∂u/∂s at s = 0
        }
        assertEquals(0, s.value(source), 0.01 * found.standardError());
        assertEquals(NOISE / Math.sqrt(information), found.standardError(), 0.02 * found.standardError());
    }
}
