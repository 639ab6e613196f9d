package org.pinn4j.pde;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import org.pinn4j.args.Args;

/** An unknown function of some axes. Immutable; equality is by value. */
public record Field(String name, List<Axis> axes) implements Expr {
    public Field {
        Args.list(axes, "axes");
        Names.checkUnknown("field", name);
        axes = List.copyOf(axes);
        if (axes.isEmpty() || new LinkedHashSet<>(axes).size() < axes.size()) {
            throw new IllegalArgumentException(
                    "field %s: need one or more different axes, got %s".formatted(name, axes));
        }
    }

    public static Field of(String name, Axis... axes) {
        Args.array(axes, "axes");
        return new Field(name, List.of(axes));
    }

    /** Derivative along the outward unit normal of the region that the condition stands on. */
    public Expr dn() {
        Expr sum = Constant.ZERO;
        for (Axis axis : axes) {
            if (axis.isSpace()) {
                sum = sum.plus(new Normal(axis).times(d(axis)));
            }
        }
        return sum;
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
        Args.given(visitor, "visitor");
        return visitor.state(this, Collections.nCopies(axes.size(), 0));
    }

    @Override
    public Expr d(Axis by) {
        Args.given(by, "by");
        return new Derivative(this, Collections.nCopies(axes.size(), 0)).d(by);
    }

    @Override
    public String toString() {
        return name;
    }
}
