package org.pinn4j.direct;

/** Who follows a direct solve, on its thread. */
public interface Watch {
    /** Whether to end before the next step. @param steps least-squares solves so far */
    boolean over(int steps);

    /** Before the first of them. @param unsolved fields of zero: from now on there is something to return */
    void begun(Candidate unsolved);

    /**
     * After each least-squares solve.
     * @param steps solves so far
     * @param loss half the sum of squares of the rows
     * @param best the best candidate so far
     */
    void solved(int steps, double loss, Candidate best);
}
