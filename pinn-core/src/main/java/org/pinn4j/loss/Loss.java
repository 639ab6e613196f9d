package org.pinn4j.loss;

/** A sum of squared residuals whose points may change as training goes on. Confined to one thread. */
public interface Loss {
    /** What the optimiser minimises. */
    ResidualObjective objective();

    /**
     * Called after every step, with the number of steps done so far.
     * @return whether the points changed, so that the optimiser has to look again
     */
    boolean advance(int step, double[] theta);

    /** One line for the log: points, how they were drawn and when they change. */
    String describe();
}
