package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Given values that contradict each other where their regions meet. */
final class DataFindings {
    private final Agreement everywhere;
    private final List<Finding> found = new ArrayList<>();

    private DataFindings(Reading reading) {
        this.everywhere =
                Agreement.on(reading.problem().domain(), "data that meet").withCorners();
    }

    static List<Finding> of(Reading reading) {
        DataFindings findings = new DataFindings(reading);
        List<Clause> values = reading.clauses().stream()
                .filter(c -> c.part().face().isPresent() && c.isValue())
                .toList();
        for (int i = 0; i < values.size(); i++) {
            for (int j = i + 1; j < values.size(); j++) {
                findings.meet(values.get(i), values.get(j));
            }
        }
        return findings.found;
    }

    private void meet(Clause a, Clause b) {
        boolean meeting = a.face().equals(b.face()) || !a.axis().equals(b.axis());
        String key = "disagree:" + a.condition().name() + "/" + b.condition().name();
        if (a.condition().equals(b.condition()) || !b.isValueOf(a.form().field()) || !meeting || known(key)) {
            return;
        }
        double scale = Math.max(
                everywhere.on(a.face()).scale(a.datum()),
                everywhere.on(b.face()).scale(b.datum()));
        Optional<Agreement.Difference> difference =
                everywhere.on(a.face()).on(b.face()).difference(a.datum(), b.datum(), scale, Agreement.GIVEN);
        difference.ifPresent(d -> found.add(new Finding(
                key,
                "%s and %s give %s different values where %s and %s: %s and %s; correct one of them, or acknowledge it"
                        .formatted(
                                a.condition().name(),
                                b.condition().name(),
                                a.form().field(),
                                a.face(),
                                b.face(),
                                d.left(),
                                d.right()),
                Finding.Severity.BLOCKING)));
    }

    private boolean known(String key) {
        return found.stream().anyMatch(f -> f.key().equals(key));
    }
}
