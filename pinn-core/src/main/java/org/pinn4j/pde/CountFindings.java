package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Too few conditions, or too many, on the ends of each axis, counted as the system of equations needs them.
 *
 * <p>A system needs on an end as many conditions as it has modes that decay from there into the domain ({@link Symbol}), whoever
 * of its fields they name: E_t = −H_x, H_t = −E_x takes one condition at each wall, on E or on H; −ν∇²u + ∇p = 0, ∇·u = 0 takes
 * two, and none on p; r² u_rr + r u_r + u_φφ = 0 takes none at r = 0. Fields that determine each other form a block, and a
 * condition counts for a block if it names one of its fields or one that hangs on it ({@link Supply}). Time takes as many as the determinant
 * of the symbol has powers of τ: one for each evolving field, none for a pressure.
 *
 * <p>The finding blocks only where every sample of coefficients and states falls short, nothing measured can make up for it,
 * and the equations are as many as the fields. Where there are more equations than fields no conditions are
 * counted, see {@link Compatibility}.
 */
final class CountFindings {
    private final Reading reading;
    private final EquationSystem system;
    private final Collection<Field> loose;
    private final List<Finding> found = new ArrayList<>();
    private int spare;

    CountFindings(Reading reading, EquationSystem system, Collection<Field> loose) {
        this.reading = reading;
        this.system = system;
        this.loose = loose;
        reading.problem().axes().forEach(this::count);
    }

    List<Finding> found() {
        return found;
    }

    /** Conditions beyond those the equations ask for; they may determine coefficients. */
    int spare() {
        return spare;
    }

    private void count(Axis axis) {
        boolean ends =
                axis.isTime() || axis.isSpace() && reading.problem().domain().hasEnds(axis);
        if (!ends || reading.periodic().contains(axis)) {
            return;
        }
        List<Given> given = Given.on(reading, axis).stream()
                .filter(g -> g.at(Region.Side.BOTH).stream().anyMatch(system.fields::contains))
                .toList();
        List<List<Ask>> samples = new Asking(system, reading, axis).samples();
        List<Ask> best = samples.get(0);
        int[] missing = new Supply(system, given, best).missing(best);
        for (List<Ask> asks : samples) {
            int[] other = new Supply(system, given, asks).missing(asks);
            if (sum(other) < sum(missing)) {
                best = asks;
                missing = other;
            }
        }
        for (int b = 0; b < missing.length; b++) {
            if (missing[b] > 0) {
                found.add(axis.isTime() ? initial(best.get(b), axis, given) : boundary(best.get(b), axis, given));
            }
        }
        int most = samples.stream()
                .mapToInt(asks -> asks.stream().mapToInt(Ask::most).sum())
                .max()
                .orElse(0);
        surplus(axis, given, most);
        if (found.isEmpty() && !axis.isTime()) {
            timeInDisguise(axis, given, most).ifPresent(found::add);
        }
    }

    private static int sum(int[] values) {
        return java.util.Arrays.stream(values).sum();
    }

    private void surplus(Axis axis, List<Given> given, int most) {
        int excess = given.size() - most;
        spare += Math.max(0, excess);
        int free = reading.problem().parameters().size() + system.coefficients.size();
        if (!axis.isTime() && excess > free && system.coefficients.isEmpty()) {
            Field first = given.get(0).at(Region.Side.BOTH).iterator().next();
            found.add(new Finding(
                    "surplus-boundary:" + first + ":" + axis,
                    "%s on the ends of %s where the equations take %d; a solution exists only if they fit together"
                            .formatted(Names.count(given.size(), "condition"), axis, most),
                    Finding.Severity.NOTE));
        }
    }

    /** The fields of a block that a condition on an end may name: those of the highest order along the axis, no gauge. */
    private List<Field> candidates(Ask ask, Axis axis) {
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

    private boolean measured(Ask ask) {
        return reading.data().stream().anyMatch(c -> system.sees(c.leaves().fields(), ask.block()));
    }

    /** Data may make up for a condition, which only the solve can tell. */
    private Finding finding(String key, Ask ask, String what, String remedy) {
        return measured(ask)
                ? new Finding(key, what + "; its data have to make up for it", Finding.Severity.NOTE)
                : new Finding(key, what + "; " + remedy, Finding.Severity.BLOCKING);
    }

    private Finding initial(Ask ask, Axis time, List<Given> given) {
        List<Field> fields = system.fields(ask.block());
        long got = seen(given, ask, Region.Side.BOTH);
        Field first = fields.stream()
                .filter(f -> reading.order(f, time) > 0)
                .max(Comparator.comparingLong(f -> reading.order(f, time) - own(given, f)))
                .orElse(fields.get(0));
        String add = own(given, first) == 0 ? first.name() : "%s.d(%s)".formatted(first, time);
        return finding(
                "missing-initial:" + first,
                ask,
                "%s %s, got %d".formatted(who(ask), Names.count(ask.total(), "initial condition"), got),
                "add %s.equalTo(...).on(%s.start())".formatted(add, time));
    }

    private static long own(List<Given> given, Field field) {
        return given.stream()
                .filter(g -> g.at(Region.Side.BOTH).contains(field))
                .count();
    }

    private long seen(List<Given> given, Ask ask, Region.Side side) {
        return given.stream().filter(g -> system.sees(g.at(side), ask.block())).count();
    }

    private Finding boundary(Ask ask, Axis axis, List<Given> given) {
        List<Field> fields = candidates(ask, axis);
        long atMin = seen(given, ask, Region.Side.MIN);
        long atMax = seen(given, ask, Region.Side.MAX);
        long joining = given.stream().filter(Given::joins).count();
        String field = Names.list(fields).replace(" and ", " or ");
        if (joining > 0) {
            return new Finding(
                    "partial-wrap:" + fields.get(0) + ":" + axis,
                    "%s %s on the ends of %s, but only %s; state the wrap of each derivative below %d, or periodicIn(%s)"
                            .formatted(
                                    who(ask),
                                    Names.count(ask.total(), "condition"),
                                    axis,
                                    Names.count(seen(given, ask, Region.Side.BOTH), "wrap"),
                                    reading.order(fields.get(0), axis),
                                    axis),
                    Finding.Severity.NOTE);
        }
        boolean none = atMin + atMax == 0;
        String where = ask.either() > 0
                ? "%s.start() or %1$s.end()".formatted(axis)
                : places(axis, ask.min() - atMin, ask.max() - atMax);
        return finding(
                "missing-boundary:" + fields.get(0) + ":" + axis,
                ask,
                "%s %s, got %d and %d".formatted(who(ask), wanted(ask, axis), atMin, atMax),
                "add one on %s on %s%s%s"
                        .formatted(
                                field,
                                where,
                                none ? ", or periodicIn(%s)".formatted(axis) : "",
                                reading.problem().time().isEmpty() && (atMin == 0) != (atMax == 0)
                                        ? "; if %s is time, make it Axis.time".formatted(axis)
                                        : ""));
    }

    private static String wanted(Ask ask, Axis axis) {
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

    private static String places(Axis axis, long atMin, long atMax) {
        return atMin > 0 && atMax > 0
                ? "%s.start() and on %1$s.end()".formatted(axis)
                : atMin > 0 ? axis + ".start()" : axis + ".end()";
    }

    /** All conditions at one end of the only axis that has that: an evolution from there, better stated as one. */
    private Optional<Finding> timeInDisguise(Axis axis, List<Given> given, int order) {
        List<Axis> others = reading.problem().spaceAxes().stream()
                .filter(a -> !a.equals(axis))
                .toList();
        boolean oneSided = !given.isEmpty()
                && given.stream().allMatch(g -> g.atMax().isEmpty())
                && reading.problem().time().isEmpty();
        boolean twoSided = others.stream()
                .allMatch(a -> reading.periodic().contains(a)
                        || reading.clausesOn(a, Region.Side.MIN).size() > 0
                                && reading.clausesOn(a, Region.Side.MAX).size() > 0);
        if (!oneSided || !twoSided || order == 0) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                "initial-value:" + axis,
                ("every condition on %s stands at %s, as in an initial value problem; state the axis as"
                                + " Axis.time(\"%s\", %s, %s), so that values and slopes at its start are met exactly")
                        .formatted(
                                axis,
                                new Region.Face(axis, Region.Side.MIN),
                                axis,
                                Printer.number(axis.min()),
                                Printer.number(axis.max())),
                Finding.Severity.NOTE));
    }
}
