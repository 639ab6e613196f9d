package org.pinn4j.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C during a solve: asks the solve to stop and holds the end of the process until the best solution is written.
 * The JVM itself then ends with 130, the shell's code for an interrupt.
 */
final class Stop implements AutoCloseable {
    /** Longer than one step of a large problem and the writing of its file. */
    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch written = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupted, "pinn-interrupt");
    private Runnable cancel = () -> {};
    private boolean requested;

    /** From here on an interrupt of the process is a request. */
    Stop listen() {
        Runtime.getRuntime().addShutdownHook(hook);
        return this;
    }

    /** @param action asks the solve to stop; called once, from another thread, or at once if the request came before */
    synchronized void onRequest(Runnable action) {
        cancel = action;
        if (requested) {
            action.run();
        }
    }

    synchronized boolean requested() {
        return requested;
    }

    /** Asks; does not wait. */
    synchronized void request() {
        if (!requested) {
            requested = true;
            cancel.run();
        }
    }

    private void interrupted() {
        request();
        try {
            written.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything worth keeping is written: the process may end. */
    @Override
    public void close() {
        written.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            request(); // the process is ending: the hook has run or finds the latch open
        }
    }
}
