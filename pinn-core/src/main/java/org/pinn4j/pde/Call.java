package org.pinn4j.pde;

import java.util.Locale;

/** An elementary function of an expression. */
record Call(Function function, Expr argument) implements Composite {
    static Expr of(Function function, Expr argument) {
        return argument instanceof Constant c ? new Constant(function.value(c.value())) : new Call(function, argument);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
        return visitor.call(function, argument);
    }

    /**
     * The chain rule.
     * @throws IllegalArgumentException if it is the sign of something known that changes sign along the axis
     */
    @Override
    public Expr rule(Axis by) {
        Expr inner = Composite.d(argument, by);
        if (function == Function.SIGN && Leaves.of(argument).known()) {
            Jumps.refuse(this, by, this);
        }
        return inner.equals(Constant.ZERO) ? inner : Product.of(function.derivative(argument), inner);
    }

    @Override
    public String toString() {
        return function.name().toLowerCase(Locale.ROOT) + "(" + argument + ")";
    }
}
