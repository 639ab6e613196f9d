package org.pinn4j.pde;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A parameter written as a space axis, on whose ends the whole boundary would impose values; an axis that no field has; an
 * equation for a field that varies along an axis the field has not.
 */
final class AxisFindings {
    private AxisFindings() {}

    static List<Finding> of(Reading reading) {
        Stream<Finding> parameters = reading.problem().spaceAxes().stream()
                .filter(axis ->
                        reading.order(axis) == 0 && reading.problem().domain().hasEnds(axis))
                .map(axis -> finding(reading, axis))
                .flatMap(Optional::stream);
        return Stream.of(parameters, unused(reading), varying(reading))
                .flatMap(s -> s)
                .toList();
    }

    /**
     * With an equation for each field one of them determines L(t); where all that mention it vary along x, it would have to hold
     * for every x at once.
     */
    private static Stream<Finding> varying(Reading reading) {
        return reading.equations().size() < reading.fields().size()
                ? Stream.of()
                : reading.fields().stream()
                        .flatMap(f -> reading.problem().axes().stream()
                                .filter(a -> !f.axes().contains(a))
                                .flatMap(a -> varying(reading, f, a).stream()));
    }

    private static Optional<Finding> varying(Reading reading, Field field, Axis axis) {
        List<Condition> about =
                reading.equations().stream().filter(c -> c.mentions(field)).toList();
        boolean all = !about.isEmpty() && about.stream().allMatch(c -> varies(c, axis));
        return !all || EquationSystem.of(reading).isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        "varying-equation:" + field + ":" + axis,
                        ("'%s' varies along %s, and %s, which it determines, has the axes %s; state it at one place,"
                                        + " as on %2$s.end(), or declare %3$s over %2$s too")
                                .formatted(
                                        EquationSystem.of(reading)
                                                .get()
                                                .of(field)
                                                .name(),
                                        axis,
                                        field,
                                        Names.tuple(field.axes())),
                        Finding.Severity.BLOCKING));
    }

    private static boolean varies(Condition c, Axis axis) {
        return c.leaves().axes().contains(axis)
                || c.leaves().fields().stream().anyMatch(f -> f.axes().contains(axis));
    }

    private static Stream<Finding> unused(Reading reading) {
        return reading.problem().axes().stream()
                .filter(axis -> !reading.fields().isEmpty()
                        && reading.fields().stream().noneMatch(f -> f.axes().contains(axis)))
                .map(axis -> new Finding(
                        "unused-axis:" + axis,
                        "no field has the axis %s; leave it out of Problem.over".formatted(axis),
                        Finding.Severity.NOTE));
    }

    private static Optional<Finding> finding(Reading reading, Axis axis) {
        List<String> others = reading.problem().spaceAxes().stream()
                .filter(a -> reading.order(a) > 0)
                .map(a -> a + ".ends()")
                .toList();
        return reading.boundary().stream()
                .filter(c -> c.region().isBoundary())
                .findFirst()
                .map(c -> new Finding(
                        "parameter-axis:" + axis,
                        ("no equation differentiates in %s, yet '%s' stands on its ends too, as on the whole boundary;"
                                        + " if %s is a parameter, state the condition on %s")
                                .formatted(axis, c.name(), axis, String.join(" and on ", others)),
                        Finding.Severity.BLOCKING));
    }
}
