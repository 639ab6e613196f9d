package org.pinn4j.pde;

import java.util.function.UnaryOperator;
import org.pinn4j.args.Args;

/** The component of the outward unit normal along a coordinate of a family, n_i. */
record IndexedNormal(Component along) implements Indexed {
    @Override
    public Normal at(int i) {
        return new Normal(along.at(i));
    }

    @Override
    public IndexedNormal with(UnaryOperator<Index> places) {
        return new IndexedNormal(along.with(places));
    }

    @Override
    public void check(int from, int to) {
        along.check(from, to);
    }

    @Override
    public Expr d(Axis by) {
        Args.given(by, "by");
        return Constant.ZERO;
    }

    @Override
    public String toString() {
        return "normal(" + along + ")";
    }
}
