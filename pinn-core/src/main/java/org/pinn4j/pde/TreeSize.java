package org.pinn4j.pde;

import java.util.List;

/** The number of nodes of a tree. */
final class TreeSize implements ExprVisitor<Integer> {
    private static final TreeSize COUNT = new TreeSize();

    private TreeSize() {}

    static int of(Expr e) {
        return e.accept(COUNT);
    }

    private static int all(List<Expr> parts) {
        return 1 + parts.stream().mapToInt(TreeSize::of).sum();
    }

    @Override
    public Integer constant(double value) {
        return 1;
    }

    @Override
    public Integer axis(Axis axis) {
        return 1;
    }

    @Override
    public Integer parameter(Parameter parameter) {
        return 1;
    }

    @Override
    public Integer state(Field field, List<Integer> orders) {
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
    public Integer normal(Axis axis) {
        return 1;
    }

    @Override
    public Integer trace(Expr inner, Region region) {
        return 1 + of(inner);
    }

    @Override
    public Integer measurement() {
        return 1;
    }
}
