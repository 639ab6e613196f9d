package org.pinn4j.pde.text;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Component;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Normal;

/** What a derivative is taken along: an axis, or in a sum the one that its index names. @param normal the component along it */
record Direction(UnaryOperator<Expr> derivative, Supplier<Expr> normal) {
    static Direction of(Axis axis) {
        return new Direction(e -> e.d(axis), () -> new Normal(axis));
    }

    static Direction of(Component component) {
        return new Direction(e -> e.d(component), component::normal);
    }

    static List<Direction> of(List<Axis> axes) {
        return axes.stream().map(Direction::of).toList();
    }
}
