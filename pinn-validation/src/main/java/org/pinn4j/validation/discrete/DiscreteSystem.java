package org.pinn4j.validation.discrete;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.pinn4j.args.Args;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Lookup;
import org.pinn4j.validation.system.BandMatrix;
import org.pinn4j.validation.system.ImplicitSystem;

/**
 * A problem on a grid: the values of every field at every node, and for a field of second order in time its rate too. A row is the
 * equation of its field, or where a condition claims the node the condition, see {@link Discretization}. Belongs to one thread.
 */
public final class DiscreteSystem implements ImplicitSystem {
    private final Statement statement;
    private final SpaceGrid grid;
    private final Background background;
    private final Unknowns unknowns;
    private final Optional<GridDerivative> atOnce;
    private final List<RowBlock> blocks = new ArrayList<>();
    private final List<int[]> links = new ArrayList<>();
    private final boolean[] algebraic;
    private final double[] noRates;
    private int lower;
    private int upper;

    DiscreteSystem(Statement statement, SpaceGrid grid, Background background) {
        this.statement = statement;
        this.grid = grid;
        this.background = background;
        this.unknowns = new Unknowns(grid, statement.timeOrder);
        this.atOnce = grid.atOnce();
        this.algebraic = new boolean[size()];
        this.noRates = new double[size()];
        new RowPlan(statement, grid, unknowns).build(this::block, links);
        blocks.forEach(block -> {
            for (int row : block.rows()) {
                algebraic[row] = !block.hasRates();
            }
            block.pattern((row, column, value) -> widen(row, column));
        });
        links.forEach(link -> widen(link[0], link[1]));
    }

    private void block(Expr residual, RowBlock.Places places) {
        blocks.add(new RowBlock(statement, grid, unknowns, atOnce, background, residual, places));
    }

    private void widen(int row, int column) {
        lower = Math.max(lower, row - column);
        upper = Math.max(upper, column - row);
    }

    public SpaceGrid grid() {
        return grid;
    }

    /** In the order in which the unknowns of a node stand. */
    public List<Field> fields() {
        return statement.fields;
    }

    /** Whether the problem has no time axis. */
    public boolean isSteady() {
        return statement.time == null;
    }

    /** Whether F is affine in y and y'. */
    public boolean isLinear() {
        return blocks.stream().allMatch(RowBlock::isLinear);
    }

    /** {@inheritDoc} The largest value of the fields of the background at start, middle and end of time. */
    @Override
    public double backgroundSize() {
        if (background == null || isSteady()) {
            return 0;
        }
        Axis time = statement.time;
        return DoubleStream.of(time.min(), time.min() + time.length() / 2, time.max())
                .flatMap(t -> statement.fields.stream().flatMapToDouble(f -> Arrays.stream(known(f, 0, t))))
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    /** A field of the background, or its rate, at the nodes. */
    private double[] known(Field field, int inTime, double t) {
        List<Axis> axes = statement.problem.axes();
        PointData points = new PointData(List.of(), axes, grid.nodes(), coordinates(axes), null);
        List<Integer> orders =
                field.axes().stream().map(a -> a.isTime() ? inTime : 0).toList();
        return background.values(field, orders, points.coordinates(field.axes(), t), grid.nodes());
    }

    /** The size of what the rows have of the background's fields: what rounding in their correction is relative to. */
    double knownSize(double t) {
        return blocks.stream()
                .mapToDouble(block -> block.backgroundSize(t))
                .max()
                .orElse(0);
    }

    @Override
    public int size() {
        return unknowns.count();
    }

    @Override
    public int lowerBandwidth() {
        return lower;
    }

    @Override
    public int upperBandwidth() {
        return upper;
    }

    @Override
    public boolean algebraic(int row) {
        Args.index(row, algebraic.length, "row");
        return algebraic[row];
    }

    @Override
    public void residual(double t, double[] y, double[] yDot, double[] f) {
        Args.given(y, "y", yDot, "yDot");
        Args.given(f, "f");
        Args.atLeast(algebraic.length, y, "y");
        Args.atLeast(algebraic.length, yDot, "yDot");
        Args.atLeast(algebraic.length, f, "f");
        for (RowBlock block : blocks) {
            block.residual(t, y, yDot, f);
        }
        for (int[] link : links) {
            f[link[0]] = yDot[link[0]] - y[link[1]];
        }
    }

    @Override
    public void algebraicResidual(double t, double[] y, double[] f) {
        Args.given(y, "y", f, "f");
        Args.atLeast(algebraic.length, y, "y");
        Args.atLeast(algebraic.length, f, "f");
        for (RowBlock block : blocks) {
            if (!block.hasRates()) {
                block.residual(t, y, noRates, f);
            }
        }
    }

    @Override
    public long products() {
        return blocks.stream().mapToLong(RowBlock::products).sum();
    }

    @Override
    public void jacobian(double t, double[] y, double[] yDot, double shift, BandMatrix out) {
        Args.given(y, "y", yDot, "yDot");
        Args.given(out, "out");
        Args.atLeast(algebraic.length, y, "y");
        Args.atLeast(algebraic.length, yDot, "yDot");
        out.clear();
        entries(t, y, yDot, shift, out::add);
    }

    void entries(double t, double[] y, double[] yDot, double shift, Entries out) {
        for (RowBlock block : blocks) {
            block.jacobian(t, y, yDot, shift, out);
        }
        for (int[] link : links) {
            out.add(link[0], link[0], shift);
            out.add(link[0], link[1], -1);
        }
    }

    /** {@inheritDoc} With a background the values are what the conditions have more than it. */
    @Override
    public void initial(double[] y, double[] yDot) {
        Args.given(y, "y", yDot, "yDot");
        Args.atLeast(algebraic.length, y, "y");
        Args.atLeast(algebraic.length, yDot, "yDot");
        Arrays.fill(y, 0);
        Arrays.fill(yDot, 0);
        for (int f = 0; f < statement.fields.size(); f++) {
            if (statement.initialValue[f] != null) {
                double[] value = atStart(f, statement.initialValue[f], 0);
                for (int node = 0; node < grid.nodes(); node++) {
                    y[unknowns.value(f, node)] = value[node];
                }
            }
            if (statement.initialRate[f] != null) {
                double[] rate = atStart(f, statement.initialRate[f], 1);
                for (int node = 0; node < grid.nodes(); node++) {
                    y[unknowns.rate(f, node)] = rate[node];
                    yDot[unknowns.value(f, node)] = rate[node];
                }
            }
        }
    }

    @Override
    public double[] breaks() {
        return background == null || isSteady() ? new double[0] : background.breaks(statement.time);
    }

    /** {@inheritDoc} The sum of background and unknowns goes on as it is: they take over what the background loses. */
    @Override
    public void pass(double t, double[] y) {
        Args.given(y, "y");
        if (background == null) {
            return; // what does not move with time has nothing to pass
        }
        double[] before = backgroundAt(t);
        background.pass();
        blocks.forEach(RowBlock::forget);
        double[] after = backgroundAt(t);
        for (int k = 0; k < y.length; k++) {
            y[k] += before[k] - after[k]; // the difference first: it is small, and exact
        }
    }

    /** In the places of the unknowns. */
    private double[] backgroundAt(double t) {
        double[] y = new double[size()];
        for (int f = 0; f < statement.fields.size(); f++) {
            double[] values = known(statement.fields.get(f), 0, t);
            double[] rates = unknowns.hasRate(f) ? known(statement.fields.get(f), 1, t) : null;
            for (int node = 0; node < values.length; node++) {
                y[unknowns.value(f, node)] = values[node];
                if (rates != null) {
                    y[unknowns.rate(f, node)] = rates[node];
                }
            }
        }
        return y;
    }

    private double[] atStart(int f, Expr datum, int inTime) {
        List<Axis> axes = statement.problem.axes();
        PointData points = new PointData(List.of(), axes, grid.nodes(), coordinates(axes), null);
        double t = statement.time.min();
        double[][] values = new double[1][grid.nodes()];
        CoordinateProgram program = CoordinateProgram.compile(List.of(datum), axes);
        program.evaluate(grid.nodes(), points.coordinates(axes, t), null, null, values, program.scratch(grid.nodes()));
        if (background != null) {
            double[] known = known(statement.fields.get(f), inTime, t);
            for (int node = 0; node < known.length; node++) {
                values[0][node] -= known[node];
            }
        }
        return values[0];
    }

    private double[] coordinates(List<Axis> axes) {
        double[] x = new double[axes.size() * grid.nodes()];
        for (int a = 0; a < axes.size(); a++) {
            int s = statement.space.indexOf(axes.get(a));
            for (int node = 0; node < grid.nodes() && s >= 0; node++) {
                x[a * grid.nodes() + node] = grid.coordinate(s, node);
            }
        }
        return x;
    }

    /** The nodal values of a field among the unknowns, in the order of {@link SpaceGrid}; a new array. */
    public double[] values(Field field, double[] y) {
        Args.given(field, "field", y, "y");
        Args.atLeast(algebraic.length, y, "y");
        int f = indexOf(field);
        double[] values = new double[grid.nodes()];
        for (int node = 0; node < values.length; node++) {
            values[node] = y[unknowns.value(f, node)];
        }
        return values;
    }

    /** Writes the nodal values of a field into the unknowns. @param y overwritten in the places of this field */
    public void setValues(Field field, double[] values, double[] y) {
        Args.given(field, "field", values, "values");
        Args.given(y, "y");
        Args.atLeast(grid.nodes(), values, "values");
        Args.atLeast(algebraic.length, y, "y");
        int f = indexOf(field);
        for (int node = 0; node < grid.nodes(); node++) {
            y[unknowns.value(f, node)] = values[node];
        }
    }

    /** ∂field/∂t at the nodes: the unknown itself for a field of second order in time, otherwise taken from y'; a new array. */
    public double[] rates(Field field, double[] y, double[] yDot) {
        Args.given(field, "field", y, "y");
        Args.given(yDot, "yDot");
        Args.atLeast(algebraic.length, y, "y");
        Args.atLeast(algebraic.length, yDot, "yDot");
        int f = indexOf(field);
        double[] rates = new double[grid.nodes()];
        for (int node = 0; node < rates.length; node++) {
            rates[node] = unknowns.hasRate(f) ? y[unknowns.rate(f, node)] : yDot[unknowns.value(f, node)];
        }
        return rates;
    }

    private int indexOf(Field field) {
        int f = statement.fields.indexOf(field);
        if (f < 0) {
            throw new IllegalArgumentException(Lookup.missing(field, statement.fields));
        }
        return f;
    }
}
