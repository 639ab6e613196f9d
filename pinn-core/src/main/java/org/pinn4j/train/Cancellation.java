package org.pinn4j.train;

/** Asks a run to stop; the step under way is dropped. May be called from any thread; cannot be taken back. */
public final class Cancellation {
    private volatile boolean requested;

    public void request() {
        requested = true;
    }

    public boolean isRequested() {
        return requested;
    }
}
