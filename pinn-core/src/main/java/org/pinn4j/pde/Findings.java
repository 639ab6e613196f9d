package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.List;

/** What only the whole statement can show. */
final class Findings {
    private final Problem problem;
    private final List<Finding> found = new ArrayList<>();

    private Findings(Problem problem) {
        this.problem = problem;
    }

    static List<Finding> of(Problem problem) {
        Findings findings = new Findings(problem);
        problem.fields().forEach(findings::equationFor);
        return List.copyOf(findings.found);
    }

    private void equationFor(Field field) {
        boolean stated = problem.interior().stream()
                .anyMatch(c -> Leaves.of(c.equation().left(), c.equation().right())
                        .fields()
                        .contains(field));
        if (!stated) {
            found.add(new Finding(
                    "missing-equation:" + field,
                    "no equation in the interior has the field %s; add one with require(equation)".formatted(field),
                    Finding.Severity.BLOCKING));
        }
    }
}
