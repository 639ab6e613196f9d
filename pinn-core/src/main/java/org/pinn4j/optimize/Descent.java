package org.pinn4j.optimize;

/** The memory of a quasi-Newton method: turns a gradient into a direction, and learns from the step taken along it. */
interface Descent {
    /** p = -H·g; p [parameters] overwritten. */
    void direction(double[] g, double[] p);

    /**
     * Takes in one step. Nothing is learnt from a pair whose curvature yᵀs is not safely positive.
     * @param alpha length of the step in units of its direction
     * @param s the step
     * @param y the change of the gradient over it
     * @param g the gradient before it
     */
    void learn(double alpha, double[] s, double[] y, double[] g);

    /** H = I. */
    void forget();

    /** Whether H is still the identity. */
    boolean fresh();

    void save(Memory memory);

    void load(Snapshot snapshot);
}
