package org.pinn4j.pde;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A parameter written as a space axis, on whose ends the whole boundary would impose values; an axis that no field has. */
final class AxisFindings {
    private AxisFindings() {}

    static List<Finding> of(Reading reading) {
        Stream<Finding> parameters = reading.problem().spaceAxes().stream()
                .filter(axis ->
                        reading.order(axis) == 0 && reading.problem().domain().hasEnds(axis))
                .map(axis -> finding(reading, axis))
                .flatMap(Optional::stream);
        return Stream.concat(parameters, unused(reading)).toList();
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
