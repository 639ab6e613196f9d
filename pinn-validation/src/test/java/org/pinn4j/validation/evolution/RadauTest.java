package org.pinn4j.validation.evolution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.parallel.Workers;
import org.pinn4j.validation.order.Order;
import org.pinn4j.validation.system.BandMatrix;
import org.pinn4j.validation.system.ImplicitSystem;

class RadauTest {
    private static double distance(Systems.Small system, double t, double[] y) {
        double[] exact = new double[system.size()];
        system.exact(t, exact);
        double worst = 0;
        for (int i = 0; i < exact.length; i++) {
            worst = Math.max(worst, Math.abs(exact[i] - y[i]));
        }
        return worst;
    }

    /** The error at t = 1 after equal steps. */
    private static double[] errors(Systems.Small system, int stages, int[] steps) {
        return Arrays.stream(steps)
                .mapToDouble(count -> {
                    RadauStep step = new RadauStep(system, new RadauTableau(stages), Workers.of(1), 1e-15);
                    double h = 1.0 / count;
                    step.start(0, h);
                    for (int k = 0; k < count; k++) {
                        assertTrue(step.tryTo(k * h, h));
                        step.accept();
                    }
                    return distance(system, 1, step.state());
                })
                .toArray();
    }

    private static double[] lengths(int... steps) {
        return Arrays.stream(steps).mapToDouble(n -> 1.0 / n).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 7})
    void theOrderIsTwiceTheStagesLessOne(int stages) {
        int[] steps = stages == 3
                ? new int[] {16, 24, 32, 48, 64}
                : stages == 5 ? new int[] {4, 5, 6, 8, 10} : new int[] {4, 5, 6, 7};
        double[] errors = errors(Systems.oscillator(stages * stages / 4.0), stages, steps);
        Order order = Order.fit(lengths(steps), errors);
        assertEquals(2 * stages - 1, order.slope(), 0.35, () -> Arrays.toString(errors));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -1e3, -1e6, -1e9})
    void aStiffEquationWithAnAlgebraicRowIsSolvedAtAnyStiffness(double lambda) {
        Systems.Small system = Systems.stiffWithAlgebraicRow(lambda);
        Trajectory run = new Radau(5, Workers.of(1)).integrate(system, 0, 3, 1e-10);
        double[] y = new double[2];
        double worst = 0;
        for (int k = 0; k <= 300; k++) {
            run.at(k / 100.0, y);
            worst = Math.max(worst, distance(system, k / 100.0, y));
        }
        assertTrue(worst < 1e-9, "error " + worst + " in " + run.steps() + " steps");
    }

    /** In the stiff limit collocation has one order more than stages; a method without stage order would fall to two. */
    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void dataThatDependOnTimeLeaveTheOrderOfTheStages(int stages) {
        int[] steps = stages == 3 ? new int[] {4, 6, 8, 12, 16} : new int[] {3, 4, 6, 8, 12};
        double[] errors = errors(Systems.heatWithMovingEnds(200), stages, steps);
        Order order = Order.fit(lengths(steps), errors);
        assertEquals(stages + 1, order.slope(), 0.35, () -> Arrays.toString(errors));
    }

    @Test
    void theErrorFollowsTheToleranceOnAnOscillation() {
        Systems.Small system = Systems.oscillator(100);
        for (double tolerance : new double[] {1e-8, 1e-10, 1e-12}) {
            Trajectory run = new Radau(5, Workers.of(1)).integrate(system, 0, 2, tolerance);
            double[] y = new double[3];
            run.at(2, y);
            double error = distance(system, 2, y);
            assertTrue(error < 30 * tolerance, "error " + error + " at " + tolerance);
        }
    }

    @Test
    void algebraicRowsHoldAtEveryStep() {
        Systems.Small system = Systems.heatWithMovingEnds(20);
        Trajectory run = new Radau(3, Workers.of(1)).integrate(system, 0, 1, 1e-6);
        double[] y = new double[21];
        run.at(run.end(), y);
        assertEquals(Math.cos(3), y[0], 1e-14);
        assertEquals(Math.cos(4), y[20], 1e-14);
    }

    @Test
    void twoWorkersGiveTheSameBits() {
        Systems.Small system = Systems.heatWithMovingEnds(50);
        double[] one = new double[51];
        double[] two = new double[51];
        try (Workers pair = Workers.of(2)) {
            new Radau(5, Workers.of(1)).integrate(system, 0, 1, 1e-9).at(0.37, one);
            new Radau(5, pair).integrate(system, 0, 1, 1e-9).at(0.37, two);
        }
        assertArrayEquals(one, two);
    }

    @Test
    void aSolutionThatEndsEarlyIsReportedWithTheTimeReached() {
        Radau radau = new Radau(5, Workers.of(1));
        var e = assertThrows(IntegrationException.class, () -> radau.integrate(Systems.pole(), 0, 2, 1e-8));
        assertTrue(e.getMessage().contains("t = 0.99") || e.getMessage().contains("t = 1.0"), e.getMessage());
    }

    /** From 0.4 to 0.5 a thousandth at most, as where data have a pulse; elsewhere as long as the error allows. */
    @Test
    void stepsAreNoLongerThanAskedForAtTheirTime() {
        Systems.Small system = Systems.heatWithMovingEnds(10);
        Radau some = new Radau(
                5, Workers.of(1), 1000, () -> false, t -> t >= 0.4 && t < 0.5 ? 1e-3 : 0.4 - t > 0 ? 0.4 - t : 1);
        Trajectory run = some.integrate(system, 0, 1, 1e-8);
        for (double t = 0.4; t < 0.5; t += 0.0123) {
            assertTrue(run.step(t + 1e-9) <= 1.0001e-3, t + ": " + run.step(t + 1e-9));
        }
        assertTrue(run.step(0.2) > 2e-3 && run.step(0.9) > 2e-3, run.step(0.2) + " and " + run.step(0.9));
        double[] y = new double[11];
        run.at(1, y);
        assertTrue(distance(system, 1, y) < 1e-6);
    }

    /** y' = what rounding leaves of one, a correction of something of size one: no step is short enough for it to be smooth. */
    private record Rough() implements ImplicitSystem {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public int lowerBandwidth() {
            return 0;
        }

        @Override
        public int upperBandwidth() {
            return 0;
        }

        @Override
        public void residual(double t, double[] y, double[] yDot, double[] f) {
            f[0] = yDot[0] - 1e-12 * Math.sin(1e9 * t);
        }

        @Override
        public void jacobian(double t, double[] y, double[] yDot, double shift, BandMatrix out) {
            out.clear();
            out.add(0, 0, shift);
        }

        @Override
        public boolean algebraic(int row) {
            return false;
        }

        @Override
        public void initial(double[] y, double[] yDot) {
            y[0] = 0;
        }

        @Override
        public double backgroundSize() {
            return 1;
        }
    }

    @Test
    void whatRoundingMakesRoughIsPassedInStepsThatPatienceLimits() {
        int patience = 40;
        try (Workers workers = Workers.of(1)) {
            Radau patient = new Radau(3, workers, 200, () -> false, t -> Double.POSITIVE_INFINITY, patience);
            Trajectory y = patient.integrate(new Rough(), 0, 1, 1e-3);
            double[] end = new double[1];
            y.byValues(1, end);
            assertTrue(y.steps() <= 3 * patience && Math.abs(end[0]) < 1e-12, y.steps() + " steps to " + end[0]);
            Radau exact = new Radau(3, workers, 200, () -> false);
            assertThrows(IntegrationException.class, () -> exact.integrate(new Rough(), 0, 1, 1e-3));
        }
    }
}
