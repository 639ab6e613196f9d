package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Trainable coefficients that nothing determines: a field has its equations, a coefficient needs readings, or conditions beyond
 * those that the equations ask for. In one coordinate a condition is one number, in more it is a function and may settle any
 * number of coefficients. A field known up to a constant leaves its equations one number too, the balance of fluxes.
 */
final class CoefficientFindings {
    private final Reading reading;

    private CoefficientFindings(Reading reading) {
        this.reading = reading;
    }

    /** @param room conditions beyond the fewest that the equations can do with */
    static Optional<Finding> of(Reading reading, int room) {
        CoefficientFindings findings = new CoefficientFindings(reading);
        List<Parameter> open = findings.open();
        int fields = reading.fields().size() - reading.equations().size();
        int constants = reading.gauges().size() + (JointGauge.of(reading).isPresent() ? 1 : 0);
        int numbers = room + findings.overlaps() + constants - Math.max(0, fields);
        boolean enough = reading.problem().axes().size() > 1 ? numbers > 0 : numbers >= open.size();
        return open.isEmpty() || enough ? Optional.empty() : Optional.of(findings.finding(open, numbers));
    }

    /** The coefficients that no reading has to do with, neither itself nor by the equations that join them. */
    private List<Parameter> open() {
        Set<Object> told = new HashSet<>();
        reading.data().forEach(c -> told.addAll(unknowns(c)));
        for (int before = -1; before < told.size(); ) {
            before = told.size();
            reading.problem().conditions().stream()
                    .map(CoefficientFindings::unknowns)
                    .filter(u -> u.stream().anyMatch(told::contains))
                    .forEach(told::addAll);
        }
        return reading.problem().parameters().stream()
                .filter(p -> !told.contains(p))
                .toList();
    }

    /** The ends on which pieces overlap, or leave places without: more is stated there than where the fewest hold. */
    private int overlaps() {
        Set<Region.Face> ends = new LinkedHashSet<>();
        reading.clauses().stream()
                .filter(c -> !c.part().cuts().isEmpty())
                .forEach(c ->
                        ends.addAll(Reading.ends(reading.problem(), c.part().whole())));
        return (int) ends.stream().filter(this::overlap).count();
    }

    private boolean overlap(Region.Face end) {
        Problem problem = reading.problem();
        return Agreement.on(problem.domain(), "conditions on pieces").on(end).points().stream()
                        .map(x -> reading.clauses().stream()
                                .filter(c -> !c.part().cuts().isEmpty())
                                .filter(c ->
                                        Reading.ends(problem, c.part().whole()).contains(end))
                                .filter(c -> c.part().holds(problem.axes(), x))
                                .count())
                        .distinct()
                        .count()
                > 1;
    }

    private static List<Object> unknowns(Condition c) {
        List<Object> all = new ArrayList<>(c.leaves().fields());
        all.addAll(c.leaves().parameters());
        return all;
    }

    private Finding finding(List<Parameter> open, int numbers) {
        String seen = numbers > 0
                ? "only %s the equations need".formatted(Names.count(numbers, "condition") + " beyond those")
                : "no readings, and no condition beyond those the equations need";
        return new Finding(
                "missing-equation:" + open.get(0),
                "nothing determines the %s %s: %s; add readings with onData(points, values), or make %s"
                        .formatted(
                                Names.word(open.size(), "coefficient"),
                                Names.list(open),
                                seen,
                                open.size() == 1 ? "it a number" : "them numbers"),
                Finding.Severity.BLOCKING);
    }
}
