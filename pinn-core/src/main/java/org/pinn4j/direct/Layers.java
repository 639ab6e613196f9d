package org.pinn4j.direct;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.ansatz.Features;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.EndLayer;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Leaves;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;

/**
 * Ends of axes where the solution may be steep, each with the width at which an input is stretched: ξ = asinh((x − end)/width)
 * stands beside x, and every feature sees one of the two along the axis.
 *
 * <p><b>Why stretched sines and no placed tanh.</b> Near the end ξ is the distance in widths, further away its logarithm: a wave
 * in ξ is as long as its distance to the end, so that one bandwidth has features of all scales. e^((x−1)/ε) is entire in ξ, and
 * what is smooth in x is left to the features of x. For −εu″ + u′ = 1 with 300 features, ε = 1e-4 and 1e-6, least squares with
 * them end at errors of 1e-12, with 300 tanh at centres and widths over all scales at 1e-7 and 1e-6. In several dimensions a
 * sine of the sum of the inputs is a sum of products of waves along the axes, which carries what is steep along two axes at once;
 * placed tanh needs a product of features there. Near the end ξ has the relative accuracy of x − end, whatever the width.
 * Immutable.
 */
record Layers(List<Place> places) {
    static final Layers NONE = new Layers(List.of());
    /** In units of the length in which the fastest mode decays: of 1 to 5 the best or nearly so for ε from 1e-2 to 1e-6. */
    private static final double STRETCH = 1.5;
    /** Points are drawn to a distance of this part of a width. */
    private static final double NEAREST = 0.1;

    Layers {
        places = List.copyOf(places);
    }

    /** Those that the equations speak of, on axes that a design sees as they are. */
    static Layers of(Problem problem, AnsatzDesign design) {
        return new Layers(EndLayer.of(problem).stream()
                .filter(e -> base(design, e.axis()) >= 0)
                .map(Layers::place)
                .toList());
    }

    private static Place place(EndLayer e) {
        double end = e.side() == Region.Side.MIN ? e.axis().min() : e.axis().max();
        return Place.at(e.axis(), end, binary(STRETCH * e.width()));
    }

    /** The nearest power of two: (x − end)/width is rounded nowhere then, as x/width − end/width neither. */
    static double binary(double width) {
        return Math.scalb(1.0, (int) Math.rint(Math.log(width) / Math.log(2)));
    }

    /** As the inputs of a solution show them; empty if one of them is no place. */
    static Optional<Layers> of(List<Expr> stretched) {
        List<Place> read =
                stretched.stream().map(Place::read).flatMap(Optional::stream).toList();
        return read.size() == stretched.size() ? Optional.of(new Layers(read)) : Optional.empty();
    }

    /** Whether an input more does no harm to what a design has by its inputs: it varies along axes that are seen as they are. */
    static boolean isFree(AnsatzDesign design, Expr input) {
        return Leaves.of(input).axes().stream().allMatch(a -> base(design, a) >= 0);
    }

    /** The place among the inputs of an axis that is seen as it is, mapped to [−1, 1]; −1 if it is not. */
    private static int base(AnsatzDesign design, Axis axis) {
        Axis extent = design.place().extent(axis);
        return design.features().indexOf(Features.scaled(axis, extent.min(), extent.max()));
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    /** Whether there is one at an end: these come from a small coefficient, which makes rows of many sizes. */
    boolean hasEnds() {
        return places.stream().anyMatch(p -> !p.isInside());
    }

    Layers withWidths(double factor) {
        return new Layers(
                places.stream().map(p -> p.withWidth(factor * p.width())).toList());
    }

    /** Those along other axes. */
    Layers without(Axis axis) {
        return new Layers(places.stream().filter(p -> !p.axis().equals(axis)).toList());
    }

    /** These and others. */
    Layers with(Layers others) {
        return new Layers(Stream.concat(places.stream(), others.places.stream()).toList());
    }

    /** The design with one more input for each place, after all others. */
    AnsatzDesign design(AnsatzDesign plain) {
        return isEmpty()
                ? plain
                : plain.withInputs(places.stream().map(Place::input).toList());
    }

    /** What a feature may see in place of an input of the plain design: the stretched ones of its axis. */
    List<Expr> alternatives(AnsatzDesign plain, Expr input) {
        int own = plain.features().indexOf(input);
        return places.stream()
                .filter(p -> base(plain, p.axis()) == own)
                .map(Place::input)
                .toList();
    }

    /** Points towards these places, down to a part of their widths. */
    Spread spread(List<Axis> axes) {
        return Spread.towards(
                axes.stream()
                        .map(a -> new Spread.Ends(a, nearMin(a), nearMax(a)))
                        .toList(),
                inside(),
                axes);
    }

    /** Those that are at no end, at the distance down to which points are drawn. */
    List<Place> inside() {
        return places.stream()
                .filter(Place::isInside)
                .map(p -> p.withWidth(NEAREST * p.width()))
                .toList();
    }

    private double nearMin(Axis axis) {
        return nearest(p -> p.axis().equals(axis) && p.isAtMin());
    }

    private double nearMax(Axis axis) {
        return nearest(p -> p.axis().equals(axis) && p.isAtMax());
    }

    private double nearest(Predicate<Place> which) {
        return places.stream()
                .filter(which)
                .mapToDouble(p -> NEAREST * p.width())
                .min()
                .orElse(0);
    }

    @Override
    public String toString() {
        return places.stream().map(Place::toString).collect(Collectors.joining(", "));
    }
}
