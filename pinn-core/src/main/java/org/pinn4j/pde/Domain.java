package org.pinn4j.pde;

import java.util.List;
import java.util.Optional;
import org.pinn4j.args.Args;

/**
 * A shape in the space of some axes: the place of a statement. It knows the parts of its boundary by name, and the geometry of
 * every region. Immutable; equal shapes are equal values.
 */
public interface Domain {
    /** Outside by this part of the shape's size is still on its boundary: what the coordinates of a point may have lost. */
    double ROUNDING = 1e-12;

    /** Where two parts of the boundary meet. @param place [axes] @param angle inside the shape, in radians */
    record Corner(List<Double> place, double angle, Region first, Region second) {
        public Corner {
            Args.list(place, "place");
            Args.given(first, "first", second, "second");
            place = List.copyOf(place);
        }
    }

    /** The axes, in the order of coordinates. */
    List<Axis> axes();

    /**
     * Whether a point lies inside, on the boundary, or outside by at most {@code tolerance} times the size of the shape.
     * Allocates nothing. @param point [axes]
     */
    boolean contains(double[] point, double tolerance);

    /** Whether a point lies inside or on the boundary. @param point [axes] */
    default boolean contains(double... point) {
        Args.given(point, "point");
        return contains(point, 0);
    }

    /**
     * A region of this shape with its geometry; {@link #requireOwn} tells beforehand whether a part is one of this shape.
     * @throws IllegalArgumentException if the region does not belong to this shape, is empty, or is given by points
     */
    Part geometry(Region region);

    /** The names of the parts of the boundary, in a fixed order. A box has none: its parts are the ends of its axes. */
    default List<String> partNames() {
        return List.of();
    }

    /** The part of the boundary with this name, to state a condition on. */
    default Region part(String name) {
        Args.given(name, "name");
        if (!partNames().contains(name)) {
            throw new IllegalArgumentException("%s has no part '%s'; its parts are %s%s"
                    .formatted(this, name, Names.tuple(partNames()), box().isPresent() ? " the ends of its axes" : ""));
        }
        return new Region.Named(name, this);
    }

    /** @throws IllegalArgumentException if the region is a part of another shape, whatever its name is, or is cut out of one */
    default void requireOwn(Region region) {
        Args.given(region, "region");
        Region whole = region.whole();
        if (whole instanceof Region.Named n
                && partNames().contains(n.name())
                && !part(n.name()).equals(whole)) {
            throw new IllegalArgumentException(
                    "'%s' is a part of another shape, %s, and not of %s; take its own part(\"%s\")"
                            .formatted(n, n.of(), this, n));
        }
    }

    /** All of the boundary in space. */
    default Region boundary() {
        return Region.boundary();
    }

    /**
     * The finite interval that matters along an axis: that of the shape's bounding box, or where the shape goes on for ever a
     * centre plus and minus a scale.
     * @return an axis of the same name and kind
     */
    Axis extent(Axis axis);

    /** Where parts of the boundary meet at an angle, as far as the shape knows. */
    default List<Corner> corners() {
        return List.of();
    }

    /** This shape as a box, if it is one. */
    default Optional<Box> box() {
        return Optional.empty();
    }

    /** Whether the ends of this axis are parts of the boundary: always in a box, along the added axes of a product. */
    default boolean hasEnds(Axis axis) {
        Args.given(axis, "axis");
        return box().isPresent() && axes().contains(axis);
    }

    /** The product with intervals: time, parameters, or another direction of space. */
    default Domain times(Axis... more) {
        return Args.array(more, "more").length == 0 ? this : new Cartesian(this, List.of(more));
    }

    /** What of this shape lies between two values of an axis: one half of a symmetric shape, a slab of time. */
    default Domain restricted(Axis axis, double min, double max) {
        return new Restricted(this, Args.given(axis, "axis"), min, max);
    }
}
