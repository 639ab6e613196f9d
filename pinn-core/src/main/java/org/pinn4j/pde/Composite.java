package org.pinn4j.pde;

import java.util.Set;

/** An expression of other expressions, whose derivative follows from theirs. */
sealed interface Composite extends Expr permits Sum, Product, Power, Call, Trace {
    /** Its rule of differentiation; a part that has not the axis is constant along it, as k(x) in ∂(k u_y)/∂y. */
    Expr rule(Axis by);

    /** The derivative of a part, as a rule takes it. */
    static Expr d(Expr part, Axis by) {
        if (part instanceof Composite c) {
            return c.rule(by);
        }
        boolean state = part instanceof Field || part instanceof Derivative;
        return state && !Derivative.of(part).field().axes().contains(by) ? Constant.ZERO : part.d(by);
    }

    /** @throws IllegalArgumentException along an axis that none of its fields has: a slip, as for a field alone */
    @Override
    default Expr d(Axis by) {
        Expr result = rule(by);
        Set<Field> fields = result.equals(Constant.ZERO) ? Leaves.of(this).fields() : Set.of();
        if (!fields.isEmpty() && fields.stream().noneMatch(f -> f.axes().contains(by))) {
            throw new IllegalArgumentException(
                    "(%s).d(%s): none of its fields %s has the axis %s".formatted(this, by, Names.tuple(fields), by));
        }
        return result;
    }
}
