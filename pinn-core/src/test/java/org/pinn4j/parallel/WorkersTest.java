package org.pinn4j.parallel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class WorkersTest {
    /** Blocks that have begun end; none after them begins, and the pool is good for more. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aRequestToStopLeavesOutTheBlocksToCome(int count) {
        AtomicBoolean asked = new AtomicBoolean();
        AtomicInteger done = new AtomicInteger();
        try (Workers workers = Workers.of(count)) {
            workers.stopWhen(asked::get);
            assertThrows(
                    Workers.Stopped.class,
                    () -> workers.forEach(1000, (w, block) -> {
                        done.incrementAndGet();
                        asked.set(true);
                    }));
            assertTrue(done.get() >= 1 && done.get() <= count, done::toString);
            asked.set(false);
            workers.forEach(1000, (w, block) -> done.incrementAndGet());
            assertTrue(done.get() >= 1001);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void everyBlockRunsExactlyOnceInEachOfManyMaps(int count) {
        try (Workers workers = Workers.of(count)) {
            assertEquals(count, workers.count());
            for (int map = 0; map < 3000; map++) {
                int[] times = new int[map % 17];
                workers.forEach(times.length, (worker, block) -> times[block]++);
                assertTrue(Arrays.stream(times).allMatch(t -> t == 1), Arrays.toString(times));
            }
        }
    }

    /** The pause is longer than any spin, so every thread is parked when the next map begins. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void parkedWorkersWakeUp(int count) {
        try (Workers workers = Workers.of(count)) {
            Set<Thread> seen = ConcurrentHashMap.newKeySet();
            for (int map = 0; map < 30; map++) {
                LockSupport.parkNanos(2_000_000);
                CountDownLatch together = new CountDownLatch(count); // a block ends only when all workers are at work
                workers.forEach(count, (worker, block) -> {
                    seen.add(Thread.currentThread());
                    meet(together);
                });
            }
            assertEquals(count, seen.size());
        }
    }

    private static void meet(CountDownLatch latch) {
        latch.countDown();
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aWorkerNumberBelongsToOneThreadAtATime() {
        try (Workers workers = Workers.of(3)) {
            Thread[] owner = new Thread[3];
            for (int map = 0; map < 500; map++) {
                workers.forEach(40, (worker, block) -> {
                    assertTrue(owner[worker] == null || owner[worker] == Thread.currentThread());
                    owner[worker] = Thread.currentThread();
                });
            }
            assertSame(Thread.currentThread(), owner[0]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theFailureOfTheLowestBlockIsThrownAndThePoolGoesOn(int count) {
        try (Workers workers = Workers.of(count)) {
            for (int map = 0; map < 200; map++) {
                int[] done = new int[50];
                var e = assertThrows(
                        ArithmeticException.class,
                        () -> workers.forEach(50, (worker, block) -> {
                            done[block] = 1;
                            if (block % 10 == 7) {
                                throw new ArithmeticException("block " + block);
                            }
                        }));
                assertEquals("block 7", e.getMessage());
                assertEquals(50, Arrays.stream(done).sum());
                workers.forEach(50, (worker, block) -> done[block] = 2);
                assertEquals(100, Arrays.stream(done).sum());
            }
        }
    }

    @Test
    void anErrorOrAnUndeclaredCheckedExceptionArrivesAsItIs() {
        try (Workers workers = Workers.of(2)) {
            assertThrows(
                    StackOverflowError.class,
                    () -> workers.forEach(4, (worker, block) -> {
                        throw new StackOverflowError();
                    }));
            assertThrows(
                    java.io.IOException.class,
                    () -> workers.forEach(4, (worker, block) -> sneak(new java.io.IOException())));
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable e) throws T {
        throw (T) e;
    }

    @Test
    void nothingIsAllocatedByAMap() {
        try (Workers workers = Workers.of(3)) {
            double[] sums = new double[64];
            Workers.Task task = (worker, block) -> sums[block] += block;
            Runnable maps = () -> {
                for (int map = 0; map < 2000; map++) {
                    workers.forEach(64, task);
                }
            };
            maps.run();
            long least = Long.MAX_VALUE;
            for (int trial = 0; trial < 5; trial++) { // the compiler may still be allocating on our behalf at first
                least = Math.min(least, Allocation.bytes(maps));
            }
            assertTrue(least < 2000, least + " bytes in 2000 maps");
        }
    }

    @Test
    void theMeterSeesAllocationsOfPoolThreads() {
        try (Workers workers = Workers.of(2)) {
            byte[][] keep = new byte[2][];
            long bytes = Allocation.bytes(() -> {
                CountDownLatch together = new CountDownLatch(2);
                workers.forEach(2, (worker, block) -> {
                    keep[block] = new byte[1_000_000];
                    meet(together);
                });
            });
            assertTrue(bytes >= 2_000_000, bytes + " bytes");
        }
    }

    @Test
    void anInterruptedCallerWaitsToTheEndAndStaysInterrupted() {
        try (Workers workers = Workers.of(3)) {
            int[] done = new int[6];
            Thread.currentThread().interrupt();
            workers.forEach(6, (worker, block) -> {
                if (worker > 0) {
                    LockSupport.parkNanos(20_000_000);
                }
                done[block] = 1;
            });
            assertTrue(Thread.interrupted());
            assertEquals(6, Arrays.stream(done).sum());
        }
    }

    /** A thread that stays interrupted would never park again but burn its core. */
    @Test
    void aWorkerInterruptedByATaskParksAgain() throws InterruptedException {
        Set<Thread> before = poolThreads();
        try (Workers workers = Workers.of(2)) {
            Set<Thread> mine = poolThreads();
            mine.removeAll(before);
            Thread worker = mine.iterator().next();
            worker.interrupt();
            ThreadMXBean clock = ManagementFactory.getThreadMXBean();
            Thread.sleep(50);
            long start = clock.getThreadCpuTime(worker.getId());
            Thread.sleep(100);
            long nanos = clock.getThreadCpuTime(worker.getId()) - start;
            assertTrue(nanos < 5_000_000, nanos + " ns of processor time in 100 ms of idleness");
            int[] done = new int[9];
            workers.forEach(9, (w, block) -> done[block] = 1);
            assertEquals(9, Arrays.stream(done).sum());
        }
    }

    private static Set<Thread> poolThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().startsWith("pinn-worker"))
                .collect(Collectors.toSet());
    }

    @Test
    void closingEndsTheThreadsAndIsIdempotent() throws InterruptedException {
        Set<Thread> before = poolThreads();
        Workers workers = Workers.of(4);
        workers.forEach(9, (worker, block) -> {});
        Set<Thread> mine = poolThreads();
        mine.removeAll(before);
        assertEquals(3, mine.size());
        workers.close();
        workers.close();
        for (Thread thread : mine) {
            thread.join(5000);
            assertEquals(Thread.State.TERMINATED, thread.getState());
        }
        assertThrows(IllegalStateException.class, () -> workers.forEach(1, (worker, block) -> {}));
    }

    @Test
    void closingDuringAMapLetsItFinish() {
        Workers workers = Workers.of(3);
        int[] done = new int[100];
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> workers.forEach(100, (worker, block) -> {
                    workers.close();
                    done[block] = 1;
                }));
        assertEquals(100, Arrays.stream(done).sum());
        assertThrows(IllegalStateException.class, () -> workers.forEach(1, (worker, block) -> {}));
    }

    @Test
    void aNestedMapIsRefusedAndNotADeadlock() {
        try (Workers workers = Workers.of(2)) {
            var e = assertThrows(
                    IllegalStateException.class,
                    () -> workers.forEach(4, (worker, block) -> workers.forEach(2, (w, b) -> {})));
            assertTrue(e.getMessage().contains("do not nest"), e.getMessage());
            int[] done = new int[4];
            workers.forEach(4, (worker, block) -> done[block] = 1);
            assertArrayEquals(new int[] {1, 1, 1, 1}, done);
        }
    }

    @Test
    void countsOutsideTheBoundsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Workers.of(0));
        var e = assertThrows(IllegalArgumentException.class, () -> Workers.of(1025));
        assertTrue(e.getMessage().contains("got 1025"), e.getMessage());
        try (Workers workers = Workers.of(1)) {
            assertThrows(IllegalArgumentException.class, () -> workers.forEach(-1, (worker, block) -> {}));
        }
    }
}
