package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An expression as Σ coefficient · unknown + rest, where neither coefficients nor rest have an unknown in them. */
record Linear(Map<Expr, Expr> coefficients, Expr rest) {
    /** Empty if the expression is not linear in its fields, derivatives and traces. */
    static Optional<Linear> of(Expr e) {
        Map<Expr, Expr> coefficients = new LinkedHashMap<>();
        Expr rest = Constant.ZERO;
        for (Expr term : terms(e)) {
            List<Expr> unknown = new ArrayList<>();
            Expr coefficient = Constant.ONE;
            for (Expr factor : term instanceof Product p ? p.factors() : List.of(term)) {
                if (Leaves.of(factor).states().isEmpty()) {
                    coefficient = coefficient.times(factor);
                } else {
                    unknown.add(factor);
                }
            }
            if (unknown.isEmpty()) {
                rest = rest.plus(term);
            } else if (unknown.size() == 1 && isState(unknown.get(0))) {
                coefficients.merge(unknown.get(0), coefficient, Expr::plus);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Linear(coefficients, rest));
    }

    /** The terms after multiplying out brackets such as k·(u − v). */
    static List<Expr> terms(Expr e) {
        List<Expr> result = new ArrayList<>();
        for (Expr term : e instanceof Sum s ? s.terms() : List.of(e)) {
            Optional<Sum> bracket = term instanceof Product p
                    ? p.factors().stream()
                            .filter(f ->
                                    f instanceof Sum && !Leaves.of(f).states().isEmpty())
                            .map(Sum.class::cast)
                            .findFirst()
                    : Optional.empty();
            if (bracket.isEmpty()) {
                result.add(term);
            } else {
                Expr others = term.over(bracket.get());
                bracket.get().terms().forEach(t -> result.addAll(terms(t.times(others))));
            }
        }
        return result;
    }

    private static boolean isState(Expr e) {
        return e instanceof Field || e instanceof Derivative || e instanceof Trace t && isState(t.inner());
    }
}
