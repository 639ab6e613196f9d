package org.pinn4j.compile;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.pinn4j.compile.Graph.Kind;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.CoordinateFunction;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.ExprVisitor;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Function;
import org.pinn4j.pde.IndexSum;
import org.pinn4j.pde.Leaves;
import org.pinn4j.pde.Normal;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Region;
import org.pinn4j.pde.SampledFunction;

/**
 * Reads expressions into a graph. What depends on the point alone stays an expression until something else needs it, so that
 * each maximal part of this kind becomes one data column. Inside a trace, the coordinate of the face is a
 * number, so data columns never contain traces.
 */
final class ExprReader implements ExprVisitor<ExprReader.Value> {
    /** A node of the graph, or an expression of the point alone (then {@code node} is −1). */
    record Value(int node, Expr pure) {
        boolean isPure() {
            return pure != null;
        }
    }

    /** What all readers of one program share: the graph and its inputs in order of first appearance. */
    static final class Inputs {
        final Graph graph = new Graph();
        final Numbered<Program.StateLeaf> states = new Numbered<>();
        final Numbered<Region> slots = new Numbered<>();
        final Numbered<Parameter> parameters = new Numbered<>();
        final Numbered<Expr> data = new Numbered<>();
    }

    /** Different things in the order in which they came. */
    static final class Numbered<T> extends AbstractList<T> {
        private final List<T> items = new ArrayList<>();
        private final Map<T, Integer> numbers = new HashMap<>();

        /** Its number, the next one where it is new. */
        int number(T item) {
            return numbers.computeIfAbsent(item, i -> {
                items.add(i);
                return items.size() - 1;
            });
        }

        @Override
        public T get(int k) {
            return items.get(k);
        }

        @Override
        public int size() {
            return items.size();
        }
    }

    private final Inputs inputs;
    private final Graph graph;
    private final Region.Face face;
    private final IdentityHashMap<Expr, Value> known = new IdentityHashMap<>();

    ExprReader(Inputs inputs) {
        this(inputs, null);
    }

    /** @param face the partner's face if the expressions stand inside a trace, else null */
    private ExprReader(Inputs inputs, Region.Face face) {
        this.inputs = inputs;
        this.graph = inputs.graph;
        this.face = face;
    }

    /** The node of an expression. */
    int read(Expr e) {
        return node(value(e));
    }

    private Value value(Expr e) {
        Value value = known.get(e);
        if (value == null) {
            value = e.accept(this);
            known.put(e, value);
        }
        return value;
    }

    private int node(Value value) {
        if (!value.isPure()) {
            return value.node;
        }
        OptionalDouble number = value.pure.number();
        return number.isPresent()
                ? graph.constant(number.getAsDouble())
                : graph.input(Kind.DATA, inputs.data.number(value.pure));
    }

    private static Value pure(Expr e) {
        return new Value(-1, e);
    }

    private static Value of(int node) {
        return new Value(node, null);
    }

    @Override
    public Value constant(double value) {
        return pure(Expr.constant(value));
    }

    @Override
    public Value axis(Axis axis) {
        return pure(face != null && axis.equals(face.axis()) ? Expr.constant(face.coordinate()) : axis);
    }

    @Override
    public Value parameter(Parameter parameter) {
        return of(graph.input(Kind.PARAMETER, inputs.parameters.number(parameter)));
    }

    @Override
    public Value state(Field field, List<Integer> orders) {
        int slot = face == null ? 0 : 1 + inputs.slots.number(face);
        Program.StateLeaf leaf = new Program.StateLeaf(slot, field, orders);
        return of(graph.input(Kind.STATE, inputs.states.number(leaf)));
    }

    @Override
    public Value sum(List<Expr> terms) {
        List<Expr> constants = new ArrayList<>();
        List<Integer> nodes = new ArrayList<>();
        for (Expr term : terms) {
            Value value = value(term);
            if (value.isPure()) {
                constants.add(value.pure);
            } else {
                nodes.add(value.node);
            }
        }
        if (nodes.isEmpty()) {
            return pure(Expr.sum(constants));
        }
        nodes.add(node(pure(Expr.sum(constants))));
        return of(graph.linear(0, Collections.nCopies(nodes.size(), 1.0), nodes));
    }

    /** A column where it is known; else term by term, since each reads states of its own. */
    @Override
    public Value indexSum(IndexSum sum) {
        Leaves leaves = Leaves.of(sum);
        if (!leaves.states().isEmpty() || !leaves.parameters().isEmpty()) {
            return sum(sum.terms());
        }
        return pure(
                face == null
                        ? sum
                        : sum.substitute(e -> e.equals(face.axis()) ? Expr.constant(face.coordinate()) : null));
    }

    @Override
    public Value product(List<Expr> factors) {
        List<Expr> constants = new ArrayList<>();
        int product = graph.constant(1);
        for (Expr factor : factors) {
            Value value = value(factor);
            if (value.isPure()) {
                constants.add(value.pure);
            } else {
                product = graph.multiply(product, value.node);
            }
        }
        Value pure = pure(Expr.inTurn(constants));
        return constants.size() == factors.size() ? pure : of(graph.multiply(node(pure), product));
    }

    @Override
    public Value power(Expr base, double exponent) {
        Value value = value(base);
        return value.isPure() ? pure(value.pure.pow(exponent)) : of(graph.power(value.node, exponent));
    }

    @Override
    public Value call(Function function, Expr argument) {
        Value value = value(argument);
        return value.isPure() ? pure(function.of(value.pure)) : of(graph.call(function, value.node));
    }

    @Override
    public Value coordinateFunction(CoordinateFunction function) {
        return pure(function.at(arguments(function, function.arguments())));
    }

    @Override
    public Value sampledFunction(SampledFunction function) {
        return pure(function.at(arguments(function, function.arguments())));
    }

    private List<Expr> arguments(Expr function, List<Expr> arguments) {
        List<Expr> pure = new ArrayList<>(arguments.size());
        for (Expr argument : arguments) {
            Value value = value(argument);
            if (!value.isPure()) {
                throw new IllegalArgumentException(
                        "%s: argument %s is not a function of the coordinates; write the function as an expression"
                                .formatted(function, argument));
            }
            pure.add(value.pure);
        }
        return pure;
    }

    /** The normal is that of the region the condition stands on, inside a trace too: so u.dn() can be compared across a wrap. */
    @Override
    public Value normal(Axis axis) {
        return pure(new Normal(axis));
    }

    @Override
    public Value trace(Expr inner, Region region) {
        Region.Face partner = (Region.Face) region;
        if (face != null && !face.axis().equals(partner.axis())) {
            throw new IllegalArgumentException(
                    "trace on %s inside a trace on %s: the partner of a partner must lie along the same axis"
                            .formatted(partner, face));
        }
        return new ExprReader(inputs, partner).value(inner);
    }

    @Override
    public Value measurement() {
        return pure(Expr.measurement());
    }
}
