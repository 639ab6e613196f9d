package org.pinn4j.pde;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** Values of an expression of the coordinates on a line along one axis, all points at once: some nanoseconds a node and point. */
final class LineValues implements ExprVisitor<double[]> {
    private final List<Axis> axes;
    private final double[] base;
    private final Axis along;
    private final double[] x;

    private LineValues(List<Axis> axes, double[] base, Axis along, double[] x) {
        this.axes = axes;
        this.base = base;
        this.along = along;
        this.x = x;
    }

    /**
     * [n] values.
     * @param base a point of the line, one coordinate for each of {@code axes}
     * @param x the n coordinates on the axis
     */
    static double[] of(Expr e, List<Axis> axes, double[] base, Axis along, double[] x) {
        return e.accept(new LineValues(axes, base, along, x));
    }

    private double[] all(double value) {
        double[] result = new double[x.length];
        Arrays.fill(result, value);
        return result;
    }

    private double[] folded(List<Expr> parts, DoubleBinaryOperator operator) {
        double[] result = parts.get(0).accept(this).clone();
        for (Expr part : parts.subList(1, parts.size())) {
            double[] other = part.accept(this);
            Arrays.setAll(result, i -> operator.applyAsDouble(result[i], other[i]));
        }
        return result;
    }

    @Override
    public double[] constant(double value) {
        return all(value);
    }

    @Override
    public double[] axis(Axis axis) {
        return axis.equals(along) ? x : all(base[axes.indexOf(axis)]);
    }

    @Override
    public double[] sum(List<Expr> terms) {
        return folded(terms, Double::sum);
    }

    @Override
    public double[] product(List<Expr> factors) {
        return folded(factors, (a, b) -> a * b);
    }

    @Override
    public double[] power(Expr inner, double exponent) {
        double[] b = inner.accept(this);
        double[] result = new double[b.length];
        if (exponent == 2) {
            Arrays.setAll(result, i -> b[i] * b[i]);
        } else {
            Arrays.setAll(result, i -> Math.pow(b[i], exponent));
        }
        return result;
    }

    @Override
    public double[] call(Function function, Expr argument) {
        double[] z = argument.accept(this);
        double[] result = new double[z.length];
        Arrays.setAll(result, i -> function.value(z[i]));
        return result;
    }

    @Override
    public double[] coordinateFunction(CoordinateFunction function) {
        return pointwise(function);
    }

    @Override
    public double[] sampledFunction(SampledFunction function) {
        return pointwise(function);
    }

    private double[] pointwise(Expr function) {
        double[] point = base.clone();
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            point[axes.indexOf(along)] = x[i];
            result[i] = Evaluation.evaluate(function, axes, point);
        }
        return result;
    }

    @Override
    public double[] parameter(Parameter parameter) {
        throw unknown(parameter);
    }

    @Override
    public double[] state(Field field, List<Integer> orders) {
        throw unknown(field);
    }

    @Override
    public double[] normal(Axis axis) {
        throw unknown(axis);
    }

    @Override
    public double[] trace(Expr inner, Region region) {
        throw unknown(inner);
    }

    @Override
    public double[] measurement() {
        throw unknown(Measurement.VALUE);
    }

    private static IllegalArgumentException unknown(Expr e) {
        return new IllegalArgumentException("%s is not known by the coordinates alone".formatted(e));
    }
}
