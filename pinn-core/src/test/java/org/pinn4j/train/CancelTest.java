package org.pinn4j.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pinn4j.Pinn;
import org.pinn4j.pde.Problem;
import org.pinn4j.solution.Outcome;
import org.pinn4j.solution.Solution;
import org.pinn4j.trials.Trials;

/**
 * A solve that is cancelled at whatever moment answers soon with the best that it has, and leaves no thread. See {@link
 * Trials} for more of it.
 */
class CancelTest {
    private static final int SHARE = 8;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int LONGEST = 400; // milliseconds before a request
    private static final Duration SOON = Duration.ofMillis(200);
    /**
     * From here on one in a hundred may be late, by the clock. Of fewer one in four, for the collector, and in processor time: what
     * else a machine does during a build is no matter of the solve, and a thread that only waits would run into the timeout.
     */
    private static final int MANY = 100;

    /** A problem and how it is solved, for much longer than any of these solves may last. */
    private record Case(String name, Pinn pinn, Problem problem) {}

    private static List<Case> cases() {
        Pinn direct = Pinn.with(Recipe.direct());
        return List.of(
                new Case("direct", direct, Cases.heat()),
                new Case("direct in slabs", direct, Cases.layer()),
                new Case("trained", Pinn.trained(), Cases.layer()),
                new Case("ladder", Pinn.standard().tolerance(1e-15), Cases.fluxes()));
    }

    /**
     * From the request to the answer.
     * @param wall milliseconds
     * @param busy milliseconds of processor time of the solving thread
     */
    private record Wait(double wall, double busy) {}

    private static Wait cancelled(Case what, int after, long seed) throws InterruptedException {
        Cancellation cancellation = new Cancellation();
        AtomicReference<Solution> found = new AtomicReference<>();
        AtomicLong end = new AtomicLong();
        AtomicLong wallEnd = new AtomicLong();
        CountDownLatch begun = new CountDownLatch(1);
        Thread solving = new Thread(() -> {
            begun.countDown();
            found.set(what.pinn()
                    .workers(2)
                    .seed(seed)
                    .budget(Duration.ofHours(1))
                    .cancelledBy(cancellation)
                    .solve(what.problem()));
            wallEnd.set(System.nanoTime());
            end.set(THREADS.getCurrentThreadCpuTime());
        });
        solving.start();
        begun.await();
        Thread.sleep(after);
        long asked = THREADS.getThreadCpuTime(solving.getId());
        long wallAsked = System.nanoTime();
        cancellation.request();
        solving.join(60_000);
        assertFalse(solving.isAlive(), what::name);
        Solution s = found.get();
        assertEquals(Outcome.CANCELLED, s.outcome(), what::name);
        assertTrue(Arrays.stream(s.theta()).allMatch(Double::isFinite), what::name);
        return new Wait((wallEnd.get() - wallAsked) * 1e-6, (end.get() - asked) * 1e-6);
    }

    private static long workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().startsWith("pinn-worker"))
                .count();
    }

    @Test
    @Timeout(value = 4, unit = TimeUnit.HOURS)
    void aCancelledSolveAnswersSoonAndLeavesNoThread() throws IOException, InterruptedException {
        List<Case> cases = cases();
        for (Case first : cases) { // classes are loaded and compiled: once in the life of a process
            cancelled(first, LONGEST, 0);
        }
        List<Double> busy = new ArrayList<>();
        Trials trials = new Trials("cancel", SHARE);
        trials.run(number -> {
            Case what = cases.get((int) (number % cases.size()));
            Wait wait = cancelled(what, new Random(number).nextInt(LONGEST), number);
            busy.add(wait.busy());
            trials.measure("milliseconds", wait.wall());
            trials.measure("milliseconds of processor time", wait.busy());
            return what.name();
        });
        double late = trials.done() < MANY
                ? busy.stream().sorted().toList().get(busy.size() * 3 / 4)
                : trials.p99("milliseconds");
        assertTrue(late <= SOON.toMillis(), () -> "%s ms; %s".formatted(late, busy));
        for (int wait = 0; wait < 100 && workers() > 0; wait++) {
            Thread.sleep(10);
        }
        assertEquals(0, workers(), "threads left");
        trials.end();
    }
}
