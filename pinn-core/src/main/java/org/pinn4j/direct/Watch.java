package org.pinn4j.direct;

/** Who follows a direct solve, on its thread. */
public interface Watch {
    /** Whether to end before the next step. @param steps least-squares solves so far */
    boolean over(int steps);

    /**
     * After each least-squares solve.
     * @param steps solves so far
     * @param loss half the sum of squares of the rows
     * @param best the best candidate so far
     */
    void solved(int steps, double loss, Candidate best);
}
