package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Initial conditions beyond those that the equations ask for: they have to agree with what the equations say at the start, as
 * a velocity that is given there has no divergence in an incompressible flow. What is linear is told apart as by
 * {@link Compatibility}; of an equation that is not, what it says of the rest where the initial values are put in.
 */
final class InitialFindings {
    /** The key of what has no solution. */
    static final String CONTRADICTING = "contradicting-initial";

    private static final int POINTS = 2;

    private final Reading reading;
    private final Region.Face start;
    private final List<Axis> beside;
    private final Compatibility compatibility;
    private final Map<Field, Expr> values = new HashMap<>();
    private boolean unknown;

    private InitialFindings(Reading reading, Region.Face start) {
        this.reading = reading;
        this.start = start;
        this.beside = reading.problem().axes().stream()
                .filter(a -> !a.equals(start.axis()))
                .toList();
        this.compatibility = new Compatibility(reading);
        reading.clauses().stream()
                .filter(c -> c.part().equals(start) && c.isValue())
                .forEach(c -> values.putIfAbsent(c.form().field(), c.datum()));
    }

    /** @param start the end of time that they stand on @param count of them, in words */
    static Optional<Finding> of(Reading reading, Region.Face start, String count) {
        try {
            return new InitialFindings(reading, start).finding(count);
        } catch (IllegalArgumentException e) { // values that have no derivative
            return Optional.empty();
        }
    }

    private Optional<Finding> finding(String count) {
        if (contradict()) {
            return Optional.of(new Finding(
                    CONTRADICTING,
                    count + "; they contradict the equations or each other; leave out what is too many",
                    Finding.Severity.BLOCKING));
        }
        return unknown
                ? Optional.of(new Finding(
                        "surplus-initial",
                        count + "; a solution exists only if they fit together, which was not checked",
                        Finding.Severity.NOTE))
                : Optional.empty();
    }

    private boolean contradict() {
        List<Map<List<Integer>, Linear>> all = new ArrayList<>();
        for (Condition c : reading.problem().conditions()) {
            Expr residual = c.equation().residual();
            if (c.region().isEndOf(start.axis())) {
                add(compatibility.prolonged(residual, beside), all);
            } else if (c.region().isInterior() && c.region().cuts().isEmpty()) {
                Optional<Map<List<Integer>, Linear>> linear =
                        compatibility.prolonged(residual, reading.problem().axes());
                add(linear.isPresent() ? linear : compatibility.prolonged(started(residual), beside), all);
            }
        }
        return Agreement.on(reading.problem().domain(), "compatibility").on(start).points().stream()
                .limit(POINTS)
                .anyMatch(x -> compatibility.contradict(all, x));
    }

    private void add(Optional<Map<List<Integer>, Linear>> equations, List<Map<List<Integer>, Linear>> to) {
        unknown |= equations.isEmpty();
        equations.ifPresent(to::add);
    }

    /** An equation at the start, with the values that are given there and their derivatives along the other axes. */
    private Expr started(Expr residual) {
        return residual.substitute(e -> {
            if (!(e instanceof Field || e instanceof Derivative)) {
                return null;
            }
            Derivative state = Derivative.of(e);
            int time = state.field().axes().indexOf(start.axis());
            boolean given = values.containsKey(state.field())
                    && time >= 0
                    && state.orders().get(time) == 0;
            return given ? derivative(values.get(state.field()), state) : null;
        });
    }

    private static Expr derivative(Expr value, Derivative state) {
        Expr result = value;
        for (int k = 0; k < state.orders().size(); k++) {
            for (int i = 0; i < state.orders().get(k); i++) {
                result = Composite.d(result, state.field().axes().get(k));
            }
        }
        return result;
    }
}
