package org.pinn4j.jets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.pinn4j.blas.Backends;
import org.pinn4j.parallel.Allocation;

class InputDerivativesTest {
    private static final double TOLERANCE = 1e-12;

    private static InputDerivatives of(JetTrial trial) {
        return new InputDerivatives(
                trial.network, 0, trial.n, Backends.select("java").blas());
    }

    /** Gradient and Hessian times a vector from the reverse sweep, against derivative structures of order two. */
    @Test
    void oneReverseSweepGivesTheGradientAndTheHessianTimesAVector() {
        for (long seed = 0; seed < 150; seed++) {
            JetTrial trial = new JetTrial(seed, 1, 2);
            int length = trial.axes * trial.n;
            double[] v = trial.vector(length);
            double[] gradient = new double[length];
            double[] product = new double[length];
            for (int o = 0; o < trial.outputs; o++) {
                of(trial).evaluate(trial.theta, o, trial.n, trial.x, v, gradient, product);
                compare(trial, o, v, gradient, product, "seed " + seed + ", " + trial);
            }
        }
    }

    private static void compare(
            JetTrial trial, int output, double[] v, double[] gradient, double[] product, String what) {
        int n = trial.n;
        double[] slopes = new double[trial.axes * n];
        double[] bends = new double[trial.axes * n];
        for (int i = 0; i < n; i++) {
            DerivativeStructure u = trial.exact(i, 2).get(output);
            for (int a = 0; a < trial.axes; a++) {
                slopes[a * n + i] = u.getPartialDerivative(orders(trial, a, -1));
                for (int b = 0; b < trial.axes; b++) {
                    bends[a * n + i] += u.getPartialDerivative(orders(trial, a, b)) * v[b * n + i];
                }
            }
        }
        assertClose(slopes, gradient, what + ": gradient");
        assertClose(bends, product, what + ": Hessian times v");
    }

    private static int[] orders(JetTrial trial, int a, int b) {
        int[] orders = new int[trial.axes];
        orders[a]++;
        if (b >= 0) {
            orders[b]++;
        }
        return orders;
    }

    private static void assertClose(double[] expected, double[] actual, String what) {
        double largest = 0;
        for (double e : expected) {
            largest = Math.max(largest, Math.abs(e));
        }
        for (int k = 0; k < expected.length; k++) {
            assertEquals(expected[k], actual[k], TOLERANCE * largest, what);
        }
    }

    @Test
    void evaluationAllocatesNothing() {
        JetTrial trial = new JetTrial(3, 2, 2);
        InputDerivatives derivatives = of(trial);
        double[] gradient = new double[trial.axes * trial.n];
        double[] product = new double[trial.axes * trial.n];
        Runnable work = () -> derivatives.evaluate(trial.theta, 0, trial.n, trial.x, trial.x, gradient, product);
        for (int k = 0; k < 200; k++) {
            work.run();
        }
        assertEquals(0, Allocation.bytes(work));
    }

    @Test
    void wrongSizesAreNamed() {
        JetTrial trial = new JetTrial(1, 1, 2);
        double[] room = new double[trial.axes * (trial.n + 1)];
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> of(trial).evaluate(trial.theta, 0, trial.n + 1, room, room, room, room));
        assertTrue(e.getMessage().contains("1 to " + trial.n), e.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> of(trial).evaluate(trial.theta, trial.outputs, trial.n, room, room, room, room));
    }
}
