package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.List;

/**
 * Fields that nothing determines. An equation for each field is the rule; data, or conditions beyond those that the equations
 * ask for, may stand in the place of one: an unknown coefficient has no equation of its own, nor has an unknown flux through an
 * end, which stands in its condition alone.
 */
final class EquationFindings {
    private EquationFindings() {}

    /** @param spare conditions beyond those that the equations ask for */
    static List<Finding> of(Reading reading, int spare) {
        List<Finding> found = new ArrayList<>();
        List<Field> fields = reading.fields();
        List<Condition> equations = reading.equations();
        for (Field field : fields) {
            boolean alone = reading.problem().conditions().stream()
                    .filter(c -> c.mentions(field))
                    .allMatch(c ->
                            c.region().data().isEmpty() && c.leaves().fields().size() == 1);
            if (alone && equations.stream().noneMatch(c -> c.mentions(field))) {
                found.add(blocking(
                        "missing-equation:" + field,
                        "no equation in the interior has the field %s, no data and no condition together with another field; add one with require(equation)"
                                .formatted(field)));
            }
        }
        if (fields.isEmpty()) {
            found.add(blocking("missing-equation", "no equation has a field; add one with require(equation)"));
        }
        int lacking = fields.size() - equations.size();
        if (found.isEmpty() && lacking > spare && reading.data().isEmpty()) {
            found.add(blocking(
                    "missing-equation",
                    "%s %s but %s in the interior; add one with require(equation), or data with onData(points, values)"
                            .formatted(
                                    Names.count(fields.size(), "field"),
                                    Names.tuple(fields),
                                    Names.count(equations.size(), "equation"))));
        }
        return found;
    }

    private static Finding blocking(String key, String message) {
        return new Finding(key, message, Finding.Severity.BLOCKING);
    }
}
