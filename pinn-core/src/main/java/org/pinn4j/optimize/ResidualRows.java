package org.pinn4j.optimize;

/** Residuals at points and their derivatives by parameters: what a least-squares problem consists of. */
public interface ResidualRows {
    /** Length of theta. */
    int parameters();

    /** Length of r. */
    int rows();

    /**
     * Forward only; returns ½‖r‖².
     * @param r overwritten: [rows]
     */
    double residuals(double[] theta, double[] r);

    /**
     * Rows [firstRow, firstRow + count) of J, column-major with leading dimension {@code ldj}, and of r.
     * @param r overwritten: [count]
     * @param j overwritten: [count × parameters]
     */
    void jacobian(double[] theta, int firstRow, int count, double[] r, double[] j, int ldj);
}
