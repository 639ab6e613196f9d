package org.pinn4j.validation.evolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.validation.discrete.DiscreteSystem;
import org.pinn4j.validation.discrete.Discretization;
import org.pinn4j.validation.discrete.Scheme;
import org.pinn4j.validation.order.Order;
import org.pinn4j.validation.system.ImplicitSystem;

class DormandPrinceTest {
    private static final DormandPrince METHOD = new DormandPrince();
    private static final double TOLERANCE = 1e-8;

    static List<Mild> problems() {
        return Mild.all();
    }

    /** At 400 times, nearly all of them between steps; the nodes of the boundary count like all others. */
    @ParameterizedTest
    @MethodSource("problems")
    void theErrorIsBelowTheToleranceAtEveryTime(Mild mild) {
        DiscreteSystem system = mild.spectral();
        Trajectory run = METHOD.integrate(system, 0, 1, TOLERANCE);
        double worst = mild.worst(system, run, 400);
        assertTrue(worst < TOLERANCE, () -> "error " + worst + " in " + run.steps() + " steps");
    }

    /** On a grid of differences: its own error is the same for both. */
    @ParameterizedTest
    @MethodSource("problems")
    void bothIntegratorsSolveTheSameSystemWithinTheirTolerances(Mild mild) {
        DiscreteSystem system = mild.differences();
        Trajectory explicit = METHOD.integrate(system, 0, 1, TOLERANCE);
        Trajectory implicit = new Radau(5, Workers.of(1)).integrate(system, 0, 1, TOLERANCE);
        double[] y = new double[system.size()];
        double[] z = new double[system.size()];
        double worst = 0;
        double size = 0;
        for (int k = 0; k <= 150; k++) {
            explicit.at(k / 150.0, y);
            implicit.at(k / 150.0, z);
            worst = Math.max(worst, Math.sqrt(distance(y, z)));
            size = Math.max(size, Math.sqrt(distance(z, new double[z.length])));
        }
        double difference = worst / size;
        assertTrue(difference < 2 * TOLERANCE, () -> "differ by " + difference);
    }

    private static double distance(double[] y, double[] z) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += (y[i] - z[i]) * (y[i] - z[i]);
        }
        return sum / y.length;
    }

    private static double[] errors(Systems.Small system, double[] tolerances, int times) {
        return Arrays.stream(tolerances)
                .map(tolerance -> {
                    Trajectory run = METHOD.integrate(system, 0, 1, tolerance);
                    double[] y = new double[system.size()];
                    double[] exact = new double[system.size()];
                    double worst = 0;
                    for (int k = 1; k <= times; k++) {
                        run.at((double) k / times, y);
                        system.exact((double) k / times, exact);
                        worst = Math.max(worst, Math.sqrt(distance(y, exact)));
                    }
                    return worst;
                })
                .toArray();
    }

    /** An oscillation whose steps nothing but the tolerance limits; its error is largest at the end, which is a step. */
    @Test
    void theErrorIsProportionalToTheToleranceAndNoLargerBetweenSteps() {
        double[] tolerances = {1e-4, 1e-6, 1e-8, 1e-10, 1e-12};
        Systems.Small system = Systems.rotation(100);
        double[] atEnd = errors(system, tolerances, 1);
        double[] between = errors(system, tolerances, 997);
        Order order = Order.fit(tolerances, atEnd);
        assertEquals(1, order.slope(), 0.1, () -> Arrays.toString(atEnd));
        assertTrue(order.pointsUsed() >= 4);
        for (int k = 0; k < tolerances.length; k++) {
            double worst = between[k];
            double last = atEnd[k];
            assertTrue(worst < 1.1 * last && last < tolerances[k], () -> worst + " between, " + last + " at the end");
        }
    }

    /** At a loose tolerance stability limits the steps, and the error stays below it all the same. */
    @Test
    void stepsAtTheLimitOfStabilityKeepTheTolerance() {
        Systems.Small heat = Systems.heatWithMovingEnds(40);
        for (double tolerance : new double[] {1e-3, 1e-5, 1e-7}) {
            double error = errors(heat, new double[] {tolerance}, 313)[0];
            assertTrue(error < tolerance, () -> "error " + error + " at " + tolerance);
        }
    }

    @Test
    void algebraicRowsHoldAtEveryStepAndTheirUnknownsAreSmoothBetween() {
        Systems.Small system = Systems.stiffWithAlgebraicRow(-3);
        double error = errors(system, new double[] {1e-11}, 501)[0];
        assertTrue(error < 1e-11, "error " + error);
    }

    private static String refusal(ImplicitSystem system) {
        var e = assertThrows(IntegrationException.class, () -> METHOD.integrate(system, 0, 1, 1e-6));
        assertTrue(e.unsuitable(), e.getMessage());
        return e.getMessage();
    }

    @Test
    void aMatrixOfDerivativesThatChangesWithTheStateIsRefused() {
        String message = refusal(Systems.oscillator(3));
        assertTrue(message.contains("constant") && message.contains("between states"), message);
    }

    private static DiscreteSystem line(Expr operator, Axis x, Axis t, Field u) {
        Problem problem = Problem.over(x, t)
                .require(operator.equalTo(0))
                .require(u.equalTo(Expr.sin(x.times(Math.PI))).on(t.start()))
                .require(u.equalTo(0).on(x.ends()));
        return Discretization.of(problem).system(Scheme.spectral(), 12);
    }

    @Test
    void aMatrixOfDerivativesThatChangesWithTimeOrHoldsBoundaryValuesIsRefused() {
        Axis x = Axis.of("x", 0, 1);
        Axis t = Axis.time("t", 0, 1);
        Field u = Field.of("u", x, t);
        String moving = refusal(line(u.d(t).times(t.plus(1)).minus(u.d(x, x)), x, t, u));
        assertTrue(moving.contains("between t = 0.0 and 0.5"), moving);
        String ends = refusal(line(u.d(t).minus(u.d(x, x).d(t)).plus(u.d(x)), x, t, u));
        assertTrue(ends.contains("boundary values"), ends);
        String power = refusal(line(u.d(t).plus(u.d(t).pow(3)).minus(u.d(x, x)), x, t, u));
        assertTrue(power.contains("affine"), power);
    }

    @Test
    void aSolutionThatEndsEarlyIsReportedWithTheTimeReached() {
        var e = assertThrows(IntegrationException.class, () -> METHOD.integrate(Systems.pole(), 0, 2, 1e-8));
        assertFalse(e.stopped() || e.unsuitable());
        assertTrue(e.getMessage().contains("t = 0.99") || e.getMessage().contains("t = 1"), e.getMessage());
    }

    @Test
    void whoeverIsStoppedHasTakenNoFurtherStep() {
        AtomicInteger asked = new AtomicInteger();
        DormandPrince stopping = new DormandPrince(1000, Long.MAX_VALUE, () -> asked.incrementAndGet() > 5);
        var e = assertThrows(
                IntegrationException.class, () -> stopping.integrate(Systems.rotation(9), 0, 1, TOLERANCE));
        assertTrue(e.stopped() && e.getMessage().contains("after 5 steps"), e.getMessage());
        assertEquals(6, asked.get());
    }

    @Test
    void stepsAndEvaluationsHaveALimit() {
        var steps = assertThrows(
                IntegrationException.class,
                () -> new DormandPrince(20, Long.MAX_VALUE, () -> false)
                        .integrate(Systems.rotation(9), 0, 1, TOLERANCE));
        assertTrue(steps.stopped() && steps.getMessage().contains("after 20 steps"), steps.getMessage());
        var evaluations = assertThrows(
                IntegrationException.class,
                () -> new DormandPrince(1000, 240, () -> false).integrate(Systems.rotation(9), 0, 1, TOLERANCE));
        assertTrue(evaluations.unsuitable() && evaluations.getMessage().contains("stiff"), evaluations.getMessage());
    }
}
