package org.pinn4j.pde;

import java.util.function.UnaryOperator;
import org.pinn4j.args.Args;

/** The number of a vector at the place that an index has, c_i. See {@link Coefficients#at(Index)}. */
record Element(Coefficients vector, Index index) implements Indexed {
    @Override
    public Constant at(int i) {
        return new Constant(vector.value(index.at(i)));
    }

    @Override
    public Element with(UnaryOperator<Index> places) {
        return new Element(vector, places.apply(index));
    }

    @Override
    public void check(int from, int to) {
        index.check(from, to, vector.count(), this);
    }

    @Override
    public Expr d(Axis by) {
        Args.given(by, "by");
        return Constant.ZERO;
    }

    @Override
    public String toString() {
        return vector.name() + "[" + index + "]";
    }
}
