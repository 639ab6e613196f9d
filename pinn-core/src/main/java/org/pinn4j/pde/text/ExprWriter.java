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
import org.pinn4j.pde.IndexSum;
import org.pinn4j.pde.Indexed;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Region;
import org.pinn4j.pde.SampledFunction;

/** Writes the exact text form, see {@link ExprText}: into one text, each character once, however deep it stands. */
final class ExprWriter implements ExprVisitor<Void> {
    private final StringBuilder out = new StringBuilder();

    /** What has been written. */
    String text() {
        return out.toString();
    }

    private Void put(String text) {
        out.append(text);
        return null;
    }

    private Void joined(String between, List<Expr> parts) {
        for (int k = 0; k < parts.size(); k++) {
            out.append(k == 0 ? "" : between);
            parts.get(k).accept(this);
        }
        return null;
    }

    private Void bracketed(Expr e, boolean bracket) {
        out.append(bracket ? "(" : "");
        e.accept(this);
        return put(bracket ? ")" : "");
    }

    @Override
    public Void constant(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("the constant %s has no text form".formatted(value));
        }
        return put(Double.toString(value));
    }

    @Override
    public Void axis(Axis axis) {
        return put(axis.name());
    }

    @Override
    public Void parameter(Parameter parameter) {
        return put(parameter.name());
    }

    @Override
    public Void state(Field field, List<Integer> orders) {
        return put(new Derivative(field, orders).toString());
    }

    @Override
    public Void sum(List<Expr> terms) {
        return joined(" + ", terms);
    }

    @Override
    public Void product(List<Expr> factors) {
        for (int k = 0; k < factors.size(); k++) {
            out.append(k == 0 ? "" : "*");
            bracketed(factors.get(k), factors.get(k).accept(Binding.OF) == Binding.SUM);
        }
        return null;
    }

    @Override
    public Void power(Expr base, double exponent) {
        bracketed(base, base.accept(Binding.OF) != Binding.ATOM);
        out.append('^');
        return constant(exponent);
    }

    @Override
    public Void call(Function function, Expr argument) {
        out.append(function.name().toLowerCase(Locale.ROOT));
        return bracketed(argument, true);
    }

    @Override
    public Void coordinateFunction(CoordinateFunction function) {
        boolean derivative = function.orders().stream().anyMatch(o -> o > 0);
        String orders = derivative
                ? function.orders().stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"))
                : "";
        return code(function.name() + orders, function.arguments());
    }

    @Override
    public Void sampledFunction(SampledFunction function) {
        return code(function.name(), function.arguments());
    }

    private Void code(String name, List<Expr> arguments) {
        out.append('@').append(name).append('(');
        joined(", ", arguments);
        return put(")");
    }

    @Override
    public Void normal(Axis axis) {
        return put("normal(" + axis.name() + ")");
    }

    @Override
    public Void trace(Expr inner, Region region) {
        Region.Face face = (Region.Face) region;
        out.append("trace(");
        inner.accept(this);
        return put(", " + face.axis().name() + ", " + face.side().name().toLowerCase(Locale.ROOT) + ")");
    }

    @Override
    public Void indexSum(IndexSum sum) {
        out.append("sum(i, ").append(sum.from()).append(", ").append(sum.to()).append(", ");
        sum.body().accept(this);
        return put(")");
    }

    @Override
    public Void indexed(Indexed leaf) {
        return put(leaf.toString());
    }

    @Override
    public Void measurement() {
        return put("measurement()");
    }
}
