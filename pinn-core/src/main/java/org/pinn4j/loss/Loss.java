package org.pinn4j.loss;

import org.pinn4j.optimize.Objective;

/**
 * What training makes small, on points that may change as it goes on: a sum of squared residuals, an energy, a regression on
 * drawn samples. Confined to one thread.
 */
public interface Loss {
    /** What the optimiser minimises; sums of squares are {@link org.pinn4j.optimize.LeastSquares} and open to more methods. */
    Objective objective();

    /** Points, or samples, that it stands on now. */
    int points();

    /**
     * Called after every step, with the number of steps done so far.
     * @return whether the points changed, so that the optimiser has to look again
     */
    boolean advance(int step, double[] theta);

    /**
     * Whether it stands on other points after every step, wherever the parameters are. What is told and judged after a step is then
     * its value on the points to come, whose gradient the next step takes.
     */
    default boolean isFresh() {
        return false;
    }

    /** One line for the log: points, how they were drawn and when they change. */
    String describe();
}
