package org.pinn4j.domain;

import org.pinn4j.pde.Part;

/** The circle around a disk. */
record CirclePiece(Disk disk) implements Part.Piece {
    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public double measure() {
        return 2 * Math.PI * disk.radius();
    }

    @Override
    public void map(double[] unit, double[] x) {
        x[0] = disk.centreX() + disk.radius() * Math.cos(2 * Math.PI * unit[0]);
        x[1] = disk.centreY() + disk.radius() * Math.sin(2 * Math.PI * unit[0]);
    }

    @Override
    public boolean hasNormal() {
        return true;
    }

    @Override
    public void normal(double[] x, double[] normal) {
        double dx = x[0] - disk.centreX();
        double dy = x[1] - disk.centreY();
        double r = Math.hypot(dx, dy);
        normal[0] = r == 0 ? 1 : dx / r;
        normal[1] = r == 0 ? 0 : dy / r;
    }

    /** Along the radius; from the centre itself to the right. */
    @Override
    public void bring(double[] x) {
        double[] normal = new double[2];
        normal(x, normal);
        x[0] = disk.centreX() + disk.radius() * normal[0];
        x[1] = disk.centreY() + disk.radius() * normal[1];
    }
}
