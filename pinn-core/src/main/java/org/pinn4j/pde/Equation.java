package org.pinn4j.pde;

/** {@code left = right}. Its residual is {@code left - right}; a PDE in the interior, a condition {@link #on} a side. */
public record Equation(Expr left, Expr right) {
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
        return on(new Region.Points(new DataPoints(points, values)));
    }

    @Override
    public String toString() {
        return left + " = " + right;
    }
}
