package org.pinn4j.parallel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A fixed pool that maps a task over numbered blocks. The caller is worker 0 and works too.
 * <p><b>Threads:</b> one {@link #forEach} at a time; it returns when every block is done. <b>Allocation:</b> none after construction.
 */
public final class Workers implements AutoCloseable {
    /** Work on one block. {@code worker} in [0, count) tells which scratch memory to use; results must depend on {@code block} alone. */
    public interface Task {
        void run(int worker, int block);
    }

    private static final int SPINS = 2_000;

    private final Thread[] threads;
    private final AtomicInteger nextBlock = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger failedBlock = new AtomicInteger(Integer.MAX_VALUE);
    private volatile Throwable failure;
    private volatile int generation;
    private volatile boolean closed;
    private volatile Thread caller;
    private Task task;
    private int blocks;

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
        if (count < 1 || count > 1024) {
            throw new IllegalArgumentException("workers: need 1 to 1024, got " + count);
        }
        return new Workers(count);
    }

    public int count() {
        return threads.length + 1;
    }

    /** Runs {@code task} for every block in [0, blocks). The failure of the lowest failed block is thrown again here. */
    public void forEach(int blocks, Task task) {
        if (closed) {
            throw new IllegalStateException("workers: already closed");
        }
        this.task = task;
        this.blocks = blocks;
        failure = null;
        failedBlock.set(Integer.MAX_VALUE);
        nextBlock.set(0);
        if (threads.length == 0 || blocks == 1) {
            work(0);
        } else {
            caller = Thread.currentThread();
            running.set(threads.length);
            generation++; // publishes the fields above
            for (Thread thread : threads) {
                LockSupport.unpark(thread);
            }
            work(0);
            for (int spin = 0; running.get() > 0; spin++) {
                if (spin < SPINS) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.park(this);
                }
            }
        }
        this.task = null;
        rethrow(failure);
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private void serve(int worker) {
        int seen = 0;
        while (true) {
            for (int spin = 0; generation == seen && !closed; spin++) {
                if (spin < SPINS) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.park(this);
                }
            }
            if (closed) {
                return;
            }
            seen = generation;
            work(worker);
            if (running.decrementAndGet() == 0) {
                LockSupport.unpark(caller);
            }
        }
    }

    private void work(int worker) {
        Task mine = task;
        int end = blocks;
        for (int block = nextBlock.getAndIncrement(); block < end; block = nextBlock.getAndIncrement()) {
            try {
                mine.run(worker, block);
            } catch (RuntimeException | Error e) {
                synchronized (threads) {
                    if (block < failedBlock.get()) {
                        failedBlock.set(block);
                        failure = e;
                    }
                }
            }
        }
    }

    /** Ends the threads; idempotent. */
    @Override
    public void close() {
        closed = true;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
    }
}
