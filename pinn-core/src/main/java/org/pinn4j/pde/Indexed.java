package org.pinn4j.pde;

import java.util.function.UnaryOperator;
import org.pinn4j.args.Args;

/** A leaf of the body of an {@link IndexSum}, which is another one at every value of its index. Immutable. */
public sealed interface Indexed extends Expr permits Component, Element, IndexedDerivative, IndexedNormal {
    /** What it is at a value of the index: a coordinate, a number, a derivative, a component of the normal. */
    Expr at(int i);

    /** The same with other places. */
    Indexed with(UnaryOperator<Index> places);

    /** @throws IllegalArgumentException unless it is there for all values of the index */
    void check(int from, int to);

    @Override
    default <R> R accept(ExprVisitor<R> visitor) {
        Args.given(visitor, "visitor");
        return visitor.indexed(this);
    }
}
