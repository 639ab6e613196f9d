package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.List;

/**
 * The derivative of an expression along an axis where it is smooth: the rules of {@link Expr#d} without their question whether
 * something jumps. What it gives holds on both sides of a jump and says nothing of the jump itself.
 */
final class PieceSlope implements ExprVisitor<Expr> {
    private final Axis by;

    PieceSlope(Axis by) {
        this.by = by;
    }

    @Override
    public Expr constant(double value) {
        return Constant.ZERO;
    }

    @Override
    public Expr axis(Axis axis) {
        return axis.d(by);
    }

    @Override
    public Expr parameter(Parameter parameter) {
        return Constant.ZERO;
    }

    @Override
    public Expr state(Field field, List<Integer> orders) {
        return new Derivative(field, orders).d(by);
    }

    @Override
    public Expr sum(List<Expr> terms) {
        return Expr.sum(terms.stream().map(t -> t.accept(this)).toList());
    }

    @Override
    public Expr product(List<Expr> factors) {
        List<Expr> terms = new ArrayList<>();
        for (int k = 0; k < factors.size(); k++) {
            List<Expr> parts = new ArrayList<>(factors);
            parts.set(k, factors.get(k).accept(this));
            terms.add(Expr.product(parts));
        }
        return Expr.sum(terms);
    }

    @Override
    public Expr power(Expr base, double exponent) {
        return base.accept(this).times(Power.of(base, exponent - 1)).times(exponent);
    }

    @Override
    public Expr call(Function function, Expr argument) {
        return function.derivative(argument).times(argument.accept(this));
    }

    @Override
    public Expr coordinateFunction(CoordinateFunction function) {
        return function.d(by);
    }

    @Override
    public Expr sampledFunction(SampledFunction function) {
        return function.d(by);
    }

    @Override
    public Expr normal(Axis axis) {
        return Constant.ZERO;
    }

    @Override
    public Expr trace(Expr inner, Region region) {
        return new Trace(inner.accept(this), region);
    }

    @Override
    public Expr measurement() {
        return Constant.ZERO;
    }
}
