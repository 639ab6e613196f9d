package org.pinn4j.pde;

import java.util.function.UnaryOperator;
import org.pinn4j.args.Args;

/** The coordinate of a family at the place that an index has: x_i, x_{i+1}. See {@link Axes#at(Index)}. */
public record Component(Axes axes, Index index) implements Indexed {
    public Component {
        Args.given(axes, "axes", index, "index");
    }

    @Override
    public Axis at(int i) {
        return axes.at(index.at(i));
    }

    /** The component of the outward normal along it. */
    public Expr normal() {
        return new IndexedNormal(this);
    }

    @Override
    public Component with(UnaryOperator<Index> places) {
        return new Component(axes, Args.given(places, "places").apply(index));
    }

    @Override
    public void check(int from, int to) {
        index.check(from, to, axes.count(), this);
    }

    /** Zero: what an axis of the family changes is counted by {@link IndexSum}, term by term. */
    @Override
    public Expr d(Axis by) {
        Args.given(by, "by");
        return Constant.ZERO;
    }

    /** {@code x[i+1]}. */
    @Override
    public String toString() {
        return axes.name() + "[" + index + "]";
    }
}
