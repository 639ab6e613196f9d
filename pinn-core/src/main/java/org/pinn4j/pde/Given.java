package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A condition as one axis sees it: the fields it names on the lower end and on the upper one. A trace names fields where it points. */
record Given(Clause clause, Set<Field> atMin, Set<Field> atMax) {
    /** The conditions that name a field on an end of the axis, pieces of an end among them. */
    static List<Given> on(Reading reading, Axis axis) {
        return on(reading, axis, Optional.empty());
    }

    /** Those that hold on the line along the axis through a place. @param place [axes] */
    static List<Given> at(Reading reading, Axis axis, double[] place) {
        return on(reading, axis, Optional.of(place));
    }

    private static List<Given> on(Reading reading, Axis axis, Optional<double[]> place) {
        List<Given> result = new ArrayList<>();
        for (Clause c : reading.about(axis)) {
            Set<Field> low = named(reading, c, new Region.Face(axis, Region.Side.MIN), place);
            Set<Field> high = named(reading, c, new Region.Face(axis, Region.Side.MAX), place);
            Stream<Given> given = c.part().face().isPresent()
                    ? Stream.of(new Given(c, low, high))
                    : Stream.of(new Given(c, low, Set.of()), new Given(c, Set.of(), high)); // no trace joins its ends
            given.filter(g -> !(g.atMin.isEmpty() && g.atMax.isEmpty())).forEach(result::add);
        }
        return result;
    }

    private static Set<Field> named(Reading reading, Clause c, Region.Face end, Optional<double[]> place) {
        Set<Field> fields = new HashSet<>();
        boolean traces = c.isTraced();
        boolean here = stands(reading, c, end);
        if (!here && !traces) {
            return fields;
        }
        Leaves leaves = Leaves.of(c.residual());
        if (here
                && place.map(p -> c.part().holds(reading.problem().axes(), moved(reading, p, end)))
                        .orElse(true)) {
            leaves.statesHere().forEach(s -> fields.add(s.field()));
        }
        for (Trace trace : leaves.traces()) {
            if (c.part().face().isPresent() && trace.region().equals(end)) {
                fields.addAll(Leaves.of(trace.inner()).fields());
            }
        }
        return fields;
    }

    /** Whether a condition stands on an end or on a piece of it. */
    static boolean stands(Reading reading, Clause c, Region.Face end) {
        return Reading.ends(reading.problem(), c.part().whole()).contains(end);
    }

    /** A place moved onto an end. */
    static double[] moved(Reading reading, double[] place, Region.Face end) {
        double[] moved = place.clone();
        moved[reading.problem().axes().indexOf(end.axis())] = end.coordinate();
        return moved;
    }

    Set<Field> at(Region.Side side) {
        Set<Field> both = new HashSet<>(side == Region.Side.MAX ? Set.of() : atMin);
        both.addAll(side == Region.Side.MIN ? Set.of() : atMax);
        return both;
    }

    /** Whether it joins the two ends of the axis, as a wrap does, with or without a drop. */
    boolean joins() {
        return !atMin.isEmpty() && !atMax.isEmpty();
    }
}
