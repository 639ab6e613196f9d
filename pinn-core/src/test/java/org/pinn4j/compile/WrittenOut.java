package org.pinn4j.compile;

import java.util.List;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.CoordinateFunction;
import org.pinn4j.pde.Derivative;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.ExprVisitor;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Function;
import org.pinn4j.pde.Normal;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Region;
import org.pinn4j.pde.SampledFunction;

/** The same tree with its sums over an index written out: what every visitor sees that does not know them. */
final class WrittenOut implements ExprVisitor<Expr> {
    @Override
    public Expr constant(double value) {
        return Expr.constant(value);
    }

    @Override
    public Expr axis(Axis axis) {
        return axis;
    }

    @Override
    public Expr parameter(Parameter parameter) {
        return parameter;
    }

    @Override
    public Expr state(Field field, List<Integer> orders) {
        return orders.stream().allMatch(o -> o == 0) ? field : new Derivative(field, orders);
    }

    @Override
    public Expr sum(List<Expr> terms) {
        return Expr.sum(terms.stream().map(t -> t.accept(this)).toList());
    }

    @Override
    public Expr product(List<Expr> factors) {
        return Expr.product(factors.stream().map(t -> t.accept(this)).toList());
    }

    @Override
    public Expr power(Expr base, double exponent) {
        return base.accept(this).pow(exponent);
    }

    @Override
    public Expr call(Function function, Expr argument) {
        return function.of(argument.accept(this));
    }

    @Override
    public Expr coordinateFunction(CoordinateFunction function) {
        return function;
    }

    @Override
    public Expr sampledFunction(SampledFunction function) {
        return function;
    }

    @Override
    public Expr normal(Axis axis) {
        return new Normal(axis);
    }

    @Override
    public Expr trace(Expr inner, Region region) {
        return inner.accept(this).trace(region);
    }

    @Override
    public Expr measurement() {
        return Expr.measurement();
    }
}
