package org.pinn4j.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AveragedTest {
    private static final Sgd HALF = new Sgd(LearningRate.constant(0.5));

    /** Gradient descent with rate ½ on ½x² halves x: 1, 1/2, 1/4, ... */
    private static void assertMeans(Averaged method, double... means) {
        Objective bowl = new GradientMethodsTest.Bowl(1);
        AveragedState state = method.init(bowl, new double[] {1}, Plain.ALGEBRA);
        for (int k = 0; k < means.length; k++) {
            state.step();
            assertEquals(means[k], state.theta()[0], 1e-15, method + " step " + (k + 1));
            assertEquals(means[k] * means[k] / 2, state.value(), 1e-15);
            assertEquals(Math.pow(0.5, k + 1), state.raw().theta()[0], "the method's own iterate");
        }
    }

    @Test
    void aTailIsTheMeanOfTheIteratesBehindIt() {
        assertMeans(Averaged.tail(HALF, 0), 1.0 / 2, 3.0 / 8, 7.0 / 24, 15.0 / 64);
        assertMeans(Averaged.tail(HALF, 2), 1.0 / 2, 1.0 / 4, 1.0 / 8, 3.0 / 32, 7.0 / 96);
    }

    @Test
    void anExponentialMeanForgets() {
        assertMeans(Averaged.exponential(HALF, 0.5), 3.0 / 4, 1.0 / 2, 5.0 / 16);
        assertMeans(Averaged.exponential(HALF, 0), 1.0 / 2, 1.0 / 4, 1.0 / 8);
    }

    /** ½x² whose gradient has normal noise of deviation one. */
    private static final class Noisy implements Objective {
        private final Random random = new Random(1);

        @Override
        public int parameters() {
            return 1;
        }

        @Override
        public double value(double[] x) {
            return x[0] * x[0] / 2;
        }

        @Override
        public double gradient(double[] x, double[] g) {
            g[0] = x[0] + random.nextGaussian();
            return value(x);
        }
    }

    /** With rate γ the iterates keep the deviation √(γ/(2 − γ)), the mean of n has 1/√n (Polyak and Juditsky). */
    @Test
    void theMeanLosesTheNoiseThatTheIteratesKeep() {
        int n = 40_000;
        AveragedState state = Averaged.tail(HALF, 100).init(new Noisy(), new double[] {3}, Plain.ALGEBRA);
        double squares = 0;
        for (int k = 0; k < n + 100; k++) {
            state.objectiveChanged();
            state.step();
            squares += k < 100 ? 0 : state.raw().theta()[0] * state.raw().theta()[0];
        }
        assertEquals(1 / Math.sqrt(3), Math.sqrt(squares / n), 0.02);
        assertTrue(Math.abs(state.theta()[0]) < 4 / Math.sqrt(n), () -> "mean " + state.theta()[0]);
    }

    /** ½x² where x > 0, nothing elsewhere. */
    private static final class Cliff implements Objective {
        @Override
        public int parameters() {
            return 1;
        }

        @Override
        public double value(double[] x) {
            return x[0] > 0 ? x[0] * x[0] / 2 : Double.NaN;
        }

        @Override
        public double gradient(double[] x, double[] g) {
            g[0] = x[0];
            return value(x);
        }
    }

    /** A step of rate 3 goes from 1 to −2 and is taken back. */
    @Test
    void anIterateThatIsTakenBackIsNoPartOfTheMean() {
        for (boolean asked : new boolean[] {true, false}) {
            AveragedState state =
                    Averaged.tail(HALF.withLearningRate(3), 0).init(new Cliff(), new double[] {1}, Plain.ALGEBRA);
            state.step();
            if (asked) {
                assertEquals(0.5, state.value());
                assertEquals(1, state.theta()[0]);
            }
            state.step(); // back to 1, rate 3/2, to −1/2
            state.step(); // back to 1, rate 3/4, to 1/4
            assertEquals(2, state.raw().rollbacks());
            assertEquals(0.25, state.theta()[0]);
            assertEquals(0.25 * 0.25 / 2, state.value());
        }
    }

    @Test
    void aSnapshotBeforeAnIterateIsTakenBackKnowsTheMeanWithoutIt() {
        Averaged method = Averaged.tail(HALF.withLearningRate(3), 0);
        AveragedState state = method.init(new Cliff(), new double[] {1}, Plain.ALGEBRA);
        state.step();
        AveragedState resumed = method.init(new Cliff(), new double[] {5}, Plain.ALGEBRA);
        resumed.restore(state.snapshot());
        assertEquals(-2, resumed.theta()[0]);
        assertEquals(0.5, resumed.value());
        assertEquals(1, resumed.theta()[0]);
    }

    @Test
    void theValueIsThatOfTheObjectiveAsItIsNow() {
        double[] factor = {1};
        AveragedState state = Averaged.exponential(HALF, 0.5)
                .init(new GradientMethodsTest.Bowl(factor), new double[] {1}, Plain.ALGEBRA);
        state.step();
        assertEquals(0.75 * 0.75 / 2, state.value());
        factor[0] = 10;
        state.objectiveChanged();
        assertEquals(10 * 0.75 * 0.75 / 2, state.value(), 1e-15);
    }

    @Test
    void whoGoesOnHasTheStepsBeforeTheTailThatAreLeft() {
        Averaged method = Averaged.tail(Adam.standard().withDecay(0.5, 10), 30);
        AveragedState state = method.init(new GradientMethodsTest.Bowl(1), new double[] {1}, Plain.ALGEBRA);
        for (int k = 0; k < 20; k++) {
            state.step();
        }
        assertArrayEquals(state.raw().theta(), state.theta());
        Averaged on = method.from(state);
        assertEquals(new Averaging.Tail(10), on.averaging());
        assertEquals(method.method().learningRate() / 4, on.method().learningRate(), 1e-15);
    }
}
