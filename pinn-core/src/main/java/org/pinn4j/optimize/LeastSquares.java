package org.pinn4j.optimize;

import org.pinn4j.args.Args;

/** ½‖r(theta)‖². {@link #gradient} is Jᵀr to round-off. */
public interface LeastSquares extends Objective, ResidualRows {
    /**
     * The objective as a sum of squares.
     * @param method who needs it to be one
     * @throws IllegalArgumentException if it is none
     */
    static LeastSquares of(Objective objective, Optimizer method) {
        Args.given(objective, "objective", method, "method");
        if (objective instanceof LeastSquares squares) {
            return squares;
        }
        throw new IllegalArgumentException(
                "%s: need a sum of squares, got %s; take a method that asks for gradients alone, such as L-BFGS or Adam"
                        .formatted(method.name(), objective));
    }

    /**
     * The normal equations in one pass; returns ½‖r‖².
     * @param a overwritten: lower triangle of JᵀJ, column-major with leading dimension {@code lda}
     * @param g overwritten: Jᵀr
     * @param r overwritten: [rows]
     */
    double normal(double[] theta, double[] a, int lda, double[] g, double[] r);

    /** out [rows] = J(theta)·v. */
    void jv(double[] theta, double[] v, double[] out);

    /** out [parameters] = J(theta)ᵀ·w. */
    void jtw(double[] theta, double[] w, double[] out);
}
