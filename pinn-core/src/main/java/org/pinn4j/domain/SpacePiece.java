package org.pinn4j.domain;

import org.pinn4j.pde.Part;

/** All of space: each coordinate is drawn by the law. */
record SpacePiece(Space space) implements Part.Piece {
    @Override
    public int dimension() {
        return space.axes().size();
    }

    @Override
    public double measure() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public void map(double[] unit, double[] x) {
        for (int k = 0; k < dimension(); k++) {
            x[k] = space.law().quantile(unit[k]);
        }
    }

    @Override
    public double density(double[] x) {
        double product = 1;
        for (int k = 0; k < dimension(); k++) {
            product *= space.law().density(x[k]);
        }
        return product;
    }

    @Override
    public boolean hasNormal() {
        return false;
    }

    @Override
    public void normal(double[] x, double[] normal) {
        throw new IllegalStateException("space: it has no boundary");
    }

    /** Everywhere is in it. */
    @Override
    public void bring(double[] x) {}
}
