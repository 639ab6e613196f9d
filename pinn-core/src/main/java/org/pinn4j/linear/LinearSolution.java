package org.pinn4j.linear;

import org.pinn4j.args.Args;

/**
 * The solution of min ‖A·x − b‖ for each right-hand side.
 * @param weights x: [right-hand sides][columns]
 * @param residuals ‖A·x − b‖, the ridge not counted: [right-hand sides]
 */
public record LinearSolution(double[][] weights, double[] residuals) {
    public LinearSolution {
        Args.array(weights, "weights");
        Args.given(residuals, "residuals");
        weights = copy(weights);
        residuals = residuals.clone();
    }

    @Override
    public double[][] weights() {
        return copy(weights);
    }

    @Override
    public double[] residuals() {
        return residuals.clone();
    }

    private static double[][] copy(double[][] rows) {
        double[][] copy = rows.clone();
        java.util.Arrays.setAll(copy, k -> rows[k].clone());
        return copy;
    }
}
