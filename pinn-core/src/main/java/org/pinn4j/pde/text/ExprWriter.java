package org.pinn4j.pde.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.CoordinateFunction;
import org.pinn4j.pde.Derivative;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.ExprVisitor;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Function;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Region;
import org.pinn4j.pde.SampledFunction;

/** Writes the exact text form, see {@link ExprText}. */
final class ExprWriter implements ExprVisitor<String> {
    private String joined(String between, List<Expr> parts) {
        return parts.stream().map(e -> e.accept(this)).collect(Collectors.joining(between));
    }

    private String bracketed(Expr e, boolean bracket) {
        return bracket ? "(" + e.accept(this) + ")" : e.accept(this);
    }

    @Override
    public String constant(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("the constant %s has no text form".formatted(value));
        }
        return Double.toString(value);
    }

    @Override
    public String axis(Axis axis) {
        return axis.name();
    }

    @Override
    public String parameter(Parameter parameter) {
        return parameter.name();
    }

    @Override
    public String state(Field field, List<Integer> orders) {
        return new Derivative(field, orders).toString();
    }

    @Override
    public String sum(List<Expr> terms) {
        return joined(" + ", terms);
    }

    @Override
    public String product(List<Expr> factors) {
        return factors.stream()
                .map(f -> bracketed(f, f.accept(Binding.OF) == Binding.SUM))
                .collect(Collectors.joining("*"));
    }

    @Override
    public String power(Expr base, double exponent) {
        return bracketed(base, base.accept(Binding.OF) != Binding.ATOM) + "^" + constant(exponent);
    }

    @Override
    public String call(Function function, Expr argument) {
        return function.name().toLowerCase(Locale.ROOT) + "(" + argument.accept(this) + ")";
    }

    @Override
    public String coordinateFunction(CoordinateFunction function) {
        boolean derivative = function.orders().stream().anyMatch(o -> o > 0);
        String orders = derivative
                ? function.orders().stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"))
                : "";
        return "@" + function.name() + orders + "(" + joined(", ", function.arguments()) + ")";
    }

    @Override
    public String sampledFunction(SampledFunction function) {
        return "@" + function.name() + "(" + joined(", ", function.arguments()) + ")";
    }

    @Override
    public String normal(Axis axis) {
        return "normal(" + axis.name() + ")";
    }

    @Override
    public String trace(Expr inner, Region region) {
        Region.Face face = (Region.Face) region;
        return "trace(%s, %s, %s)"
                .formatted(
                        inner.accept(this),
                        face.axis().name(),
                        face.side().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public String measurement() {
        return "measurement()";
    }
}
