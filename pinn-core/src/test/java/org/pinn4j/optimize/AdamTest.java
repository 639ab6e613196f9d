package org.pinn4j.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AdamTest {
    /** The bias corrections make the first step ±learningRate in every parameter, whatever the gradient. */
    @Test
    void theFirstStepHasTheLearningRateInEveryParameter() {
        GradientState state = Adam.standard().init(Classics.rosenbrock(1), new double[] {-1.2, 1}, Plain.ALGEBRA);
        state.step();
        assertEquals(-1.2 + 5e-3, state.theta()[0], 1e-15);
        assertEquals(1 + 5e-3, state.theta()[1], 1e-15);
    }

    /** Three steps by hand from algorithm 1 of the paper. */
    @Test
    void stepsFollowTheAlgorithmOfThePaper() {
        Adam method =
                Adam.standard().withMemory(0.9, 0.999).withLearningRate(0.1).withDecay(0.5, 1);
        DenseLeastSquares square = Classics.linear(1, 1, 1);
        GradientState state = method.init(square, new double[] {3}, Plain.ALGEBRA);
        double x = 3;
        double m = 0;
        double v = 0;
        double[] g = new double[1];
        for (int k = 1; k <= 3; k++) {
            square.gradient(new double[] {x}, g);
            m = 0.9 * m + 0.1 * g[0];
            v = 0.999 * v + 0.001 * g[0] * g[0];
            x -= 0.1 * Math.pow(0.5, k - 1) * (m / (1 - Math.pow(0.9, k))) / Math.sqrt(v / (1 - Math.pow(0.999, k)));
            state.step();
            assertEquals(x, state.theta()[0], 1e-14);
        }
    }

    @Test
    void aStepCostsOneGradientEvenWhenTheObjectiveChangesEveryTime() {
        DenseLeastSquares f = Classics.rosenbrock(1);
        GradientState state = Adam.standard().init(f, new double[] {-1.2, 1}, Plain.ALGEBRA);
        f.evaluations = 0;
        for (int k = 0; k < 10; k++) {
            state.objectiveChanged();
            state.step();
        }
        assertEquals(10, f.evaluations);
    }

    @Test
    void aStepToANonFinitePointIsTakenBackAndHalved() {
        DenseLeastSquares cliff = new DenseLeastSquares(1, 1) {
            @Override
            void fill(double[] t, double[] r, double[] j) {
                r[0] = Math.sqrt(t[0]);
                if (j != null) {
                    j[0] = 0.5 / Math.sqrt(t[0]);
                }
            }
        };
        Adam method = Adam.standard().withLearningRate(0.3);
        GradientState state = method.init(cliff, new double[] {1}, Plain.ALGEBRA);
        for (int k = 0; k < 40; k++) {
            state.step();
            state.value();
            assertTrue(state.theta()[0] > 0, state::detail);
        }
        assertTrue(state.rollbacks() >= 1);
        assertEquals(Status.RUNNING, state.status());
        assertEquals(state.learningRate(), method.from(state).learningRate());
        assertTrue(state.learningRate() < 0.3 * Math.pow(0.5, state.rollbacks()) * 1.001);
    }

    @Test
    void settingsOutOfRangeAreRefusedByName() {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> Adam.standard().withMemory(1, 0.999))
                .getMessage();
        assertTrue(message.contains("beta1 = 1.0"), message);
    }
}
