package org.pinn4j.domain;

import org.pinn4j.pde.Part;

/**
 * The interior of a ball, drawn from a cube of its dimension: normal numbers give a direction, and the share of them that are nearer
 * to the origin is uniform, so that its d-th root is the radius of a point uniform in volume.
 * Source: Devroye, Non-Uniform Random Variate Generation (1986), ch. V.4.
 */
record BallPiece(Ball ball) implements Part.Piece {
    @Override
    public int dimension() {
        return ball.axes().size();
    }

    /** π^(d/2)/Γ(d/2 + 1)·R^d. */
    @Override
    public double measure() {
        int d = dimension();
        return Normals.exp(Normals.logSphere(d) - Math.log(d) + d * Math.log(ball.radius()));
    }

    @Override
    public void map(double[] unit, double[] x) {
        int d = dimension();
        double share = Normals.direction(unit, d, x);
        double r = ball.radius() * (ball.hasUniformRadius() ? share : Math.pow(share, 1.0 / d));
        for (int k = 0; k < d; k++) {
            x[k] = ball.centre(k) + r * x[k];
        }
    }

    /** With uniform radius the volume at a radius r grows as r^(d − 1). */
    @Override
    public double chart(double[] unit, double[] x) {
        map(unit, x);
        return ball.hasUniformRadius() ? 1 / density(x) : measure();
    }

    @Override
    public double density(double[] x) {
        int d = dimension();
        double shell = Normals.logSphere(d) + (d - 1) * Math.log(ball.away(x)) + Math.log(ball.radius());
        return ball.hasUniformRadius() ? Normals.exp(-shell) : 1 / measure();
    }

    @Override
    public boolean hasNormal() {
        return false;
    }

    @Override
    public void normal(double[] x, double[] normal) {
        throw new IllegalStateException("ball: the interior has no normal; use dn() on the sphere");
    }

    /** What left is reflected at the sphere, along its radius. */
    @Override
    public void bring(double[] x) {
        double r = ball.away(x);
        if (r > ball.radius()) {
            double back = Math.max(2 * ball.radius() - r, 0) / r;
            for (int k = 0; k < dimension(); k++) {
                x[k] = ball.centre(k) + back * (x[k] - ball.centre(k));
            }
        }
    }
}
