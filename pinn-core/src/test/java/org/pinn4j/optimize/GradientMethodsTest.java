package org.pinn4j.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Iterates on ½x², worked out by hand from the published updates with settings that keep the numbers small. */
class GradientMethodsTest {
    private static final double ROUND_OFF = 4e-15;

    private static LearningRate rate(double gamma) {
        return LearningRate.constant(gamma);
    }

    /** ½Σaᵢxᵢ². */
    record Bowl(double... a) implements Objective {
        @Override
        public int parameters() {
            return a.length;
        }

        @Override
        public double value(double[] x) {
            return gradient(x, new double[x.length]);
        }

        @Override
        public double gradient(double[] x, double[] g) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                g[i] = a[i] * x[i];
                sum += 0.5 * a[i] * x[i] * x[i];
            }
            return sum;
        }
    }

    private static void assertIterates(GradientMethod method, double start, double... expected) {
        GradientState state = method.init(new Bowl(1), new double[] {start}, Plain.ALGEBRA);
        for (int k = 0; k < expected.length; k++) {
            state.step();
            assertEquals(expected[k], state.theta()[0], ROUND_OFF, method.name() + " step " + (k + 1));
        }
    }

    @Test
    void gradientDescentFollowsItsGradient() {
        assertIterates(new Sgd(rate(0.25)), 1, 3.0 / 4, 9.0 / 16);
    }

    /** v = −1/4, −5/16, −17/64. */
    @Test
    void momentumIsTheHeavyBall() {
        assertIterates(new Momentum(rate(0.25), 0.5), 1, 3.0 / 4, 7.0 / 16, 11.0 / 64);
    }

    /** v = −1/4, −9/32, −57/256 and ϑ = 3/4, 15/32, 63/256 of the paper; the state stands at ϑ + v/2. */
    @Test
    void nesterovStandsWhereItsGradientIsTaken() {
        assertIterates(new Nesterov(rate(0.25), 0.5), 1, 5.0 / 8, 21.0 / 64, 69.0 / 512);
    }

    /** Sums of squares 9 and 225/16, roots 3 and 15/4, with ε = 1. */
    @Test
    void adagradDividesByTheRootOfTheSum() {
        assertIterates(new Adagrad(rate(1), 1), 3, 9.0 / 4, 135.0 / 76);
    }

    /** Mean squares 1, 1 and 13/16, with ε = 3 under the root. */
    @Test
    void rmsPropDividesByTheRootOfTheMean() {
        assertIterates(new RmsProp(rate(1), 0.75, 3), 2, 1, 0.5, 0.5 - 2 / Math.sqrt(61));
    }

    /** s = 1 and 5/2 − √3; e = 0 and 3/4 before the steps. */
    @Test
    void adadeltaStepsInUnitsOfItsParameters() {
        double root = Math.sqrt(3);
        double second = Math.sqrt(3.75 / (5.5 - root)) * (2 - root);
        assertIterates(new Adadelta(rate(1), 0.75, 3), 2, 2 - root, 2 - root - second);
    }

    /** m = 3/2, 15/8 and v = 9/4, 189/64; without bias 3, 5/2 and 9, 27/4. */
    @Test
    void adamCorrectsBothMeans() {
        assertIterates(new Adam(rate(1), 0.5, 0.75, 1), 3, 9.0 / 4, 9.0 / 4 - 5 / (Math.sqrt(27) + 2));
    }

    /** m = 3/2, 9/8 and v = 9/4, 117/64; the decay takes half of θ as well. */
    @Test
    void adamWTakesThePartOfTheParametersBesideTheStep() {
        double second = 1.5 / (Math.sqrt(117.0 / 28) + 1) + 3.0 / 8;
        assertIterates(new AdamW(rate(1), 0.5, 0.75, 1, 0.5), 3, 3.0 / 4, 3.0 / 4 - second);
    }

    /** The paper's η·(α·step + λ′θ) for η = 1, 1/2, 1/4, α = 0.3, λ′ = 0.06: here γ = ηα and λ = λ′/α. */
    @Test
    void theDecayOfAdamWFollowsTheScheduleAsPublished() {
        LearningRate halved = LearningRate.exponential(0.3, 0.5, 1);
        GradientState state =
                new AdamW(halved, 0.9, 0.99, 1e-3, 0.2).init(new Bowl(2), new double[] {1.5}, Plain.ALGEBRA);
        double x = 1.5;
        double m = 0;
        double v = 0;
        for (int k = 1; k <= 3; k++) {
            double g = 2 * x;
            m = 0.9 * m + 0.1 * g;
            v = 0.99 * v + 0.01 * g * g;
            double hat = m / (1 - Math.pow(0.9, k)) / (Math.sqrt(v / (1 - Math.pow(0.99, k))) + 1e-3);
            x -= Math.pow(0.5, k - 1) * (0.3 * hat + 0.06 * x);
            state.step();
            assertEquals(x, state.theta()[0], ROUND_OFF);
        }
    }

    /** m = 2, 5/2, 83/36 and u = 4, 15/4, 225/64: the gradient at first, then what is left of it. */
    @Test
    void adamaxDividesByTheLargestGradientThatIsLeft() {
        assertIterates(new Adamax(rate(1), 0.5, 15.0 / 16), 4, 3, 19.0 / 9, 19.0 / 9 - 10624.0 / 14175);
    }

    /** Then by a larger one: from 1 with γ = 8 to −7, u = 7 and m = −13/4, so that the step is 8·(4/3)·(−13/28). */
    @Test
    void adamaxTakesALargerGradientAtOnce() {
        assertIterates(new Adamax(rate(8), 0.5, 15.0 / 16), 1, -7, -7 + 8 * 4.0 / 3 * 13 / 28);
    }

    @Test
    void adamaxStandsStillWhereEveryGradientIsZero() {
        assertIterates(Adamax.standard(), 0, 0, 0);
    }

    /** v = 9/4 and 711/400, which is less: the divisor stays 3/2 + 1. */
    @Test
    void amsGradKeepsItsLargestDivisor() {
        assertIterates(new AmsGrad(rate(4), 0.5, 0.75, 1, false), 3, 3.0 / 5, -27.0 / 25);
    }

    /** The largest v stays 9/4 and is corrected to 9 and 36/7. */
    @Test
    void amsGradCorrectsTheLargestMeanWhereItIsTold() {
        GradientMethod method = new AmsGrad(rate(4), 0.5, 0.75, 1, false).withBiasCorrection();
        assertIterates(method, 3, 0, -4 / (6 / Math.sqrt(7) + 1));
    }

    /** By the paper's algorithm with 40 digits. */
    @Test
    void nadamLooksAheadByItsSchedule() {
        assertIterates(
                new Nadam(rate(1), 0.5, 0.75, 1),
                3,
                2.0999542880038382428,
                1.4693790570017537003,
                0.98103835313248196271);
    }

    static List<GradientMethod> all() {
        return List.of(
                new Sgd(rate(0.1)),
                new Momentum(rate(0.05), 0.9),
                new Nesterov(rate(0.05), 0.9),
                new Adagrad(rate(0.5), 1e-10),
                new RmsProp(rate(0.05), 0.9, 1e-10),
                new Adadelta(rate(1), 0.95, 1e-6),
                Adam.published().withLearningRate(0.1),
                new Adamax(rate(0.1), 0.9, 0.999),
                new AmsGrad(rate(0.1), 0.9, 0.999, 1e-8, false),
                new AmsGrad(rate(0.1), 0.9, 0.999, 1e-8, true),
                new Nadam(rate(0.1), 0.9, 0.999, 1e-8),
                new AdamW(rate(0.1), 0.9, 0.999, 1e-8, 0.01));
    }

    /** Every update is diagonal: three parameters together are three runs of one, bit for bit. */
    @ParameterizedTest
    @MethodSource("all")
    void eachParameterGoesItsOwnWay(GradientMethod method) {
        double[] a = {0.3, 1, 5};
        double[] start = {2, -1, 0.7};
        GradientState together = method.init(new Bowl(a), start, Plain.ALGEBRA);
        double[][] alone = new double[3][];
        for (int i = 0; i < 3; i++) {
            GradientState one = method.init(new Bowl(a[i]), new double[] {start[i]}, Plain.ALGEBRA);
            for (int k = 0; k < 50; k++) {
                one.step();
            }
            alone[i] = one.theta();
        }
        for (int k = 0; k < 50; k++) {
            together.step();
        }
        double[] expected = Arrays.stream(alone).mapToDouble(x -> x[0]).toArray();
        assertArrayEquals(expected, together.theta());
        assertTrue(new Bowl(a).value(together.theta()) < new Bowl(a).value(start));
    }

    /** A gradient a step and nothing else, whether the objective stays or changes. */
    @ParameterizedTest
    @MethodSource("all")
    void aStepCostsOneGradient(GradientMethod method) {
        DenseLeastSquares f = Classics.rosenbrock(1);
        GradientState state = method.withLearningRate(1e-4).init(f, new double[] {-1.2, 1}, Plain.ALGEBRA);
        f.evaluations = 0;
        for (int k = 0; k < 10; k++) {
            state.objectiveChanged();
            state.step();
        }
        assertEquals(10, f.evaluations);
    }

    /** What is kept in the settings of a run that goes on: the place in the schedule, and the memory begins anew. */
    @ParameterizedTest
    @MethodSource("all")
    void aMethodFromAStateGoesOnWithItsLearningRate(GradientMethod method) {
        LearningRate cosine = LearningRate.of(1e-3, new Schedule.Cosine(5, 40, 0.1));
        GradientMethod scheduled = method.withRate(cosine);
        GradientState state = scheduled.init(new Bowl(1), new double[] {1}, Plain.ALGEBRA);
        for (int k = 0; k < 17; k++) {
            state.step();
        }
        GradientMethod on = scheduled.from(state);
        assertEquals(method.withRate(new LearningRate(1e-3, new Schedule.Cosine(5, 40, 0.1), 17)), on);
        assertEquals(
                cosine.at(17),
                on.init(new Bowl(1), new double[] {1}, Plain.ALGEBRA).learningRate());
        assertEquals(state.learningRate(), on.rate().at(0));
    }

    @Test
    void settingsOutOfRangeAreRefusedByMethodAndName() {
        assertRefused("momentum: mu = 1.0, need [0, 1)", () -> new Momentum(rate(1), 1));
        assertRefused("Nesterov: mu = -0.1, need [0, 1)", () -> new Nesterov(rate(1), -0.1));
        assertRefused("Adagrad: epsilon = 0.0, need a finite one above 0", () -> new Adagrad(rate(1), 0));
        assertRefused("RMSprop: beta = NaN, need [0, 1)", () -> new RmsProp(rate(1), Double.NaN, 1));
        assertRefused("Adadelta: rho = 2.0, need [0, 1)", () -> new Adadelta(rate(1), 2, 1));
        assertRefused("AdamW: decay = -1.0, need a finite one of at least 0", () -> new AdamW(rate(1), 0, 0, 1, -1));
        assertRefused("learning rate: learningRate = 0.0, need a finite one above 0", () -> rate(0));
    }

    static void assertRefused(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
