package org.pinn4j.pde;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import org.pinn4j.args.Args;

/** An unknown function of some axes. Immutable; equality is by value. */
public record Field(String name, List<Axis> axes) implements Expr {
    /** Up to here {@link #dn} is written out. */
    private static final int MANY = 7;

    public Field {
        Args.list(axes, "axes");
        Names.checkUnknown("field", name);
        axes = AxisList.of(axes);
        if (axes.isEmpty() || new LinkedHashSet<>(axes).size() < axes.size()) {
            throw new IllegalArgumentException(
                    "field %s: need one or more different axes, got %s".formatted(name, axes));
        }
    }

    public static Field of(String name, Axis... axes) {
        Args.array(axes, "axes");
        return new Field(name, List.of(axes));
    }

    /** A field of a family of axes and of others. */
    public static Field of(String name, Axes axes, Axis... more) {
        Args.given(axes, "axes");
        return of(name, axes.and(more));
    }

    /** Δ over the space axes of this field, as one sum for each family of them. */
    public Expr laplacian() {
        return overSpace(x -> x.laplacian(this), x -> d(x, x));
    }

    /** ∇u·∇u over the space axes of this field. */
    public Expr gradientSquared() {
        return overSpace(x -> x.dot(this, this), x -> d(x).pow(2));
    }

    private Expr overSpace(Function<Axes, Expr> family, Function<Axis, Expr> single) {
        List<Axes> families = Axes.among(axes, 2);
        Expr sum = Constant.ZERO;
        for (Axes x : families) {
            sum = sum.plus(family.apply(x));
        }
        for (Axis axis : axes) {
            if (axis.isSpace() && families.stream().noneMatch(f -> f.has(axis))) {
                sum = sum.plus(single.apply(axis));
            }
        }
        return sum;
    }

    /** Derivative along the outward unit normal of the region that the condition stands on. */
    public Expr dn() {
        List<Axes> families = Axes.among(axes, MANY);
        Expr sum = Constant.ZERO;
        for (Axes x : families) {
            sum = sum.plus(x.sum(i -> x.normal(i).times(d(x.at(i)))));
        }
        for (Axis axis : axes) {
            if (axis.isSpace() && families.stream().noneMatch(f -> f.has(axis))) {
                sum = sum.plus(new Normal(axis).times(d(axis)));
            }
        }
        return sum;
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
        Args.given(visitor, "visitor");
        return visitor.state(this, Orders.none(axes.size()));
    }

    @Override
    public Expr d(Axis by) {
        Args.given(by, "by");
        return new Derivative(this, Orders.none(axes.size())).d(by);
    }

    @Override
    public String toString() {
        return name;
    }
}
