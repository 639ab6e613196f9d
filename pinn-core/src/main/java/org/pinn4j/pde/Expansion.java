package org.pinn4j.pde;

import java.util.List;
import java.util.function.Predicate;

/**
 * The terms of an expression after multiplying out brackets with unknowns in them, such as k·(u − v), one after the other, so that
 * who has seen enough can stop: k brackets of two terms are 2^k terms.
 */
final class Expansion {
    /** Nodes of all terms made: what a large statement multiplies out to, and no more than a tenth of a second. */
    private static final long MOST_NODES = 200_000;

    private final Predicate<Expr> each;
    private long nodes;

    /** @param each takes a term and tells whether it wants another one */
    Expansion(Predicate<Expr> each) {
        this.each = each;
    }

    /** Whether all terms were taken; not if there are too many. */
    boolean of(Expr e) {
        for (Expr term : e instanceof Sum s ? s.terms() : List.of(e)) {
            Sum bracket = bracket(term);
            if (bracket == null ? !each.test(term) : !multiplied(bracket, term.over(bracket))) {
                return false;
            }
        }
        return true;
    }

    private boolean multiplied(Sum bracket, Expr others) {
        for (Expr t : bracket.terms()) {
            Expr product = t.times(others);
            nodes += product.nodes();
            if (nodes > MOST_NODES || !of(product)) {
                return false;
            }
        }
        return true;
    }

    /** The first bracket with unknowns in it, or null. */
    private static Sum bracket(Expr term) {
        if (term instanceof Product p) {
            for (Expr f : p.factors()) {
                if (f instanceof Sum s && Node.hasStates(s)) {
                    return s;
                }
            }
        }
        return null;
    }
}
