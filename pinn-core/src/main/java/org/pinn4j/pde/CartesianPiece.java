package org.pinn4j.pde;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A piece of a shape times a piece of a box. The shape's unit coordinates come first, its axes too. */
record CartesianPiece(Part.Piece of, BoxPiece along, int first) implements Part.Piece {
    @Override
    public int dimension() {
        return of.dimension() + along.dimension();
    }

    @Override
    public double measure() {
        return of.measure() * along.measure();
    }

    @Override
    public void map(double[] unit, double[] x) {
        of.map(head(unit, of.dimension()), x);
        put(tail(unit), x);
    }

    @Override
    public double chart(double[] unit, double[] x) {
        double density = of.chart(head(unit, of.dimension()), x);
        put(tail(unit), x);
        return density * along.measure();
    }

    @Override
    public double density(double[] x) {
        return of.density(head(x, first)) / along.measure();
    }

    private static double[] head(double[] values, int n) {
        return Arrays.copyOf(values, n);
    }

    private double[] tail(double[] unit) {
        return Arrays.copyOfRange(unit, of.dimension(), unit.length);
    }

    private void put(double[] unit, double[] x) {
        double[] rest = new double[x.length - first];
        along.map(unit, rest);
        System.arraycopy(rest, 0, x, first, rest.length);
    }

    @Override
    public boolean hasNormal() {
        return of.hasNormal() || along.hasNormal();
    }

    @Override
    public void normal(double[] x, double[] normal) {
        double[] own = new double[of.hasNormal() ? first : x.length - first];
        if (of.hasNormal()) {
            of.normal(head(x, first), own);
        } else {
            along.normal(x, own);
        }
        Arrays.fill(normal, 0);
        System.arraycopy(own, 0, normal, of.hasNormal() ? 0 : first, own.length);
    }

    @Override
    public void bring(double[] x) {
        double[] own = head(x, first);
        double[] rest = Arrays.copyOfRange(x, first, x.length);
        of.bring(own);
        along.bring(rest);
        System.arraycopy(own, 0, x, 0, first);
        System.arraycopy(rest, 0, x, first, rest.length);
    }

    @Override
    public Optional<List<Part.Piece>> between(int axis, double from, double to) {
        return axis < first
                ? Optional.empty()
                : along.between(axis - first, from, to)
                        .map(cut -> cut.stream()
                                .map(c -> (Part.Piece) new CartesianPiece(of, (BoxPiece) c, first))
                                .toList());
    }
}
