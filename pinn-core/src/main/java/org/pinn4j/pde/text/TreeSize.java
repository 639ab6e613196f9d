package org.pinn4j.pde.text;

import java.util.List;
import org.pinn4j.pde.CoordinateFunction;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Function;
import org.pinn4j.pde.Otherwise;
import org.pinn4j.pde.Region;
import org.pinn4j.pde.SampledFunction;

/** The number of nodes of a tree; a leaf is one. */
final class TreeSize extends Otherwise<Integer> {
    private static final TreeSize COUNT = new TreeSize();

    private TreeSize() {}

    static int of(Expr e) {
        return e.accept(COUNT);
    }

    private static int all(List<Expr> parts) {
        return 1 + parts.stream().mapToInt(TreeSize::of).sum();
    }

    @Override
    protected Integer otherwise() {
        return 1;
    }

    @Override
    public Integer sum(List<Expr> terms) {
        return all(terms);
    }

    @Override
    public Integer product(List<Expr> factors) {
        return all(factors);
    }

    @Override
    public Integer power(Expr base, double exponent) {
        return 1 + of(base);
    }

    @Override
    public Integer call(Function function, Expr argument) {
        return 1 + of(argument);
    }

    @Override
    public Integer coordinateFunction(CoordinateFunction function) {
        return all(function.arguments());
    }

    @Override
    public Integer sampledFunction(SampledFunction function) {
        return all(function.arguments());
    }

    @Override
    public Integer trace(Expr inner, Region region) {
        return 1 + of(inner);
    }
}
