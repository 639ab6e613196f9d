package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A condition as one axis sees it: the fields it names on the lower end and on the upper one. A trace names fields where it points. */
record Given(Clause clause, Set<Field> atMin, Set<Field> atMax) {
    /** The conditions that name a field on an end of the axis. */
    static List<Given> on(Reading reading, Axis axis) {
        Region.Face low = new Region.Face(axis, Region.Side.MIN);
        Region.Face high = new Region.Face(axis, Region.Side.MAX);
        List<Clause> atLow = where(reading, low);
        List<Clause> atHigh = where(reading, high);
        List<Given> result = new ArrayList<>();
        for (Clause c : reading.clauses()) {
            Given given = new Given(c, named(c, low, atLow), named(c, high, atHigh));
            boolean stands = c.part().face().isPresent() || atLow.contains(c) || atHigh.contains(c);
            if (stands && !(given.atMin.isEmpty() && given.atMax.isEmpty())) {
                result.add(given);
            }
        }
        return result;
    }

    /** Of the conditions on pieces of an end, those that hold where the fewest do. */
    private static List<Clause> where(Reading reading, Region.Face end) {
        Domain domain = reading.problem().domain();
        List<Clause> pieces = reading.clauses().stream()
                .filter(c -> !c.part().cuts().isEmpty())
                .filter(c -> Reading.ends(reading.problem(), c.part().whole()).contains(end))
                .toList();
        return pieces.isEmpty()
                ? pieces
                : Agreement.on(domain, "conditions on pieces").on(end).points().stream()
                        .map(x -> pieces.stream()
                                .filter(c -> c.part().holds(domain.axes(), x))
                                .toList())
                        .min(Comparator.comparingInt(List::size))
                        .orElseThrow();
    }

    private static Set<Field> named(Clause c, Region.Face end, List<Clause> there) {
        Leaves leaves = Leaves.of(c.residual());
        Set<Field> fields = new HashSet<>();
        if (c.part().equals(end) || there.contains(c)) {
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
