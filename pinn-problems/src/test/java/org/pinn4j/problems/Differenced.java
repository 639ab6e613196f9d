package org.pinn4j.problems;

import java.util.List;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.CoordinateFunction;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.ExprVisitor;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Function;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Region;
import org.pinn4j.pde.SampledFunction;
import org.pinn4j.solution.Reference;

/** The value of an expression at a point, derivatives of the field by central differences of order 6 of a reference. */
final class Differenced implements ExprVisitor<Double> {
    private static final double STEP = 5e-4;
    private static final double[] FIRST = {0, 3.0 / 4, -3.0 / 20, 1.0 / 60};
    private static final double[] SECOND = {-49.0 / 18, 3.0 / 2, -3.0 / 20, 1.0 / 90};

    private final Reference reference;
    private final List<Axis> axes;
    private final double[] point;

    private Differenced(Reference reference, List<Axis> axes, double[] point) {
        this.reference = reference;
        this.axes = axes;
        this.point = point;
    }

    static double value(Expr expression, Reference reference, List<Axis> axes, double[] point) {
        return expression.accept(new Differenced(reference, axes, point));
    }

    @Override
    public Double state(Field field, List<Integer> orders) {
        int total = orders.stream().mapToInt(Integer::intValue).sum();
        if (total == 0) {
            return at(field, 0, 0);
        }
        int axis = orders.indexOf(total);
        if (axis < 0 || total > 2) {
            throw new AssertionError("only u, u_x and u_xx along one axis, not " + orders);
        }
        double sum = total == 2 ? SECOND[0] * at(field, axis, 0) : 0;
        for (int j = 1; j < FIRST.length; j++) {
            double right = at(field, axis, j * STEP);
            double left = at(field, axis, -j * STEP);
            sum += total == 1 ? FIRST[j] * (right - left) : SECOND[j] * (right + left);
        }
        return sum / Math.pow(STEP, total);
    }

    private double at(Field field, int axis, double shift) {
        double[] moved = point.clone();
        moved[axis] += shift;
        return reference.values(field, moved, 1)[0];
    }

    @Override
    public Double constant(double value) {
        return value;
    }

    @Override
    public Double axis(Axis axis) {
        return point[axes.indexOf(axis)];
    }

    @Override
    public Double sum(List<Expr> terms) {
        return terms.stream().mapToDouble(e -> e.accept(this)).sum();
    }

    @Override
    public Double product(List<Expr> factors) {
        return factors.stream().mapToDouble(e -> e.accept(this)).reduce(1, (a, b) -> a * b);
    }

    @Override
    public Double power(Expr base, double exponent) {
        return Math.pow(base.accept(this), exponent);
    }

    @Override
    public Double call(Function function, Expr argument) {
        return function.value(argument.accept(this));
    }

    @Override
    public Double parameter(Parameter parameter) {
        throw new AssertionError("no parameter in a catalogue statement: " + parameter);
    }

    @Override
    public Double coordinateFunction(CoordinateFunction function) {
        throw new AssertionError("no code in a catalogue statement: " + function);
    }

    @Override
    public Double sampledFunction(SampledFunction function) {
        throw new AssertionError("no code in a catalogue statement: " + function);
    }

    @Override
    public Double normal(Axis axis) {
        throw new AssertionError("no normal in these statements");
    }

    @Override
    public Double trace(Expr inner, Region region) {
        throw new AssertionError("no trace in these statements");
    }

    @Override
    public Double measurement() {
        throw new AssertionError("no data in these statements");
    }
}
