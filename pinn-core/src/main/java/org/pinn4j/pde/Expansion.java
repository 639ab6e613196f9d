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
            Expr bracket = bracket(term);
            if (bracket == null ? !each.test(term) : !multiplied(terms(bracket), term.over(bracket))) {
                return false;
            }
        }
        return true;
    }

    private static List<Expr> terms(Expr bracket) {
        return bracket instanceof IndexSum s ? s.terms() : ((Sum) bracket).terms();
    }

    private boolean multiplied(List<Expr> bracket, Expr others) {
        for (Expr t : bracket) {
            Expr product = t.times(others);
            nodes += product.nodes();
            if (nodes > MOST_NODES || !of(product)) {
                return false;
            }
        }
        return true;
    }

    /** The first bracket with unknowns in it, or null; a sum over an index is one by itself. */
    private static Expr bracket(Expr term) {
        if (term instanceof IndexSum s && Node.hasStates(s)) {
            return s;
        }
        if (term instanceof Product p) {
            for (Expr f : p.factors()) {
                if ((f instanceof Sum || f instanceof IndexSum) && Node.hasStates(f)) {
                    return f;
                }
            }
        }
        return null;
    }
}
