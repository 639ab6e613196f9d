package org.pinn4j.pde;

import java.util.List;

/** Coefficients to be found that neither data nor a condition too many determines: they stay where they start, or wander. */
final class CoefficientFindings {
    private CoefficientFindings() {}

    /** @param spare conditions beyond those that the equations ask for */
    static List<Finding> of(Reading reading, int spare) {
        List<Parameter> free = reading.problem().parameters();
        int lacking = reading.fields().size() - reading.equations().size();
        if (free.isEmpty() || !reading.data().isEmpty() || spare >= lacking + free.size()) {
            return List.of();
        }
        return List.of(new Finding(
                "undetermined:" + free.get(0),
                ("%s to be found, and no data: %s; add data with onData(points, values), a further condition, or"
                                + " write a number")
                        .formatted(
                                Names.list(free),
                                spare == 0
                                        ? "the conditions determine the fields whatever it is"
                                        : "the conditions determine " + spare + " at most"),
                Finding.Severity.NOTE));
    }
}
