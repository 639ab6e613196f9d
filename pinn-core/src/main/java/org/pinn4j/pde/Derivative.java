package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.pinn4j.args.Args;

/** ∂^α of a field, α by the field's axes. */
public record Derivative(Field field, List<Integer> orders) implements Expr {
    /** The highest total order in a statement: jets and stencils are built and tested up to here. */
    public static final int MAX_ORDER = 8;

    public Derivative {
        Args.given(field, "field");
        if (!(orders instanceof Orders)) { // whose numbers are known
            Args.list(orders, "orders");
        }
        orders = Orders.of(orders);
        if (orders.size() != field.axes().size()) {
            throw new IllegalArgumentException("derivative of %s: need %d orders, got %s"
                    .formatted(field, field.axes().size(), orders));
        }
    }

    /** ∂^order of a field along one axis. */
    public static Derivative along(Field field, Axis axis, int order) {
        Args.given(field, "field", axis, "axis");
        int k = field.axes().indexOf(axis);
        Orders none = Orders.none(field.axes().size());
        return new Derivative(field, k < 0 ? none : none.raised(k, order));
    }

    /** A field or one of its derivatives. */
    static Derivative of(Expr state) {
        return state instanceof Field f ? along(f, f.axes().get(0), 0) : (Derivative) state;
    }

    /** The orders by other axes, such as those of a problem: 0 along an axis that the field has not. */
    public List<Integer> ordersBy(List<Axis> axes) {
        Args.given(axes, "axes");
        Orders by = Orders.none(axes.size());
        for (int k : along()) {
            int to = axes.indexOf(field.axes().get(k));
            by = to < 0 ? by : by.raised(to, orders.get(k));
        }
        return by;
    }

    /** The places of the axes along which its order is not zero, rising. */
    public int[] along() {
        return Orders.of(orders).along();
    }

    /** The sum of the orders. */
    int total() {
        return Orders.of(orders).total();
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
        Args.given(visitor, "visitor");
        return visitor.state(field, orders);
    }

    @Override
    public Expr d(Axis by) {
        Args.given(by, "by");
        int index = field.axes().indexOf(by);
        if (index < 0) {
            throw new IllegalArgumentException("%s.d(%s): field %s has axes %s, no axis %s"
                    .formatted(this, by, field, Axes.tuple(field.axes()), by));
        }
        return new Derivative(field, Orders.of(orders).raised(index));
    }

    /** {@code u_xx}; with an axis of a longer name {@code u_{x1,x1}}. */
    @Override
    public String toString() {
        List<String> names = new ArrayList<>();
        for (int k : Orders.of(orders).along()) {
            names.addAll(Collections.nCopies(orders.get(k), field.axes().get(k).name()));
        }
        if (names.isEmpty()) {
            return field.name();
        }
        boolean letters = field.axes().stream().allMatch(a -> a.name().length() == 1);
        return field.name() + (letters ? "_" + String.join("", names) : "_{" + String.join(",", names) + "}");
    }
}
