package org.pinn4j.parallel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.pinn4j.args.Args;

/**
 * A fixed pool that maps a task over numbered blocks. The caller is worker 0 and works too.
 * <p><b>Threads:</b> one {@link #forEach} at a time, from any thread; it returns when every block is done, and what the
 * blocks wrote is then visible to the caller. <b>Allocation:</b> none after construction.
 */
public final class Workers implements AutoCloseable {
    /** Work on one block. {@code worker} in [0, count) tells which scratch memory to use; results must depend on {@code block} alone. */
    public interface Task {
        void run(int worker, int block);
    }

    /** Blocks were left out because {@link #stopWhen} asked for that: what the others wrote is of no use. */
    public static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Stopped() {
            super("workers: stopped on request", null, false, false);
        }
    }

    private static final int MOST = 1024;
    private static final int SPINS = 2_000;
    private static final int IDLE = 0;
    private static final int BUSY = 1;
    private static final int BUSY_THEN_CLOSED = 2;
    private static final int CLOSED = 3;

    private final Thread[] threads;
    private final AtomicInteger state = new AtomicInteger(IDLE);
    private final AtomicInteger nextBlock = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private volatile int generation;
    private volatile boolean stopped;
    private volatile BooleanSupplier stop = () -> false;
    private volatile Thread caller;
    private Task task;
    private int blocks;
    private int failedBlock;
    private Throwable failure;

    private Workers(int count) {
        threads = new Thread[count - 1];
        for (int k = 0; k < threads.length; k++) {
            int worker = k + 1;
            threads[k] = new Thread(() -> serve(worker), "pinn-worker-" + worker);
            threads[k].setDaemon(true);
            threads[k].start();
        }
    }

    /** A pool of {@code count} workers, the caller included. */
    public static Workers of(int count) {
        return new Workers(possible(count));
    }

    /** The number itself. @throws IllegalArgumentException if there cannot be so many */
    public static int possible(int count) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("workers: need 1 to %d, got %d".formatted(MOST, count));
        }
        return count;
    }

    public int count() {
        return threads.length + 1;
    }

    /**
     * From now on blocks that have not begun are left out while this is true, and {@link #forEach} then throws {@link Stopped}.
     * @param asked any thread may call it, often
     */
    public void stopWhen(BooleanSupplier asked) {
        Args.given(asked, "asked");
        stop = asked;
    }

    /**
     * Runs {@code task} for every block in [0, blocks). A failure does not stop the other blocks; the failure of the lowest
     * failed block is thrown again here, so it does not depend on the number of workers.
     * @throws IllegalStateException if the pool is closed or already maps, be it from inside a task
     * @throws Stopped if blocks were left out, see {@link #stopWhen}
     */
    public void forEach(int blocks, Task task) {
        Args.given(task, "task");
        if (blocks < 0 || blocks > Integer.MAX_VALUE - MOST) { // every worker counts once past the end
            throw new IllegalArgumentException(
                    "workers: need 0 to %d blocks, got %d".formatted(Integer.MAX_VALUE - MOST, blocks));
        }
        if (!state.compareAndSet(IDLE, BUSY)) {
            throw new IllegalStateException(
                    state.get() == CLOSED
                            ? "workers: already closed"
                            : "workers: a forEach is running; give each thread its own pool, and do not nest");
        }
        begin(blocks, task);
        if (threads.length == 0 || blocks <= 1) {
            work(0);
        } else {
            workTogether();
        }
        Throwable failed = end();
        if (failed != null) {
            Workers.<RuntimeException>rethrow(failed);
        }
    }

    private void begin(int newBlocks, Task newTask) {
        task = newTask;
        blocks = newBlocks;
        failedBlock = Integer.MAX_VALUE;
        stopped = false;
        nextBlock.set(0);
    }

    private Throwable end() {
        Throwable failed = failure == null && stopped ? new Stopped() : failure;
        task = null;
        failure = null;
        caller = null;
        if (!state.compareAndSet(BUSY, IDLE)) {
            state.set(CLOSED);
            wakeAll();
        }
        return failed;
    }

    /** Throws anything as it is: a task written in another JVM language may throw a checked exception undeclared. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void rethrow(Throwable failed) throws T {
        throw (T) failed;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // the caller alone begins rounds
    private void workTogether() {
        caller = Thread.currentThread();
        running.set(threads.length);
        generation++; // publishes the fields of begin
        wakeAll();
        work(0);
        boolean interrupted = false;
        for (int spin = 0; running.get() > 0; spin++) {
            interrupted |= pause(spin);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void wakeAll() {
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
    }

    /** Waits a little; true if the thread was interrupted, which is cleared because park would no longer wait. */
    private boolean pause(int spin) {
        if (spin < SPINS) {
            Thread.onSpinWait();
            return false;
        }
        LockSupport.park(this);
        return Thread.interrupted();
    }

    private void serve(int worker) {
        int seen = 0;
        while (true) {
            for (int spin = 0; generation == seen; spin++) {
                if (state.get() == CLOSED) {
                    return;
                }
                pause(spin);
            }
            seen = generation;
            work(worker);
            Thread waiting = caller;
            if (running.decrementAndGet() == 0) {
                LockSupport.unpark(waiting);
            }
        }
    }

    private void work(int worker) {
        Task mine = task;
        int end = blocks;
        for (int block = nextBlock.getAndIncrement(); block < end; block = nextBlock.getAndIncrement()) {
            if (stop.getAsBoolean()) {
                stopped = true;
                return;
            }
            try {
                mine.run(worker, block);
            } catch (Throwable e) {
                recordFailure(block, e);
            }
        }
    }

    private synchronized void recordFailure(int block, Throwable e) {
        if (block < failedBlock) {
            failedBlock = block;
            failure = e;
        }
    }

    /** Ends the threads, after the {@link #forEach} that may be running; idempotent. */
    @Override
    public void close() {
        if (state.compareAndSet(IDLE, CLOSED)) {
            wakeAll();
        } else {
            state.compareAndSet(BUSY, BUSY_THEN_CLOSED);
        }
    }
}
