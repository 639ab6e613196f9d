package org.pinn4j.loss;

import org.pinn4j.args.Args;
import org.pinn4j.jets.Columns;
import org.pinn4j.optimize.ResidualRows;

/**
 * The rows of an objective as a function of some of its parameters, such as output layers and coefficients; the others stand
 * still. Immutable but for the objective.
 * @param theta where those that stand still have their values: [parameters of the objective]
 */
public record PartRows(ResidualObjective objective, Columns columns, double[] theta) implements ResidualRows {
    public PartRows {
        Args.given(objective, "objective", columns, "columns");
        Args.given(theta, "theta");
        theta = Args.exactly(objective.parameters(), theta, "theta").clone();
    }

    @Override
    public double[] theta() {
        return theta.clone();
    }

    /** All parameters of the objective with these for the chosen ones. */
    public double[] whole(double[] part) {
        Args.given(part, "part");
        Args.atLeast(columns.count(), part, "part");
        double[] whole = theta.clone();
        for (int k = 0; k < whole.length; k++) {
            whole[k] = columns.has(k) ? part[columns.of(k)] : whole[k];
        }
        return whole;
    }

    @Override
    public int parameters() {
        return columns.count();
    }

    @Override
    public int rows() {
        return objective.rows();
    }

    @Override
    public double residuals(double[] part, double[] r) {
        Args.given(part, "part", r, "r");
        return objective.residuals(whole(part), r);
    }

    @Override
    public void jacobian(double[] part, int firstRow, int count, double[] r, double[] j, int ldj) {
        Args.given(part, "part", r, "r");
        Args.given(j, "j");
        objective.jacobian(whole(part), columns, firstRow, count, r, j, ldj);
    }
}
