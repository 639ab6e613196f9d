package org.pinn4j.pde;

import java.util.Arrays;
import org.pinn4j.args.Args;

/** {@code left = right}. Its residual is {@code left - right}; a PDE in the interior, a condition {@link #on} a side. */
public record Equation(Expr left, Expr right) {
    public Equation {
        Args.given(left, "left", right, "right");
    }

    public Expr residual() {
        return left.minus(right);
    }

    /** This equation as a condition on a region. */
    public Condition on(Region region) {
        return new Condition(this, region, "");
    }

    /**
     * This equation at given points; {@link Expr#measurement()} in it stands for the value of each point.
     * @param points [count][axes], in the order of the problem's axes
     * @param values [count]
     */
    public Condition onData(double[][] points, double[] values) {
        Args.array(points, "points");
        Args.given(values, "values");
        return on(new Region.Points(new DataPoints(points, values)));
    }

    /**
     * This equation at given points, with noise of one standard deviation at all of them: coefficients found from the data get
     * intervals, and readings count by 1/sigma².
     * @param points [count][axes], in the order of the problem's axes
     * @param values [count]
     * @param sigma in the unit of the equation's sides, which is that of the values where the left side is a field
     */
    public Condition onData(double[][] points, double[] values, double sigma) {
        Args.array(points, "points");
        Args.given(values, "values");
        double[] all = new double[values.length];
        Arrays.fill(all, sigma);
        return onData(points, values, all);
    }

    /**
     * This equation at given points, with noise of a standard deviation for each reading.
     * @param points [count][axes], in the order of the problem's axes
     * @param values [count]
     * @param sigma [count]
     */
    public Condition onData(double[][] points, double[] values, double[] sigma) {
        Args.array(points, "points");
        Args.given(values, "values", sigma, "sigma");
        return on(new Region.Points(new DataPoints(points, values, sigma)));
    }

    @Override
    public String toString() {
        return left + " = " + right;
    }
}
