package org.pinn4j.periodic;

/** Who follows a march, on its thread. */
public interface Watch {
    /** Whether to end before the next iteration. */
    boolean over();

    /**
     * After each iteration.
     * @param change the residual that it began with, over the size of the fields
     * @param operations floating-point operations that it took
     */
    void iterated(double change, double operations);
}
