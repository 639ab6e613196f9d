package org.pinn4j.validation.theory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pinn4j.blas.Backends;
import org.pinn4j.loss.ResidualObjective;
import org.pinn4j.network.Mlp;
import org.pinn4j.optimize.LeastSquares;
import org.pinn4j.parallel.Workers;
import org.pinn4j.problems.PoissonSine2d;

class TangentKernelTest {
    private final Workers workers = Workers.of(1);

    @AfterEach
    void close() {
        workers.close();
    }

    private static double[] residual(LeastSquares f, double[] theta) {
        double[] r = new double[f.rows()];
        f.residuals(theta, r);
        return r;
    }

    private static double[] descend(LeastSquares f, double eta, int steps) {
        double[] theta = new double[f.parameters()];
        double[] g = new double[f.parameters()];
        for (int k = 0; k < steps; k++) {
            f.gradient(theta, g);
            for (int i = 0; i < g.length; i++) {
                theta[i] -= eta * g[i];
            }
        }
        return theta;
    }

    /** Σλ = tr J Jᵀ = ‖J‖², and ‖r‖² is the sum of the squared coefficients if K has full rank. */
    @Test
    void theEigenvaluesAddUpToTheTraceAndTheModesAreOrthonormal() {
        LinearLoss f = new LinearLoss(12, 20, 1);
        TangentKernel kernel = TangentKernel.of(f, new double[20]);
        assertEquals(
                Arrays.stream(f.a).map(v -> v * v).sum(),
                Arrays.stream(kernel.eigenvalues()).sum(),
                1e-12);
        double[] r = residual(f, new double[20]);
        double[] c = kernel.coefficients(r);
        assertEquals(
                Arrays.stream(r).map(v -> v * v).sum(),
                Arrays.stream(c).map(v -> v * v).sum(),
                1e-12);
        assertEquals(12, kernel.rank());
        assertTrue(kernel.effectiveRank() > 1 && kernel.effectiveRank() < 12);
    }

    /** Where r is linear in theta the kernel stays, and c_i(1 − ηλ_i)^k is no approximation. */
    @Test
    void gradientDescentOnALinearModelIsPredictedExactly() {
        LinearLoss f = new LinearLoss(30, 8, 2);
        TangentKernel kernel = TangentKernel.of(f, new double[8]);
        double eta = 0.9 * kernel.largestStep();
        for (int steps : new int[] {1, 10, 200}) {
            double[] predicted = kernel.predicted(residual(f, new double[8]), eta, steps);
            double[] observed = kernel.coefficients(residual(f, descend(f, eta, steps)));
            assertArrayEquals(predicted, observed, 1e-12);
        }
    }

    @Test
    void aStepAboveTwoOverTheLargestEigenvalueDivergesAndOneBelowDoesNot() {
        LinearLoss f = new LinearLoss(30, 8, 3);
        TangentKernel kernel = TangentKernel.of(f, new double[8]);
        double start = f.value(new double[8]);
        assertTrue(f.value(descend(f, 0.99 * kernel.largestStep(), 500)) < start);
        assertTrue(f.value(descend(f, 1.01 * kernel.largestStep(), 500)) > 10 * start);
    }

    @Test
    void theStepsPerDigitAreThoseThatDivideAModeByTen() {
        LinearLoss f = new LinearLoss(30, 6, 4);
        TangentKernel kernel = TangentKernel.of(f, new double[6]);
        double[] r = residual(f, new double[6]);
        int k = (int) Math.round(kernel.stepsPerDigit(5));
        double[] after = kernel.predicted(r, kernel.largestStep() / 2, k);
        assertEquals(0.1, after[5] / kernel.coefficients(r)[5], 0.1 / k + 1e-12);
        assertTrue(kernel.stepsPerDigit(5) <= Math.log(10) * kernel.condition());
    }

    /** Duplicate rows and parameters that nothing depends on are zeros of the spectrum, not small numbers of it. */
    @Test
    void theRankDoesNotCountRoundOff() {
        LinearLoss f = new LinearLoss(20, 5, 5);
        for (int i = 0; i < 20; i++) {
            f.a[4 * 20 + i] = f.a[i] - 3 * f.a[20 + i];
        }
        TangentKernel kernel = TangentKernel.of(f, new double[5]);
        assertEquals(4, kernel.rank());
        assertTrue(kernel.condition() < 1e6);
    }

    /** A PINN for Poisson's equation: its kernel hardly moves in twenty small steps, and every strong mode decays as predicted. */
    @Test
    void gradientDescentOnAPinnDecaysModeByModeAsItsKernelSays() {
        var network =
                new FixedNetwork(new PoissonSine2d().statement(), Mlp.of("tanh", 20), Backends.select("java"), workers);
        ResidualObjective f = network.loss(128, 7, "training");
        double[] theta = network.start(7);
        TangentKernel kernel = TangentKernel.of(f, theta);
        double[] before = residual(f, theta);
        double[] c = kernel.coefficients(before);
        double eta = 0.002 * kernel.largestStep();
        double[] predicted = kernel.predicted(before, eta, 20);
        double[] observed = kernel.coefficients(residual(f, FixedNetwork.descend(f, theta, eta, 20)));
        double norm = Math.sqrt(Arrays.stream(before).map(v -> v * v).sum());
        assertEquals(predicted[0], observed[0], 0.02 * Math.abs(c[0]));
        assertTrue(Math.abs(observed[0]) < 0.95 * Math.abs(c[0]), "nothing happened: " + c[0] + " to " + observed[0]);
        for (int i = 0; i < c.length; i++) {
            assertEquals(predicted[i], observed[i], 0.01 * norm, "mode " + i);
        }
        assertTrue(kernel.condition() > 1e6, "a PINN that is easy for gradient descent: " + kernel.condition());
    }
}
