package org.pinn4j.compile;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.special.Erf;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.CoordinateFunction;
import org.pinn4j.pde.Evaluation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.ExprVisitor;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Function;
import org.pinn4j.pde.Normal;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Region;
import org.pinn4j.pde.SampledFunction;

/**
 * A value with its derivative along one leaf, by walking the tree forward, together with a running bound of the round-off of
 * any order of evaluation, in units of the machine epsilon. Shares no code and no idea with the compiled reverse sweep.
 * Source of the bound: Higham, Accuracy and Stability of Numerical Algorithms (2002), section 3.3.
 */
final class DualNumbers implements ExprVisitor<DualNumbers.Dual> {
    /**
     * @param magnitude Σ |·| over all paths from the leaf: what a sum of adjoints in another order cancels from
     * @param slopeError bound for {@code slope}
     */
    record Dual(double value, double error, double slope, double slopeError, double magnitude) {
        Dual times(Dual o) {
            double product = Math.abs(value * o.value);
            double left = Math.abs(slope * o.value);
            double right = Math.abs(value * o.slope);
            return new Dual(
                    value * o.value,
                    Math.abs(value) * o.error + Math.abs(o.value) * error + 2 * product,
                    slope * o.value + value * o.slope,
                    Math.abs(slope) * o.error
                            + Math.abs(o.value) * slopeError
                            + Math.abs(value) * o.slopeError
                            + Math.abs(o.slope) * error
                            + 4 * (left + right),
                    magnitude * Math.abs(o.value) + Math.abs(value) * o.magnitude);
        }

        Dual plus(Dual o) {
            return new Dual(
                    value + o.value,
                    error + o.error + 4 * (Math.abs(value) + Math.abs(o.value)),
                    slope + o.slope,
                    slopeError + o.slopeError + 4 * (Math.abs(slope) + Math.abs(o.slope)),
                    magnitude + o.magnitude);
        }

        /** Chain rule: f, f', f'' here, and the relative and absolute round-off of f' itself. */
        Dual map(double f, double f1, double f2, double relative, double absolute) {
            return new Dual(
                    f,
                    Math.abs(f1) * error + (2 + relative) * Math.abs(f),
                    f1 * slope,
                    Math.abs(f2 * slope) * error
                            + Math.abs(f1) * slopeError
                            + (4 + relative) * Math.abs(f1) * magnitude
                            + absolute * magnitude,
                    Math.abs(f1) * magnitude);
        }
    }

    /** The leaf to differentiate by: a {@link Program.StateLeaf} without its slot number, or a parameter. */
    record Leaf(Region region, Field field, List<Integer> orders, Parameter parameter) {}

    private final Evaluation point;
    private final ToDoubleFunction<Leaf> states;
    private final Leaf by;
    private final Region region;

    /** @param point supplies coordinates, normals, measurements and parameters */
    DualNumbers(Evaluation point, ToDoubleFunction<Leaf> states, Leaf by) {
        this(point, states, by, null);
    }

    private DualNumbers(Evaluation point, ToDoubleFunction<Leaf> states, Leaf by, Region region) {
        this.point = point;
        this.states = states;
        this.by = by;
        this.region = region;
    }

    private static Dual fixed(double value, double error) {
        return new Dual(value, error * Math.abs(value), 0, 0, 0);
    }

    private Dual variable(double value, boolean chosen) {
        return new Dual(value, 0, chosen ? 1 : 0, 0, chosen ? 1 : 0);
    }

    private Dual here(Expr e, double error) {
        return fixed(point.evaluate(region == null ? e : e.trace(region)), error);
    }

    @Override
    public Dual constant(double value) {
        return fixed(value, 0);
    }

    @Override
    public Dual axis(Axis axis) {
        return here(axis, 0);
    }

    @Override
    public Dual parameter(Parameter parameter) {
        return variable(point.evaluate(parameter), parameter.equals(by.parameter));
    }

    @Override
    public Dual state(Field field, List<Integer> orders) {
        Leaf leaf = new Leaf(region, field, orders, null);
        return variable(states.applyAsDouble(leaf), leaf.equals(by));
    }

    @Override
    public Dual sum(List<Expr> terms) {
        return terms.stream().map(e -> e.accept(this)).reduce(fixed(0, 0), Dual::plus);
    }

    @Override
    public Dual product(List<Expr> factors) {
        return factors.stream().map(e -> e.accept(this)).reduce(fixed(1, 0), Dual::times);
    }

    @Override
    public Dual power(Expr base, double p) {
        Dual a = base.accept(this);
        double x = a.value;
        double second = p * (p - 1) * (p == 2 ? 1 : Math.pow(x, p - 2));
        return a.map(Math.pow(x, p), p * Math.pow(x, p - 1), second, 4 * Math.abs(p), 0);
    }

    @Override
    public Dual call(Function function, Expr argument) {
        Dual a = argument.accept(this);
        double x = a.value;
        double y = function.value(x);
        double bell = 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
        return switch (function) {
            case SIN -> a.map(y, Math.cos(x), -y, 1, 0);
            case COS -> a.map(y, -Math.sin(x), -y, 1, 0);
            case EXP -> a.map(y, y, y, 1, 0);
            case LOG -> a.map(y, 1 / x, -1 / (x * x), 1, 0);
            case TANH -> a.map(y, 1 / (Math.cosh(x) * Math.cosh(x)), 2, 1, 4);
            case ABS -> a.map(y, Math.signum(x), 0, 0, 0);
            case SIGN -> a.map(y, 0, 0, 0, 0);
            case ASINH -> a.map(y, 1 / Math.hypot(1, x), 1, 4, 0);
            case ERF -> a.map(Erf.erf(x), bell, -2 * x * bell, 4 + x * x, 0);
            case ATAN -> a.map(y, 1 / (1 + x * x), 1, 4, 0);
            case SINH -> a.map(y, Math.cosh(x), y, 4, 0);
            case COSH -> a.map(y, Math.sinh(x), y, 4, 0);
        };
    }

    @Override
    public Dual coordinateFunction(CoordinateFunction function) {
        return here(function, 8);
    }

    @Override
    public Dual sampledFunction(SampledFunction function) {
        return here(function, 0);
    }

    @Override
    public Dual normal(Axis axis) {
        return here(new Normal(axis), 0);
    }

    @Override
    public Dual trace(Expr inner, Region partner) {
        return inner.accept(new DualNumbers(point, states, by, partner));
    }

    @Override
    public Dual measurement() {
        return fixed(point.evaluate(Expr.measurement()), 0);
    }
}
