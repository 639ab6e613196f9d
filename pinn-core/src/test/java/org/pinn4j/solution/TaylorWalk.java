package org.pinn4j.solution;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.network.Network;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.CoordinateFunction;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.ExprVisitor;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Function;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Region;
import org.pinn4j.pde.SampledFunction;

/** The field of an ansatz by walking it in the Taylor arithmetic of Hipparchus: shares no code with the compiled evaluation. */
final class TaylorWalk implements ExprVisitor<DerivativeStructure> {
    private final List<Axis> axes;
    private final DerivativeStructure[] x;
    private final DSFactory factory;

    private TaylorWalk(List<Axis> axes, DerivativeStructure[] x, DSFactory factory) {
        this.axes = axes;
        this.x = x;
        this.factory = factory;
    }

    /** All derivatives of a field up to an order at a point above every fold. */
    static DerivativeStructure field(Ansatz ansatz, double[] theta, int field, int order, double... point) {
        DSFactory factory = new DSFactory(point.length, order);
        DerivativeStructure[] x = new DerivativeStructure[point.length];
        for (int a = 0; a < x.length; a++) {
            x[a] = factory.variable(a, point[a]);
        }
        TaylorWalk walk = new TaylorWalk(ansatz.axes(), x, factory);
        Ansatz.Form form = ansatz.forms().get(field);
        List<DerivativeStructure> features =
                ansatz.features().stream().map(e -> e.accept(walk)).toList();
        DerivativeStructure n = walk.network(
                        ansatz.networks().get(form.network()), theta, ansatz.offset(form.network()), features)
                .get(form.output());
        return form.base().accept(walk).add(form.factor().accept(walk).multiply(n));
    }

    private List<DerivativeStructure> network(
            Network network, double[] theta, int offset, List<DerivativeStructure> input) {
        List<List<DerivativeStructure>> values = new ArrayList<>(List.of(input));
        for (Network.Step step : network.steps()) {
            List<DerivativeStructure> out = new ArrayList<>();
            for (int o = 0; o < step.width(); o++) {
                out.add(feature(step, o, theta, offset, values));
            }
            values.add(out);
        }
        return values.get(values.size() - 1);
    }

    private DerivativeStructure feature(
            Network.Step step, int o, double[] theta, int offset, List<List<DerivativeStructure>> values) {
        if (step instanceof Network.Dense d) {
            DerivativeStructure sum = factory.constant(d.hasBias() ? theta[offset + d.bias() + o] : 0);
            for (int i = 0; i < d.in(); i++) {
                sum = sum.add(values.get(d.source()).get(i).multiply(theta[offset + d.weights() + i + d.in() * o]));
            }
            return sum;
        } else if (step instanceof Network.Activate a) {
            DerivativeStructure z = values.get(a.source()).get(o);
            return a.activation().name().equals("tanh") ? z.tanh() : z.sin();
        } else if (step instanceof Network.Add a) {
            return values.get(a.left()).get(o).add(values.get(a.right()).get(o));
        } else if (step instanceof Network.Multiply m) {
            return values.get(m.left()).get(o).multiply(values.get(m.right()).get(o));
        } else if (step instanceof Network.Scale s) {
            return values.get(s.source()).get(o).multiply(s.factor()).add(s.shift());
        }
        Network.Concatenate c = (Network.Concatenate) step;
        int left = values.get(c.left()).size();
        return o < left ? values.get(c.left()).get(o) : values.get(c.right()).get(o - left);
    }

    @Override
    public DerivativeStructure constant(double value) {
        return factory.constant(value);
    }

    @Override
    public DerivativeStructure axis(Axis axis) {
        return x[axes.indexOf(axis)];
    }

    @Override
    public DerivativeStructure sum(List<Expr> terms) {
        return terms.stream().map(e -> e.accept(this)).reduce(factory.constant(0), DerivativeStructure::add);
    }

    @Override
    public DerivativeStructure product(List<Expr> factors) {
        return factors.stream().map(e -> e.accept(this)).reduce(factory.constant(1), DerivativeStructure::multiply);
    }

    @Override
    public DerivativeStructure power(Expr base, double exponent) {
        DerivativeStructure b = base.accept(this);
        return exponent == Math.rint(exponent) ? b.pow((int) exponent) : b.pow(exponent);
    }

    @Override
    public DerivativeStructure call(Function function, Expr argument) {
        DerivativeStructure a = argument.accept(this);
        return switch (function) {
            case SIN -> a.sin();
            case COS -> a.cos();
            case EXP -> a.exp();
            case TANH -> a.tanh();
            default -> throw new AssertionError(function + " is not used here");
        };
    }

    @Override
    public DerivativeStructure coordinateFunction(CoordinateFunction function) {
        return function.code()
                .value(function.arguments().stream().map(e -> e.accept(this)).toArray(DerivativeStructure[]::new));
    }

    @Override
    public DerivativeStructure parameter(Parameter parameter) {
        throw new AssertionError(parameter);
    }

    @Override
    public DerivativeStructure state(Field field, List<Integer> orders) {
        throw new AssertionError(field);
    }

    @Override
    public DerivativeStructure sampledFunction(SampledFunction function) {
        throw new AssertionError(function);
    }

    @Override
    public DerivativeStructure normal(Axis axis) {
        throw new AssertionError(axis);
    }

    @Override
    public DerivativeStructure trace(Expr inner, Region region) {
        throw new AssertionError(region);
    }

    @Override
    public DerivativeStructure measurement() {
        throw new AssertionError("measurement");
    }
}
