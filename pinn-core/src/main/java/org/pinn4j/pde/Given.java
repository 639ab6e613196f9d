package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A condition as one axis sees it: the fields it names on the lower end and on the upper one. A trace names fields where it points. */
record Given(Clause clause, Set<Field> atMin, Set<Field> atMax) {
    /** The conditions that name a field on an end of the axis. */
    static List<Given> on(Reading reading, Axis axis) {
        List<Given> result = new ArrayList<>();
        for (Clause c : reading.clauses()) {
            Given given = new Given(
                    c,
                    named(c, new Region.Face(axis, Region.Side.MIN)),
                    named(c, new Region.Face(axis, Region.Side.MAX)));
            if (c.part().face().isPresent() && !(given.atMin.isEmpty() && given.atMax.isEmpty())) {
                result.add(given);
            }
        }
        return result;
    }

    private static Set<Field> named(Clause c, Region.Face end) {
        Leaves leaves = Leaves.of(c.residual());
        Set<Field> fields = new HashSet<>();
        if (c.part().equals(end)) {
            leaves.statesHere().forEach(s -> fields.add(s.field()));
        }
        for (Trace trace : leaves.traces()) {
            if (trace.region().equals(end)) {
                fields.addAll(Leaves.of(trace.inner()).fields());
            }
        }
        return fields;
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
