package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.pinn4j.args.Args;

/** A function of the coordinates given as generic code, or one of its derivatives. Equality is by name, arguments and orders. */
public final class CoordinateFunction extends Node {
    /** Code that works for every number type of Hipparchus, so that its derivatives are exact. */
    public interface Code {
        <T extends CalculusFieldElement<T>> T value(T[] x);
    }

    private final String name;
    private final Code code;
    private final List<Expr> arguments;
    private final List<Integer> orders;

    CoordinateFunction(String name, Code code, List<Expr> arguments) {
        this(name, code, arguments, Collections.nCopies(arguments.size(), 0));
    }

    private CoordinateFunction(String name, Code code, List<Expr> arguments, List<Integer> orders) {
        super(mixed(mixed(mixed(6, name.hashCode()), arguments.hashCode()), orders.hashCode()), 0, arguments);
        Names.check("function", name);
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("function %s: name the axes whose coordinates it takes".formatted(name));
        }
        this.name = name;
        this.code = code;
        this.arguments = List.copyOf(arguments);
        this.orders = List.copyOf(orders);
    }

    public String name() {
        return name;
    }

    public Code code() {
        return code;
    }

    public List<Expr> arguments() {
        return arguments;
    }

    /** Derivative orders by argument; all zero for the function itself. */
    public List<Integer> orders() {
        return orders;
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
        Args.given(visitor, "visitor");
        return visitor.coordinateFunction(this);
    }

    /** The same derivative of the same code at other arguments. */
    public CoordinateFunction at(List<Expr> newArguments) {
        Args.list(newArguments, "newArguments");
        return new CoordinateFunction(name, code, newArguments, orders);
    }

    /** The derivative of these orders of the same code at other arguments. */
    public CoordinateFunction at(List<Expr> newArguments, List<Integer> newOrders) {
        Args.list(newArguments, "newArguments");
        Args.list(newOrders, "newOrders");
        return new CoordinateFunction(name, code, newArguments, newOrders);
    }

    /** The chain rule over the arguments. */
    @Override
    public Expr d(Axis by) {
        Args.given(by, "by");
        Expr sum = Constant.ZERO;
        for (int k = 0; k < orders.size(); k++) {
            Expr inner = arguments.get(k).d(by);
            if (!inner.equals(Constant.ZERO)) {
                List<Integer> raised = new ArrayList<>(orders);
                raised.set(k, raised.get(k) + 1);
                sum = sum.plus(new CoordinateFunction(name, code, arguments, raised).times(inner));
            }
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CoordinateFunction f
                && hashCode() == f.hashCode()
                && name.equals(f.name)
                && arguments.equals(f.arguments)
                && orders.equals(f.orders);
    }

    @Override
    public String toString() {
        String derivative = orders.stream().anyMatch(o -> o > 0) ? "_" + orders : "";
        return name + derivative + "("
                + String.join(", ", arguments.stream().map(Expr::toString).toList()) + ")";
    }
}
