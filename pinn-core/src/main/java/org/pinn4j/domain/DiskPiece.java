package org.pinn4j.domain;

import org.pinn4j.pde.Part;

/** The interior of a disk in polar coordinates. The first unit coordinate goes out from the centre, the second around it. */
record DiskPiece(Disk disk) implements Part.Piece {
    @Override
    public int dimension() {
        return 2;
    }

    @Override
    public double measure() {
        return Math.PI * disk.radius() * disk.radius();
    }

    /** Areas are kept: a radius grows with the root. */
    @Override
    public void map(double[] unit, double[] x) {
        polar(disk.radius() * Math.sqrt(unit[0]), unit[1], x);
    }

    /** The root would cost integrals their order, so they take the radius itself. */
    @Override
    public double chart(double[] unit, double[] x) {
        double r = disk.radius() * unit[0];
        polar(r, unit[1], x);
        return 2 * Math.PI * r * disk.radius();
    }

    private void polar(double r, double turn, double[] x) {
        x[0] = disk.centreX() + r * Math.cos(2 * Math.PI * turn);
        x[1] = disk.centreY() + r * Math.sin(2 * Math.PI * turn);
    }

    @Override
    public boolean hasNormal() {
        return false;
    }

    @Override
    public void normal(double[] x, double[] normal) {
        throw new IllegalStateException("disk: the interior has no normal; use dn() on the circle");
    }

    /** What left is reflected at the circle, along its radius. */
    @Override
    public void bring(double[] x) {
        double dx = x[0] - disk.centreX();
        double dy = x[1] - disk.centreY();
        double r = Math.hypot(dx, dy);
        if (r > disk.radius()) {
            double back = Math.max(2 * disk.radius() - r, 0) / r;
            x[0] = disk.centreX() + back * dx;
            x[1] = disk.centreY() + back * dy;
        }
    }
}
