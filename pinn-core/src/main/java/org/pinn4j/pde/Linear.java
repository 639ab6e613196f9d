package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An expression as Σ coefficient · unknown + rest, where neither coefficients nor rest have an unknown in them. */
record Linear(Map<Expr, Expr> coefficients, Expr rest) {
    /** Empty if the expression is not linear in its fields, derivatives and traces, or if its brackets hold too much. */
    static Optional<Linear> of(Expr e) {
        Map<Expr, List<Expr>> coefficients = new LinkedHashMap<>();
        List<Expr> rest = new ArrayList<>();
        boolean linear = new Expansion(term -> add(term, coefficients, rest)).of(e);
        return linear ? Optional.of(joined(coefficients, rest)) : Optional.empty();
    }

    private static boolean add(Expr term, Map<Expr, List<Expr>> coefficients, List<Expr> rest) {
        if (!Node.hasStates(term)) {
            return rest.add(term);
        }
        List<Expr> factors = term instanceof Product p ? p.factors() : List.of(term);
        List<Expr> unknown = factors.stream().filter(Node::hasStates).toList();
        if (unknown.size() != 1 || !isState(unknown.get(0))) {
            return false;
        }
        coefficients
                .computeIfAbsent(unknown.get(0), u -> new ArrayList<>())
                .add(Expr.inTurn(
                        factors.stream().filter(f -> !Node.hasStates(f)).toList()));
        return true;
    }

    private static Linear joined(Map<Expr, List<Expr>> coefficients, List<Expr> rest) {
        Map<Expr, Expr> sums = new LinkedHashMap<>();
        coefficients.forEach((unknown, c) -> sums.put(unknown, c.size() == 1 ? c.get(0) : Expr.sum(c)));
        return new Linear(sums, Expr.sum(rest));
    }

    private static boolean isState(Expr e) {
        return e instanceof Field || e instanceof Derivative || e instanceof Trace t && isState(t.inner());
    }
}
