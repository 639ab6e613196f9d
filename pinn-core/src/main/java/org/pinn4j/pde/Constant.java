package org.pinn4j.pde;

import java.util.OptionalDouble;
import org.pinn4j.args.Args;

/** A number. Not-a-number is kept as it is, so that the problem can name the equation it stands in. */
record Constant(double value) implements Expr {
    static final Constant ZERO = new Constant(0);
    static final Constant ONE = new Constant(1);

    /** One zero only: minus zero is kept as zero, so that equal trees are equal records. */
    Constant {
        value = value == 0 ? 0 : value;
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
        Args.given(visitor, "visitor");
        return visitor.constant(value);
    }

    @Override
    public Expr d(Axis by) {
        Args.given(by, "by");
        return ZERO;
    }

    @Override
    public OptionalDouble number() {
        return OptionalDouble.of(value);
    }

    boolean is(double other) {
        return value == other;
    }

    @Override
    public String toString() {
        return Printer.number(value);
    }
}
