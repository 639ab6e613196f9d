package org.pinn4j.validation.evolution;

import org.pinn4j.validation.system.BandMatrix;
import org.pinn4j.validation.system.ImplicitSystem;

/** Initial values at which the algebraic rows hold and y' satisfies the differential ones. */
final class ConsistentStart {
    private static final int ITERATIONS = 8;
    /** An implicit step this short leaves the differential unknowns where they are. */
    private static final double INSTANT = 1e-8;

    private final ImplicitSystem system;

    ConsistentStart(ImplicitSystem system) {
        this.system = system;
    }

    /**
     * Solves F(t, y + δ·v, v) = 0 for v with a δ far below a step by Newton's method; v is y' of the differential unknowns and
     * δ·v the correction of the algebraic ones.
     * @param y corrected in the algebraic unknowns
     * @param yDot overwritten in the differential unknowns, zero in the others
     */
    void refine(double t, double step, double[] y, double[] yDot) {
        int n = system.size();
        double delta = INSTANT * step;
        double[] v = yDot.clone();
        double[] point = y.clone();
        double[] f = new double[n];
        BandMatrix matrix = system.matrix();
        double before = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            system.residual(t, point, v, f);
            system.jacobian(t, point, v, 1 / delta, matrix);
            if (!matrix.factorise()) {
                throw IntegrationException.failed(
                        "the matrix of the initial values is singular: an unknown has no equation or too many conditions");
            }
            matrix.solve(f);
            double change = 0;
            for (int i = 0; i < n; i++) {
                point[i] -= f[i];
                v[i] -= f[i] / delta;
                change = Math.max(change, Math.abs(f[i]));
            }
            if (change == 0 || change >= before / 2) {
                break;
            }
            before = change;
        }
        for (int i = 0; i < n; i++) {
            yDot[i] = system.algebraic(i) ? 0 : v[i];
            y[i] = system.algebraic(i) ? point[i] : y[i];
        }
    }
}
