package org.pinn4j.pde;

import java.util.List;

/**
 * What of a shape lies between two values of an axis. Its parts are what is left of the shape's parts: the cut itself is no part,
 * nobody states a condition there.
 */
record Restricted(Domain shape, Axis axis, double min, double max) implements Domain {
    Restricted {
        if (!shape.axes().contains(axis) || !(min < max)) {
            throw new IllegalArgumentException("%s: need one of its axes %s and min < max, got %s in [%s, %s]"
                    .formatted(shape, Names.tuple(shape.axes()), axis, min, max));
        }
    }

    @Override
    public List<Axis> axes() {
        return shape.axes();
    }

    @Override
    public boolean contains(double[] point, double tolerance) {
        double at = point[axes().indexOf(axis)];
        double room = tolerance * (max - min);
        return at >= min - room && at <= max + room && shape.contains(point, tolerance);
    }

    @Override
    public Part geometry(Region region) {
        return shape.geometry(region.where(axis, min, max));
    }

    @Override
    public List<String> partNames() {
        return shape.partNames();
    }

    /** That of the shape, of which {@link #geometry} gives what is left. */
    @Override
    public Region part(String name) {
        return shape.part(name);
    }

    @Override
    public Axis extent(Axis of) {
        Axis whole = shape.extent(of);
        return of.equals(axis) ? of.within(Math.max(min, whole.min()), Math.min(max, whole.max())) : whole;
    }

    @Override
    public String toString() {
        return "%s, %s in [%s, %s]".formatted(shape, axis, min, max);
    }
}
