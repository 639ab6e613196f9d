package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What is said of conditions that are missing on the ends of an axis.
 * @param loose fields known up to a constant, which no condition is advised on
 * @param marked whether the count is another one at other places
 * @param doubtful whether the equations do not tell where they are needed
 */
record CountWords(
        Reading reading,
        EquationSystem system,
        Collection<Field> loose,
        Axis axis,
        CountFindings.Count count,
        boolean marked,
        boolean doubtful) {

    Finding finding(Ask ask) {
        return axis.isTime() ? initial(ask) : boundary(ask);
    }

    /** The fields of a block that a condition on an end may name: those of the highest order along the axis, no gauge. */
    private List<Field> candidates(Ask ask) {
        List<Field> fields = new ArrayList<>(system.fields(ask.block()));
        if (!loose.containsAll(fields)) {
            fields.removeAll(loose);
        }
        int most = fields.stream().mapToInt(f -> reading.order(f, axis)).max().orElse(0);
        fields.removeIf(f -> reading.order(f, axis) < most);
        return fields;
    }

    private String who(Ask ask) {
        List<Field> fields = system.fields(ask.block());
        return fields.size() == 1 ? fields.get(0) + " needs" : Names.list(fields) + " together need";
    }

    private Finding finding(String key, Ask ask, String what, String remedy) {
        if (doubtful) {
            return new Finding(
                    key,
                    what + place() + " if the flow enters there, which the equations do not tell",
                    Finding.Severity.NOTE);
        }
        return system.finding(reading, key, ask.block(), what + place(), remedy);
    }

    /** On the ends: the coordinates along them. */
    private String place() {
        List<Axis> axes = reading.problem().axes();
        int[] along = IntStream.range(0, axes.size())
                .filter(a -> !axes.get(a).equals(axis))
                .toArray();
        if (!marked || along.length == 0) {
            return "";
        }
        double[] at = Arrays.stream(along).mapToDouble(a -> count.place()[a]).toArray();
        List<Axis> names = Arrays.stream(along).mapToObj(axes::get).toList();
        return along.length == 1
                ? String.format(Locale.ROOT, " at %s = %.3g", names.get(0), at[0])
                : " at %s = %s".formatted(Names.tuple(names), text(at));
    }

    static String text(double[] point) {
        return "(%s)"
                .formatted(String.join(
                        ", ",
                        Arrays.stream(point)
                                .mapToObj(v -> String.format(Locale.ROOT, "%.3g", v))
                                .toList()));
    }

    private Finding initial(Ask ask) {
        List<Field> fields = system.fields(ask.block());
        long got = seen(ask, Region.Side.BOTH);
        Field first = fields.stream()
                .filter(f -> reading.order(f, axis) > 0)
                .max(Comparator.comparingLong(f -> reading.order(f, axis) - own(f)))
                .orElse(fields.get(0));
        String add = own(first) == 0 ? first.name() : "%s.d(%s)".formatted(first, axis);
        return finding(
                "missing-initial:" + first,
                ask,
                "%s %s, got %d".formatted(who(ask), Names.count(ask.total(), "initial condition"), got),
                "add %s.equalTo(...).on(%s.start())".formatted(add, axis));
    }

    private long own(Field field) {
        return count.given().stream()
                .filter(g -> g.at(Region.Side.BOTH).contains(field))
                .count();
    }

    private long seen(Ask ask, Region.Side side) {
        return count.given().stream()
                .filter(g -> system.sees(g.at(side), ask.block()))
                .count();
    }

    private Finding boundary(Ask ask) {
        List<Field> fields = candidates(ask);
        return count.given().stream().anyMatch(Given::joins) ? wrap(ask, fields) : missing(ask, fields);
    }

    private Finding wrap(Ask ask, List<Field> fields) {
        return new Finding(
                "partial-wrap:" + fields.get(0) + ":" + axis,
                "%s %s on the ends of %s, but only %s; state the wrap of each derivative below %d, or periodicIn(%s)"
                        .formatted(
                                who(ask),
                                Names.count(ask.total(), "condition"),
                                axis,
                                Names.count(seen(ask, Region.Side.BOTH), "wrap"),
                                reading.order(fields.get(0), axis),
                                axis),
                Finding.Severity.NOTE);
    }

    private Finding missing(Ask ask, List<Field> fields) {
        long atMin = seen(ask, Region.Side.MIN);
        long atMax = seen(ask, Region.Side.MAX);
        String where = ask.either() > 0
                ? "%s.start() or %1$s.end()".formatted(axis)
                : places(ask.min() - atMin, ask.max() - atMax);
        boolean time = reading.problem().time().isEmpty() && (atMin == 0) != (atMax == 0);
        return finding(
                "missing-boundary:" + fields.get(0) + ":" + axis,
                ask,
                "%s %s, got %d and %d".formatted(who(ask), wanted(ask), atMin, atMax),
                "add one on %s on %s%s%s"
                        .formatted(
                                Names.list(fields).replace(" and ", " or "),
                                where,
                                atMin + atMax == 0 ? ", or periodicIn(%s)".formatted(axis) : "",
                                time ? "; if %s is time, make it Axis.time".formatted(axis) : ""));
    }

    private String wanted(Ask ask) {
        if (ask.either() > 0) {
            return Names.count(ask.total(), "condition") + " on the ends of " + axis;
        }
        return "%s on %s and %d on %s"
                .formatted(
                        Names.count(ask.min(), "condition"),
                        new Region.Face(axis, Region.Side.MIN),
                        ask.max(),
                        new Region.Face(axis, Region.Side.MAX));
    }

    private String places(long atMin, long atMax) {
        return atMin > 0 && atMax > 0
                ? "%s.start() and on %1$s.end()".formatted(axis)
                : atMin > 0 ? axis + ".start()" : axis + ".end()";
    }
}
