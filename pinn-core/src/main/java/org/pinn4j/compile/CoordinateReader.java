package org.pinn4j.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.pinn4j.compile.Graph.Kind;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.CoordinateFunction;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.ExprVisitor;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Function;
import org.pinn4j.pde.IndexSum;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Region;
import org.pinn4j.pde.SampledFunction;

/** Reads expressions of the coordinates into a graph. Inside a trace the coordinate of the face is a number. */
class CoordinateReader implements ExprVisitor<Integer> {
    private final Graph graph;
    private final List<Axis> axes;
    private final Region.Face face;

    CoordinateReader(Graph graph, List<Axis> axes) {
        this(graph, axes, null);
    }

    private CoordinateReader(Graph graph, List<Axis> axes, Region.Face face) {
        this.graph = graph;
        this.axes = axes;
        this.face = face;
    }

    private List<Integer> all(List<Expr> expressions) {
        List<Integer> nodes = new ArrayList<>(expressions.size());
        for (Expr e : expressions) { // no stream: it would take a dozen frames of the stack at each level
            nodes.add(read(e));
        }
        return nodes;
    }

    /** The node of a part. */
    Integer read(Expr e) {
        return e.accept(this);
    }

    /** One instruction that goes through the index, whose arguments are the coordinates of all terms. */
    @Override
    public Integer indexSum(IndexSum sum) {
        SumBody body = new SumBody(sum);
        List<Integer> arguments = new ArrayList<>();
        for (Expr argument : body.arguments()) {
            arguments.add(read(argument));
        }
        return graph.apply(body.loop(), arguments);
    }

    private int indexOf(Axis axis) {
        int index = axes.indexOf(axis);
        if (index < 0) {
            throw new IllegalArgumentException("axis %s is not among the axes of the points, %s".formatted(axis, axes));
        }
        return index;
    }

    @Override
    public Integer constant(double value) {
        return graph.constant(value);
    }

    @Override
    public Integer axis(Axis axis) {
        return face != null && axis.equals(face.axis())
                ? graph.constant(face.coordinate())
                : graph.input(Kind.AXIS, indexOf(axis));
    }

    @Override
    public Integer parameter(Parameter parameter) {
        throw new IllegalArgumentException(
                "parameter %s changes during training; an expression of the coordinates cannot use it"
                        .formatted(parameter));
    }

    @Override
    public Integer state(Field field, List<Integer> orders) {
        throw new IllegalArgumentException(
                "field %s (derivative %s) in an expression of the coordinates; compile it with Program"
                        .formatted(field, orders));
    }

    @Override
    public Integer sum(List<Expr> terms) {
        return graph.linear(0, Collections.nCopies(terms.size(), 1.0), all(terms));
    }

    @Override
    public Integer product(List<Expr> factors) {
        int product = graph.constant(1);
        for (int factor : all(factors)) {
            product = graph.multiply(product, factor);
        }
        return product;
    }

    @Override
    public Integer power(Expr base, double exponent) {
        return graph.power(read(base), exponent);
    }

    @Override
    public Integer call(Function function, Expr argument) {
        return graph.call(function, read(argument));
    }

    /** Constant arguments (inside a trace) stay constants of the graph and are filled into registers by the emitter. */
    @Override
    public Integer coordinateFunction(CoordinateFunction function) {
        return graph.apply(new FunctionRoutine(function), all(function.arguments()));
    }

    @Override
    public Integer sampledFunction(SampledFunction function) {
        return graph.apply(new SampledRoutine(function), all(function.arguments()));
    }

    /** Inside a trace too, this is the normal of the region the condition stands on. */
    @Override
    public Integer normal(Axis axis) {
        return graph.input(Kind.NORMAL, indexOf(axis));
    }

    @Override
    public Integer trace(Expr inner, Region region) {
        Region.Face partner = (Region.Face) region;
        if (face != null && !face.axis().equals(partner.axis())) {
            throw new IllegalArgumentException(
                    "trace on %s inside a trace on %s: the partner of a partner must lie along the same axis"
                            .formatted(partner, face));
        }
        return inner.accept(new CoordinateReader(graph, axes, partner));
    }

    @Override
    public Integer measurement() {
        return graph.input(Kind.MEASUREMENT, 0);
    }
}
