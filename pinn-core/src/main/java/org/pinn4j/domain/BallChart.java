package org.pinn4j.domain;

import org.pinn4j.pde.Part;

/** A ball of two or three dimensions, or its sphere, in polar coordinates, which are smooth: what integrals are taken in. */
record BallChart(Ball ball, boolean sphere) implements Part.Piece {
    /** Most dimensions that have one: in more, integrals are means over points, which need no smooth map. */
    static final int MOST = 3;

    @Override
    public int dimension() {
        return ball.axes().size() - (sphere ? 1 : 0);
    }

    @Override
    public double measure() {
        return sphere ? new SpherePiece(ball).measure() : new BallPiece(ball).measure();
    }

    @Override
    public void map(double[] unit, double[] x) {
        chart(unit, x);
    }

    /** The radius first, then the angle from the third axis, then the one around it. */
    @Override
    public double chart(double[] unit, double[] x) {
        int d = ball.axes().size();
        double r = sphere ? ball.radius() : ball.radius() * unit[0];
        double down = d == 3 ? Math.PI * unit[sphere ? 0 : 1] : Math.PI / 2;
        double around = 2 * Math.PI * unit[unit.length - 1];
        x[0] = ball.centre(0) + r * Math.sin(down) * Math.cos(around);
        x[1] = ball.centre(1) + r * Math.sin(down) * Math.sin(around);
        if (d == 3) {
            x[2] = ball.centre(2) + r * Math.cos(down);
        }
        double area = 2 * Math.PI * r * (d == 3 ? Math.PI * r * Math.sin(down) : 1);
        return sphere ? area : area * ball.radius();
    }

    @Override
    public boolean hasNormal() {
        return sphere;
    }

    @Override
    public void normal(double[] x, double[] normal) {
        SpherePiece.outward(ball, x, normal);
    }

    @Override
    public void bring(double[] x) {
        SpherePiece.bring(ball, x);
    }
}
