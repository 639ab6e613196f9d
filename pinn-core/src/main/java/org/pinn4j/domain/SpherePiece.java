package org.pinn4j.domain;

import java.util.Arrays;
import org.pinn4j.pde.Part;

/** The sphere around a ball, drawn by the directions of normal numbers: a cube of one dimension more than it has. */
record SpherePiece(Ball ball) implements Part.Piece {
    @Override
    public int dimension() {
        return ball.axes().size();
    }

    @Override
    public double measure() {
        int d = dimension();
        return Normals.exp(Normals.logSphere(d) + (d - 1) * Math.log(ball.radius()));
    }

    @Override
    public void map(double[] unit, double[] x) {
        Normals.direction(unit, dimension(), x);
        for (int k = 0; k < dimension(); k++) {
            x[k] = ball.centre(k) + ball.radius() * x[k];
        }
    }

    @Override
    public boolean hasNormal() {
        return true;
    }

    @Override
    public void normal(double[] x, double[] normal) {
        outward(ball, x, normal);
    }

    /** Along the radius; at the centre itself along the first axis. */
    static void outward(Ball ball, double[] x, double[] normal) {
        double r = ball.away(x);
        Arrays.fill(normal, 0);
        normal[0] = 1;
        for (int k = 0; k < ball.axes().size() && r > 0; k++) {
            normal[k] = (x[k] - ball.centre(k)) / r;
        }
    }

    @Override
    public void bring(double[] x) {
        bring(ball, x);
    }

    static void bring(Ball ball, double[] x) {
        double[] normal = new double[x.length];
        outward(ball, x, normal);
        for (int k = 0; k < ball.axes().size(); k++) {
            x[k] = ball.centre(k) + ball.radius() * normal[k];
        }
    }
}
