package org.pinn4j.pde;

import java.util.List;

/** A visitor with one answer for every kind of node that it has no method of its own for. */
public abstract class Otherwise<R> implements ExprVisitor<R> {
    protected abstract R otherwise();

    @Override
    public R constant(double value) {
        return otherwise();
    }

    @Override
    public R axis(Axis axis) {
        return otherwise();
    }

    @Override
    public R parameter(Parameter parameter) {
        return otherwise();
    }

    @Override
    public R state(Field field, List<Integer> orders) {
        return otherwise();
    }

    @Override
    public R sum(List<Expr> terms) {
        return otherwise();
    }

    @Override
    public R product(List<Expr> factors) {
        return otherwise();
    }

    @Override
    public R power(Expr base, double exponent) {
        return otherwise();
    }

    @Override
    public R call(Function function, Expr argument) {
        return otherwise();
    }

    @Override
    public R coordinateFunction(CoordinateFunction function) {
        return otherwise();
    }

    @Override
    public R sampledFunction(SampledFunction function) {
        return otherwise();
    }

    @Override
    public R normal(Axis axis) {
        return otherwise();
    }

    @Override
    public R trace(Expr inner, Region region) {
        return otherwise();
    }

    @Override
    public R measurement() {
        return otherwise();
    }

    @Override
    public R indexSum(IndexSum sum) {
        return otherwise();
    }

    @Override
    public R indexed(Indexed leaf) {
        return otherwise();
    }
}
