package org.pinn4j.validation.reference;

import org.hipparchus.ode.OrdinaryDifferentialEquation;

/** u_t = law(u, u_x, u_xx) with central differences on a {@link Line}: one ordinary equation per unknown. Not thread-safe. */
final class MethodOfLines implements OrdinaryDifferentialEquation {
    /** The right-hand side at one point. */
    @FunctionalInterface
    interface Law {
        double rate(double u, double ux, double uxx);
    }

    private final Line line;
    private final Ends ends;
    private final Stencil stencil;
    private final Law law;
    private final double[] nodes;
    private final double[] firstBySlope;
    private final double[] firstByCurvature;
    private final double[] secondBySlope;

    MethodOfLines(Line line, Ends ends, Stencil stencil, Law law) {
        this.line = line;
        this.ends = ends;
        this.stencil = stencil;
        this.law = law;
        this.nodes = new double[line.cells() + 1 + 2 * stencil.reach()];
        int n = getDimension();
        firstBySlope = new double[n];
        firstByCurvature = new double[n];
        secondBySlope = new double[n];
        chainRule();
    }

    /** u_x = u_σ/x_σ and u_xx = u_σσ/x_σ² - u_σ x_σσ/x_σ³, with the intervals' width divided in. */
    private void chainRule() {
        double h = 1.0 / line.cells();
        for (int i = 0; i < firstBySlope.length; i++) {
            double sigma = (i + ends.firstNode()) * h;
            double slope = line.slope(sigma);
            firstBySlope[i] = 1 / (h * slope);
            secondBySlope[i] = firstBySlope[i] * firstBySlope[i];
            firstByCurvature[i] = line.curvature(sigma) / (h * slope * slope * slope);
        }
    }

    @Override
    public int getDimension() {
        return ends.unknowns(line.cells());
    }

    @Override
    public double[] computeDerivatives(double t, double[] u) {
        ends.extend(u, line.cells(), stencil.reach(), nodes);
        int shift = stencil.reach() + ends.firstNode();
        double[] rate = new double[u.length];
        for (int i = 0; i < rate.length; i++) {
            double first = stencil.first(nodes, shift + i);
            double uxx = stencil.second(nodes, shift + i) * secondBySlope[i] - first * firstByCurvature[i];
            rate[i] = law.rate(u[i], first * firstBySlope[i], uxx);
        }
        return rate;
    }
}
