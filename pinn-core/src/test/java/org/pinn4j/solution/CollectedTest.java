package org.pinn4j.solution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.pinn4j.solution.Examples.NU;
import static org.pinn4j.solution.Examples.T;
import static org.pinn4j.solution.Examples.U;
import static org.pinn4j.solution.Examples.X;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A solution that nobody holds any more is collected, whatever was asked of it and whichever threads asked and live on. */
class CollectedTest {
    private static final Map<String, Consumer<Solution>> USES = Map.of(
            "at", s -> s.at(0.3, 0.4),
            "evaluate", s -> s.evaluate(U.d(X, X).times(NU), 0.3, 0.4),
            "evaluator", s -> s.evaluator(U, U.d(T)).at(0.3, 0.4),
            "many points", CollectedTest::many,
            "integrate", s -> s.integrate(U, X.start()),
            "extrapolating", s -> s.extrapolating().at(1.3, 0.4));

    private static void many(Solution s) {
        Evaluator e = s.evaluator(U.d(X));
        e.evaluate(Examples.points(s, 40, 3), 40, new double[40], e.scratch());
    }

    @ParameterizedTest
    @ValueSource(strings = {"at", "evaluate", "evaluator", "many points", "integrate", "extrapolating"})
    void whatWasUsedIsCollectedWhileTheThreadsThatUsedItLive(String use) throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            List<WeakReference<?>> parts = used(USES.get(use), other);
            for (WeakReference<?> part : parts) {
                assertCollected(part);
            }
        } finally {
            other.shutdownNow();
        }
    }

    /** In a method of its own, so that no local variable of a caller holds the solution. */
    private static List<WeakReference<?>> used(Consumer<Solution> use, ExecutorService other) throws Exception {
        Solution s = Examples.folded(true, "mlp(7;tanh)");
        use.accept(s);
        other.submit(() -> use.accept(s)).get();
        List<WeakReference<?>> parts = new ArrayList<>();
        parts.add(new WeakReference<>(s));
        parts.add(new WeakReference<>(s.parts())); // what a model and so every evaluator holds
        parts.add(new WeakReference<>(s.problem()));
        return parts;
    }

    private static void assertCollected(WeakReference<?> part) throws InterruptedException {
        for (int k = 0; k < 100 && part.get() != null; k++) {
            System.gc();
            Thread.sleep(1L << Math.min(k, 6));
        }
        assertNull(part.get());
    }

    @Test
    void whatIsLentIsLentToOneAtATime() {
        int[] made = new int[1];
        Lending<Object> lending = new Lending<>(() -> {
            made[0]++;
            return new Object();
        });
        Object first = lending.take();
        Object within = lending.take();
        assertNotSame(first, within);
        lending.giveBack(within);
        lending.giveBack(first);
        assertSame(first, lending.take());
        assertEquals(2, made[0]);
    }

    /** A point that is refused costs no memory: what was lent for it comes back. */
    @Test
    void aRefusedPointGivesItsMemoryBack() {
        Solution s = Examples.folded(true, "mlp(7;tanh)");
        double before = s.at(0.3, 0.4);
        for (int k = 0; k < 10; k++) {
            try {
                s.at(9, 0.4);
            } catch (IllegalArgumentException expected) {
                assertEquals(before, s.at(0.3, 0.4));
            }
        }
    }
}
