package org.pinn4j.pde;

import java.util.List;
import java.util.Locale;
import org.pinn4j.args.Args;

/** An elementary function of an expression. */
final class Call extends Composite {
    private final Function function;
    private final Expr argument;

    private Call(Function function, Expr argument) {
        super(
                mixed(mixed(4, function.ordinal()), argument.hashCode()),
                function == Function.ABS || function == Function.SIGN ? KINKED : 0,
                List.of(argument));
        this.function = function;
        this.argument = argument;
    }

    Expr argument() {
        return argument;
    }

    static Expr of(Function function, Expr argument) {
        return argument instanceof Constant c ? new Constant(function.value(c.value())) : new Call(function, argument);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
        Args.given(visitor, "visitor");
        return visitor.call(function, argument);
    }

    /**
     * The chain rule.
     * @throws IllegalArgumentException if it is the sign of something known that changes sign along the axis
     */
    @Override
    Expr rule(Axis by) {
        Expr inner = d(argument, by);
        if (function == Function.SIGN && known(argument)) {
            Jumps.refuse(this, by, this);
        }
        return inner.equals(Constant.ZERO) ? inner : Product.of(function.derivative(argument), inner);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Call c
                        && hashCode() == c.hashCode()
                        && function == c.function
                        && argument.equals(c.argument);
    }

    @Override
    public String toString() {
        return function.name().toLowerCase(Locale.ROOT) + "(" + argument + ")";
    }
}
