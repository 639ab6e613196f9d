package org.pinn4j.optimize;

/** A function of a flat parameter vector to be minimised. Confined to one caller; may use workers inside. */
public interface Objective {
    /** Length of theta. */
    int parameters();

    /** The value at theta; NaN or infinite is a legitimate answer. */
    double value(double[] theta);

    /**
     * The value, and the gradient into {@code g}.
     * @param g overwritten: [parameters]
     */
    double gradient(double[] theta, double[] g);

    /** In words, why the last value was not finite: which condition, which point. Empty where nothing is known. */
    default String diagnosis() {
        return "";
    }
}
