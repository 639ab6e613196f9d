package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Given values that contradict each other where their regions meet: ends of axes, parts of shapes, and pieces of both. */
final class DataFindings {
    /** Of conditions that say different things, in a statement of many axes. */
    private static final long MOST_PAIRS = 500;

    private static final String PURPOSE = "data that meet";

    private final Domain domain;
    private final Agreement everywhere;
    private final List<Finding> found = new ArrayList<>();
    private long compared;

    /** A value on one end or one named part, or on a piece of it. */
    private record Value(Clause clause, Region whole) {
        boolean isOnEnd() {
            return whole.face().isPresent();
        }
    }

    private DataFindings(Reading reading) {
        this.domain = reading.problem().domain();
        this.everywhere = Agreement.on(domain, PURPOSE).withCorners();
    }

    static List<Finding> of(Reading reading) {
        DataFindings findings = new DataFindings(reading);
        List<Value> values = Many.clauses(reading).stream()
                .filter(Clause::isValue)
                .flatMap(c -> findings.simple(reading.problem(), c))
                .toList();
        long most = Many.has(reading.problem().axes()) ? MOST_PAIRS : Long.MAX_VALUE;
        for (int i = 0; i < values.size(); i++) {
            for (int j = i + 1; j < values.size() && findings.compared < most; j++) {
                findings.meet(values.get(i), values.get(j));
            }
        }
        return findings.found;
    }

    private Stream<Value> simple(Problem problem, Clause c) {
        Region whole = c.part().whole();
        Stream<Region> parts = whole.isBoundary()
                ? domain.partNames().stream().map(domain::part)
                : Reading.ends(problem, whole).isEmpty() ? Stream.of(whole) : Stream.empty();
        return Stream.concat(parts, Reading.ends(problem, whole).stream()).map(w -> new Value(c, w));
    }

    private void meet(Value first, Value second) {
        Clause a = first.clause;
        Clause b = second.clause;
        String key = "disagree:" + a.condition().name() + "/" + b.condition().name();
        if (a.condition().equals(b.condition()) || !b.isValueOf(a.form().field()) || known(key)) {
            return;
        }
        if (a.datum().equals(b.datum())) {
            return;
        }
        compared++;
        Optional<Agreement> together = together(first, second);
        double scale =
                Math.max(on(first.whole).scale(a.datum()), on(second.whole).scale(b.datum()));
        together.flatMap(m -> m.difference(a.datum(), b.datum(), scale, Agreement.GIVEN))
                .ifPresent(d -> found.add(finding(key, a, b, d)));
    }

    /** Points of both; empty if they meet nowhere, or where only the shape knows, or at an edge of a piece. */
    private Optional<Agreement> together(Value a, Value b) {
        if (a.whole.equals(b.whole)) {
            return Optional.of(on(a.whole)
                    .keeping(x -> Stream.of(a, b).allMatch(v -> v.clause.part().holds(domain.axes(), x))));
        }
        boolean opposite = a.isOnEnd() && b.isOnEnd() && face(a).axis().equals(face(b).axis());
        boolean pieces = Stream.of(a, b).anyMatch(v -> !v.clause.part().cuts().isEmpty());
        if (opposite || pieces || !a.isOnEnd() && !b.isOnEnd()) {
            return Optional.empty();
        }
        return Optional.of(b.isOnEnd() ? on(a.whole).on(face(b)) : on(b.whole).on(face(a)));
    }

    private static Region.Face face(Value value) {
        return value.whole.face().orElseThrow();
    }

    private Agreement on(Region whole) {
        return whole.face().map(everywhere::on).orElseGet(() -> Agreement.on(domain, whole, PURPOSE));
    }

    private static Finding finding(String key, Clause a, Clause b, Agreement.Difference d) {
        return new Finding(
                key,
                "%s and %s give %s different values where %s: %s and %s; correct one of them, or acknowledge it"
                        .formatted(
                                a.condition().name(),
                                b.condition().name(),
                                a.form().field(),
                                a.part().equals(b.part()) ? a.part() : a.part() + " and " + b.part(),
                                d.left(),
                                d.right()),
                Finding.Severity.BLOCKING);
    }

    private boolean known(String key) {
        return found.stream().anyMatch(f -> f.key().equals(key));
    }
}
