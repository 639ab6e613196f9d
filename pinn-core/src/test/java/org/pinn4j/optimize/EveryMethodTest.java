package org.pinn4j.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Laws of {@link State} that hold for every method. */
class EveryMethodTest {
    private static final int UNITS = 4;
    private static final int ROWS = 50;

    private static LeastSquares fit() {
        return Classics.tanhFit(UNITS, ROWS);
    }

    private static void advance(State state, int steps) {
        for (int k = 0; k < steps; k++) {
            state.step();
        }
    }

    @ParameterizedTest
    @EnumSource(Methods.class)
    void theObjectiveFallsFarInAHundredSteps(Methods method) {
        State state = method.init(fit(), Classics.tanhStart(UNITS, 1));
        double start = state.value();
        advance(state, 100);
        assertTrue(state.value() < 0.3 * start, () -> start + " to " + state.value());
    }

    @ParameterizedTest
    @EnumSource(Methods.class)
    void goingOnFromASnapshotGivesTheBitsOfNeverStopping(Methods method) {
        for (int stop : new int[] {0, 1, 13}) {
            State whole = method.init(fit(), Classics.tanhStart(UNITS, 1));
            advance(whole, stop);
            Snapshot snapshot = whole.snapshot();
            State resumed = method.init(fit(), new double[3 * UNITS]);
            advance(resumed, 2);
            resumed.restore(snapshot);
            assertEquals(whole.detail(), resumed.detail());
            advance(whole, 15);
            advance(resumed, 15);
            assertArrayEquals(whole.theta(), resumed.theta());
            assertEquals(whole.value(), resumed.value());
            assertEquals(whole.detail(), resumed.detail());
        }
    }

    /** What is kept of a state in the settings: of the others only the method itself. */
    @Test
    void aMethodFromAStateBeginsWithItsDampingOrItsLearningRate() {
        LevenbergMarquardtState damped =
                LevenbergMarquardt.standard().init(fit(), Classics.tanhStart(UNITS, 1), Plain.ALGEBRA);
        advance(damped, 13);
        LevenbergMarquardt next = LevenbergMarquardt.standard().from(damped);
        assertEquals(
                damped.lambda(), next.init(fit(), damped.theta(), Plain.ALGEBRA).lambda());
        assertTrue(damped.lambda() < 1e-3, damped::detail);
        Adam method = Adam.standard().withDecay(0.5, 10);
        GradientState slower = method.init(fit(), Classics.tanhStart(UNITS, 1), Plain.ALGEBRA);
        advance(slower, 20);
        assertEquals(method.learningRate() / 4, method.from(slower).learningRate(), 1e-15);
        assertEquals(Lbfgs.standard(), Lbfgs.standard().from(Methods.LBFGS.init(fit(), new double[3 * UNITS])));
    }

    /** A stalled state has a damping that nothing can be done with. */
    @Test
    void aMethodFromAStalledStateBeginsAsItDidAtFirst() {
        LevenbergMarquardt method = LevenbergMarquardt.standard();
        LevenbergMarquardtState state = method.init(Classics.rosenbrock(1), new double[] {1, 1}, Plain.ALGEBRA);
        advance(state, 40);
        assertEquals(Status.STALLED, state.status());
        assertEquals(method, method.from(state));
    }

    @ParameterizedTest
    @EnumSource(Methods.class)
    void aSnapshotDoesNotChangeWhenTheStateGoesOn(Methods method) {
        double[] start = Classics.tanhStart(UNITS, 1);
        State state = method.init(fit(), start);
        Snapshot snapshot = state.snapshot();
        advance(state, 5);
        assertArrayEquals(start, snapshot.array("theta"));
    }

    @Test
    void aSnapshotOfAnotherMethodOrSizeIsRefused() {
        Snapshot snapshot =
                Methods.ADAM.init(fit(), Classics.tanhStart(UNITS, 1)).snapshot();
        State other = Methods.LBFGS.init(fit(), Classics.tanhStart(UNITS, 1));
        String method = assertThrows(IllegalArgumentException.class, () -> other.restore(snapshot))
                .getMessage();
        assertTrue(method.contains("Adam") && method.contains("L-BFGS"), method);
        State smaller = Methods.ADAM.init(Classics.beale(), new double[2]);
        String size = assertThrows(IllegalArgumentException.class, () -> smaller.restore(snapshot))
                .getMessage();
        assertTrue(size.contains("12 parameters, the objective 2"), size);
    }

    /** NaN in the k-th answer, as the returned value or as one entry of the array: rolled back, or said aloud. */
    @ParameterizedTest
    @EnumSource(Methods.class)
    void oneAnswerThatIsNotANumberNeverReachesTheParameters(Methods method) {
        for (Faulty.Fault fault : Faulty.Fault.values()) {
            for (int k = 2; k <= 30; k++) {
                double[] start = Classics.tanhStart(UNITS, 1);
                Faulty f = new Faulty(fit(), fault, k, k);
                State state = method.init(f, start);
                double first = state.value();
                for (int step = 0; step < 30; step++) {
                    state.step();
                    assertTrue(Vectors.finite(state.theta()), fault + " at " + k);
                }
                assertTrue(f.struck(), fault + " at " + k + " never came");
                if (state.status() == Status.NON_FINITE) {
                    assertTrue(state.detail().endsWith(Faulty.DIAGNOSIS), state.detail());
                } else {
                    assertTrue(state.value() < first, fault + " at " + k);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Methods.class)
    void anObjectiveThatIsNotFiniteFromTheStartSaysSo(Methods method) {
        for (Faulty.Fault fault : Faulty.Fault.values()) {
            double[] start = Classics.tanhStart(UNITS, 1);
            State state = method.init(new Faulty(fit(), fault, 1, Integer.MAX_VALUE), start);
            advance(state, 3);
            assertEquals(Status.NON_FINITE, state.status(), fault.name());
            assertTrue(state.detail().endsWith(Faulty.DIAGNOSIS), state.detail());
            assertArrayEquals(start, state.theta());
        }
    }

    @ParameterizedTest
    @EnumSource(Methods.class)
    void anObjectiveThatBecomesFiniteAgainIsTakenUpAgain(Methods method) {
        Faulty f = new Faulty(fit(), Faulty.Fault.VALUE, 1, Integer.MAX_VALUE);
        State state = method.init(f, Classics.tanhStart(UNITS, 1));
        f.heal();
        state.objectiveChanged();
        assertEquals(Status.RUNNING, state.status());
        double first = state.value();
        advance(state, 10);
        assertTrue(state.value() < first);
    }

    @ParameterizedTest
    @EnumSource(Methods.class)
    void aStepAllocatesNothing(Methods method) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 5 && least > 0; attempt++) {
            State state = method.init(fit(), Classics.tanhStart(UNITS, 1));
            advance(state, 20);
            threads.getThreadAllocatedBytes(id);
            long before = threads.getThreadAllocatedBytes(id);
            advance(state, 100);
            least = Math.min(least, threads.getThreadAllocatedBytes(id) - before);
        }
        assertEquals(0, least, "bytes in 100 steps");
    }
}
