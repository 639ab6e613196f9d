package org.pinn4j.benchmarks.yardstick;

/** Something whose time is taken in a {@link Contest}. */
@FunctionalInterface
interface Entrant {
    /** Runs once, timed. */
    void run();

    /** Makes ready for a sample, untimed. */
    default void prepare() {}

    /** Whether the last run was of the kind that is measured; a sample of another kind is taken again. */
    default boolean counts() {
        return true;
    }

    /** Whether a sample may be several runs one after the other. */
    default boolean repeats() {
        return true;
    }
}
