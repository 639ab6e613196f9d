package org.pinn4j.pde;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pinn4j.args.Args;

/** An expression of other expressions, whose derivative follows from theirs. */
abstract sealed class Composite extends Node permits Sum, Product, Power, Call, Trace, IndexSum {
    Composite(int hash, int own, List<Expr> parts) {
        super(hash, own, parts);
    }

    /** Its rule of differentiation; a part that has not the axis is constant along it, as k(x) in ∂(k u_y)/∂y. */
    abstract Expr rule(Axis by);

    /** The derivative of a part, as a rule takes it. */
    static Expr d(Expr part, Axis by) {
        if (part instanceof Composite c) {
            return c.rule(by);
        }
        if (part instanceof IndexedDerivative p && !p.of().field().axes().contains(by)) {
            return Constant.ZERO;
        }
        boolean state = part instanceof Field || part instanceof Derivative;
        return state && !Derivative.of(part).field().axes().contains(by) ? Constant.ZERO : part.d(by);
    }

    /** @throws IllegalArgumentException along an axis that none of its fields has: a slip, as for a field alone */
    @Override
    public final Expr d(Axis by) {
        Args.given(by, "by");
        Expr result = rule(by);
        Set<Field> fields = result.equals(Constant.ZERO) ? Leaves.of(this).fields() : Set.of();
        if (!fields.isEmpty() && fields.stream().noneMatch(f -> f.axes().contains(by))) {
            throw new IllegalArgumentException(
                    "(%s).d(%s): none of its fields %s has the axis %s".formatted(this, by, Names.tuple(fields), by));
        }
        return result;
    }

    /**
     * Whether two lists have the same parts in any order; each has none twice. One comparison of lists and then one of sets would
     * ask deep parts twice, and theirs four times, down to the bottom.
     */
    static boolean same(List<Expr> a, List<Expr> b) {
        return a.size() == b.size() && new HashSet<>(a).equals(new HashSet<>(b));
    }
}
