package org.pinn4j.optimize;

/** One step of a {@link GradientMethod}: mathematics over flat arrays, with no state but its arguments. */
@FunctionalInterface
interface UpdateRule {
    /**
     * Moves theta.
     * @param k number of the step, 1, 2, ...
     * @param rate its learning rate
     * @param g the gradient at theta [p], read only
     * @param theta overwritten [p]
     * @param memory overwritten: what the method remembers, vectors [p] that begin as zeros and behind them its numbers
     */
    void apply(long k, double rate, double[] g, double[] theta, double[][] memory);
}
