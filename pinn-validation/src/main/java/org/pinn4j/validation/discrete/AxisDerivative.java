package org.pinn4j.validation.discrete;

/** The derivatives of a grid at all nodes of its axis at once. Keeps working memory: belongs to one thread. */
public interface AxisDerivative {
    /**
     * The same as the rows of {@link AxisGrid#derivative}, to rounding.
     * @param order 0 to {@link AxisGrid#HIGHEST_DERIVATIVE}
     * @param u [nodes], read only
     * @param out overwritten: [nodes]
     */
    void apply(int order, double[] u, double[] out);
}
