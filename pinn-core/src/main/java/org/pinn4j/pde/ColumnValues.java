package org.pinn4j.pde;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntFunction;

/** Values of an expression of the coordinates at n points at once: some nanoseconds a node and point. */
final class ColumnValues implements ExprVisitor<double[]> {
    private final List<Axis> axes;
    private final Map<Integer, double[]> x = new HashMap<>();
    private final IntFunction<double[]> column;
    private final int n;
    private int index; // of the sum that is being walked

    /** @param column the n coordinates on an axis by its index, asked for once and where they are used */
    private ColumnValues(List<Axis> axes, IntFunction<double[]> column, int n) {
        this.axes = AxisList.of(axes);
        this.column = column;
        this.n = n;
    }

    /**
     * [n] values at points of a line along an axis.
     * @param base a point of the line, one coordinate for each of {@code axes}
     * @param x the n coordinates on the axis
     */
    static double[] onLine(Expr e, List<Axis> axes, double[] base, Axis along, double[] x) {
        IntFunction<double[]> column = a -> axes.get(a).equals(along) ? x : filled(x.length, base[a]);
        return e.accept(new ColumnValues(axes, column, x.length));
    }

    /** [points] values. @param points [points][axes] */
    static double[] at(Expr e, List<Axis> axes, List<double[]> points) {
        IntFunction<double[]> column =
                a -> points.stream().mapToDouble(p -> p[a]).toArray();
        return e.accept(new ColumnValues(axes, column, points.size()));
    }

    private double[] coordinates(int axis) {
        return x.computeIfAbsent(axis, column::apply);
    }

    private static double[] filled(int n, double value) {
        double[] result = new double[n];
        Arrays.fill(result, value);
        return result;
    }

    /** Values that may be written over: all but the coordinates are made anew. */
    private double[] own(Expr e) {
        double[] values = e.accept(this);
        return e instanceof Axis || e instanceof Component ? values.clone() : values;
    }

    private double[] folded(List<Expr> parts, DoubleBinaryOperator operator) {
        double[] result = own(parts.get(0));
        for (Expr part : parts.subList(1, parts.size())) {
            double[] other = part.accept(this);
            Arrays.setAll(result, i -> operator.applyAsDouble(result[i], other[i]));
        }
        return result;
    }

    @Override
    public double[] constant(double value) {
        return filled(n, value);
    }

    @Override
    public double[] axis(Axis axis) {
        return coordinates(axes.indexOf(axis));
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
        double[] b = own(inner);
        if (exponent == 2) {
            Arrays.setAll(b, i -> b[i] * b[i]);
        } else {
            Arrays.setAll(b, i -> Math.pow(b[i], exponent));
        }
        return b;
    }

    @Override
    public double[] call(Function function, Expr argument) {
        double[] z = own(argument);
        Arrays.setAll(z, i -> function.value(z[i]));
        return z;
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
        double[] point = new double[axes.size()];
        double[] result = new double[n];
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < point.length; a++) {
                point[a] = coordinates(a)[i];
            }
            result[i] = Evaluation.evaluate(function, axes, point);
        }
        return result;
    }

    @Override
    public double[] indexSum(IndexSum sum) {
        int outer = index;
        double[] result = new double[n];
        for (int i = sum.from(); i <= sum.to(); i++) {
            index = i;
            double[] term = sum.body().accept(this);
            Arrays.setAll(result, k -> result[k] + term[k]);
        }
        index = outer;
        return result;
    }

    @Override
    public double[] indexed(Indexed leaf) {
        return leaf.at(index).accept(this);
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
