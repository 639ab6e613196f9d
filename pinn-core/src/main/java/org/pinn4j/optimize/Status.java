package org.pinn4j.optimize;

/** Where a minimisation stands. */
public enum Status {
    RUNNING,
    /** No step decreases the objective any further. */
    STALLED,
    /** The objective became NaN or infinite. */
    NON_FINITE
}
