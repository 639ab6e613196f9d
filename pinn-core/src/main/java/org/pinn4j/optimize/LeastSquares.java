package org.pinn4j.optimize;

/** ½‖r(theta)‖². {@link #gradient} is Jᵀr to round-off. */
public interface LeastSquares extends Objective {
    /**
     * The objective as a sum of squares.
     * @param method who needs it to be one
     * @throws IllegalArgumentException if it is none
     */
    static LeastSquares of(Objective objective, Optimizer method) {
        if (objective instanceof LeastSquares squares) {
            return squares;
        }
        throw new IllegalArgumentException(
                "%s: need a sum of squares, got %s; take a method that asks for gradients alone, such as L-BFGS or Adam"
                        .formatted(method.name(), objective));
    }

    /** Length of r. */
    int rows();

    /**
     * Forward only; returns ½‖r‖².
     * @param r overwritten: [rows]
     */
    double residuals(double[] theta, double[] r);

    /**
     * The normal equations in one pass; returns ½‖r‖².
     * @param a overwritten: lower triangle of JᵀJ, column-major with leading dimension {@code lda}
     * @param g overwritten: Jᵀr
     * @param r overwritten: [rows]
     */
    double normal(double[] theta, double[] a, int lda, double[] g, double[] r);

    /**
     * Rows [firstRow, firstRow + count) of J, column-major with leading dimension {@code ldj}, and of r.
     * @param r overwritten: [count]
     * @param j overwritten: [count × parameters]
     */
    void jacobian(double[] theta, int firstRow, int count, double[] r, double[] j, int ldj);

    /** out [rows] = J(theta)·v. */
    void jv(double[] theta, double[] v, double[] out);

    /** out [parameters] = J(theta)ᵀ·w. */
    void jtw(double[] theta, double[] w, double[] out);
}
