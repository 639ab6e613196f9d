package org.pinn4j.pde;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.pinn4j.args.Args;

/**
 * The value of a tree at one point by walking it: slow and plain, the specification that compiled programs are held to. Where
 * code of the user throws, be it an error, the value is not a number.
 * Immutable; each {@code with} method returns another one.
 */
public final class Evaluation {
    /** The value of ∂^orders field; orders follow {@link Field#axes()}. */
    @FunctionalInterface
    public interface States {
        double value(Field field, List<Integer> orders);
    }

    /** The value of ∂^orders field at the partner point on {@code region}. */
    @FunctionalInterface
    public interface TraceStates {
        double value(Region region, Field field, List<Integer> orders);
    }

    private final List<Axis> axes;
    private final double[] point;
    private final States states;
    private final TraceStates traceStates;
    private final double[] normal;
    private final ToDoubleFunction<Parameter> parameters;
    private final double measurement;

    private Evaluation(
            List<Axis> axes,
            double[] point,
            States states,
            TraceStates traceStates,
            double[] normal,
            ToDoubleFunction<Parameter> parameters,
            double measurement) {
        this.axes = axes;
        this.point = point;
        this.states = states;
        this.traceStates = traceStates;
        this.normal = normal;
        this.parameters = parameters;
        this.measurement = measurement;
    }

    /**
     * Evaluation at a point; parameters have their start values, all else is to be supplied by the {@code with} methods.
     * @param point one coordinate for each of {@code axes}
     */
    public static Evaluation at(List<Axis> axes, double... point) {
        AxisList.given(axes);
        Args.given(point, "point");
        if (point.length != axes.size()) {
            throw new IllegalArgumentException("point: need %d coordinates for axes %s, got %d"
                    .formatted(axes.size(), Names.tuple(axes), point.length));
        }
        return new Evaluation(
                AxisList.of(axes),
                point.clone(),
                (field, orders) -> missing(new Derivative(field, orders), "withStates"),
                (region, field, orders) -> missing(new Trace(new Derivative(field, orders), region), "withTraces"),
                null,
                Parameter::start,
                Double.NaN);
    }

    private static double missing(Expr what, String method) {
        throw new IllegalArgumentException("no value for %s; supply it by %s".formatted(what, method));
    }

    public Evaluation withStates(States newStates) {
        Args.given(newStates, "newStates");
        return new Evaluation(axes, point, newStates, traceStates, normal, parameters, measurement);
    }

    public Evaluation withTraces(TraceStates newStates) {
        Args.given(newStates, "newStates");
        return new Evaluation(axes, point, states, newStates, normal, parameters, measurement);
    }

    /** @param newNormal outward unit normal, one component for each axis */
    public Evaluation withNormal(double... newNormal) {
        Args.given(newNormal, "newNormal");
        return new Evaluation(axes, point, states, traceStates, newNormal.clone(), parameters, measurement);
    }

    public Evaluation withParameters(ToDoubleFunction<Parameter> values) {
        Args.given(values, "values");
        return new Evaluation(axes, point, states, traceStates, normal, values, measurement);
    }

    public Evaluation withMeasurement(double value) {
        return new Evaluation(axes, point, states, traceStates, normal, parameters, value);
    }

    /** @throws IllegalArgumentException for a leaf whose value was not supplied */
    public double evaluate(Expr e) {
        Args.given(e, "e");
        return e.accept(new Walk(false));
    }

    /** One term of a sum over an index. */
    double term(IndexSum sum, int i) {
        Walk walk = new Walk(false);
        walk.index = i;
        return sum.body().accept(walk);
    }

    /** As {@link #evaluate(Expr, List, double...)}, but what code throws is thrown. */
    static double strictly(Expr e, List<Axis> axes, double... point) {
        return e.accept(at(axes, point).new Walk(true));
    }

    /** The value of an expression of coordinates alone. */
    public static double evaluate(Expr e, List<Axis> axes, double... point) {
        AxisList.given(axes);
        Args.given(point, "point");
        return at(axes, point).evaluate(e);
    }

    private int index(Axis axis) {
        int index = axes.indexOf(axis);
        if (index < 0) {
            throw new IllegalArgumentException("no coordinate for axis %s among %s".formatted(axis, Names.tuple(axes)));
        }
        return index;
    }

    /** The same point moved to a face, with the states of that face. */
    private Evaluation across(Region.Face face) {
        double[] moved = point.clone();
        moved[index(face.axis())] = face.coordinate();
        States there = (field, orders) -> traceStates.value(face, field, orders);
        return new Evaluation(axes, moved, there, traceStates, normal, parameters, measurement);
    }

    private static double derivative(CoordinateFunction f, double[] arguments) {
        int order = f.orders().stream().mapToInt(Integer::intValue).sum();
        DSFactory factory = new DSFactory(arguments.length, order);
        DerivativeStructure[] x = new DerivativeStructure[arguments.length];
        for (int k = 0; k < x.length; k++) {
            x[k] = order == 0 ? factory.constant(arguments[k]) : factory.variable(k, arguments[k]);
        }
        int[] orders = f.orders().stream().mapToInt(Integer::intValue).toArray();
        return f.code().value(x).getPartialDerivative(orders);
    }

    private final class Walk implements ExprVisitor<Double> {
        private final boolean strict;
        private int index; // of the sum that is being walked

        Walk(boolean strict) {
            this.strict = strict;
        }

        /** What the code of a function says; not a number where it throws, be it an error. */
        private double said(DoubleSupplier code) {
            if (strict) {
                return code.getAsDouble();
            }
            try {
                return code.getAsDouble();
            } catch (Throwable e) {
                return Double.NaN;
            }
        }

        private double[] values(List<Expr> parts) {
            double[] values = new double[parts.size()];
            for (int k = 0; k < values.length; k++) {
                values[k] = parts.get(k).accept(this);
            }
            return values;
        }

        @Override
        public Double constant(double value) {
            return value;
        }

        @Override
        public Double axis(Axis axis) {
            return point[index(axis)];
        }

        @Override
        public Double parameter(Parameter parameter) {
            return parameters.applyAsDouble(parameter);
        }

        @Override
        public Double state(Field field, List<Integer> orders) {
            return states.value(field, orders);
        }

        @Override
        public Double sum(List<Expr> terms) {
            double sum = 0;
            for (double term : values(terms)) {
                sum += term;
            }
            return sum;
        }

        @Override
        public Double product(List<Expr> factors) {
            double product = 1;
            for (double factor : values(factors)) {
                product *= factor;
            }
            return product;
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
        public Double coordinateFunction(CoordinateFunction function) {
            double[] x = values(function.arguments());
            return said(() -> derivative(function, x));
        }

        @Override
        public Double sampledFunction(SampledFunction function) {
            double[] x = values(function.arguments());
            return said(() -> function.code().applyAsDouble(x));
        }

        @Override
        public Double normal(Axis axis) {
            return normal == null ? missing(new Normal(axis), "withNormal") : normal[index(axis)];
        }

        @Override
        public Double trace(Expr inner, Region region) {
            Walk there = across((Region.Face) region).new Walk(strict);
            there.index = index;
            return inner.accept(there);
        }

        /** Term by term, none of them made. */
        @Override
        public Double indexSum(IndexSum sum) {
            int outer = index;
            double result = 0;
            for (int i = sum.from(); i <= sum.to(); i++) {
                index = i;
                result += sum.body().accept(this);
            }
            index = outer;
            return result;
        }

        @Override
        public Double indexed(Indexed leaf) {
            return leaf.at(index).accept(this);
        }

        @Override
        public Double measurement() {
            return Double.isNaN(measurement) ? missing(Measurement.VALUE, "withMeasurement") : measurement;
        }
    }
}
