package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sources, data and coefficients that points of training would miss: most of what they are lies between two of them. */
final class PulseFindings {
    /** Of its axis: thousands of points in one axis, and a hundred in each of two, do not meet what is narrower. */
    private static final double NARROW = 1e-3;
    /** Of the integral: what is less is hardly missed. */
    private static final double LARGE = 0.05;

    private PulseFindings() {}

    static List<Finding> of(Reading reading) {
        List<Finding> found = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (Clause clause : Many.clauses(reading)) {
            if (clause.part().data().isEmpty()) {
                Pulses.of(reading.problem(), clause, seen).stream()
                        .filter(p -> p.width() <= NARROW * p.axis().length() && p.share() >= LARGE)
                        .max(Comparator.comparingDouble(Pulse::share))
                        .ifPresent(p -> found.add(finding(clause.condition(), p)));
            }
        }
        return found;
    }

    private static Finding finding(Condition condition, Pulse p) {
        return new Finding(
                "narrow:" + condition.name(),
                ("%s: %s, which no points of training resolve; widen it, state it as a condition"
                                + " (guide, A jump across a plane), or acknowledge it")
                        .formatted(condition.name(), p),
                Finding.Severity.BLOCKING);
    }
}
