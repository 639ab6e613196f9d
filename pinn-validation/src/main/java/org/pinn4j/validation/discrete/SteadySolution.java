package org.pinn4j.validation.discrete;

import java.util.List;
import java.util.Map;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Lookup;

/** The fields of a steady problem on a grid and between its nodes. With a background it is the correction to it. Immutable. */
public final class SteadySolution {
    private final SpaceGrid grid;
    private final List<Field> fields;
    private final Map<Field, double[]> nodal;
    private final int steps;
    private final double rounding;
    private final String method;

    SteadySolution(
            SpaceGrid grid, List<Field> fields, Map<Field, double[]> nodal, int steps, double rounding, String method) {
        this.grid = grid;
        this.fields = fields;
        this.nodal = Map.copyOf(nodal);
        this.steps = steps;
        this.rounding = rounding;
        this.method = method;
    }

    public SpaceGrid grid() {
        return grid;
    }

    public List<Field> fields() {
        return fields;
    }

    /** Newton steps, or refinements of a linear solve. */
    public int steps() {
        return steps;
    }

    /**
     * The largest of a few Newton corrections about the solution, relative to its largest value: samples of what rounding and the end
     * of the iteration leave in it.
     */
    public double rounding() {
        return rounding;
    }

    /** How the linear systems were solved. */
    public String method() {
        return method;
    }

    /** Values at the nodes, in the order of the grid; a copy. */
    public double[] nodal(Field field) {
        Args.given(field, "field");
        return known(field).clone();
    }

    /** The value at a point. @param x by space axis of the grid @throws IllegalArgumentException outside the domain */
    public double value(Field field, double... x) {
        Args.given(field, "field", x, "x");
        return grid.interpolation(x).apply(known(field));
    }

    /**
     * Values at n points.
     * @param x [axes × n]: coordinate of axis a (in the order of {@link Field#axes()}) of point i at {@code x[a * n + i]}
     * @return [n]
     * @throws IllegalArgumentException if a point is outside the domain
     */
    public double[] values(Field field, double[] x, int n) {
        Args.given(field, "field", x, "x");
        Args.within(0, x.length, n, "n");
        double[] values = known(field);
        double[] result = new double[n];
        double[] point = new double[grid.axes().size()];
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < point.length; a++) {
                Axis axis = grid.axes().get(a).axis();
                point[a] = x[field.axes().indexOf(axis) * n + i];
            }
            result[i] = grid.interpolation(point).apply(values);
        }
        return result;
    }

    /** The unknowns of the same problem on another grid that agree with this solution: a start for {@link SteadySolver}. */
    public double[] onto(DiscreteSystem other) {
        Args.given(other, "other");
        double[] y = new double[other.size()];
        SpaceGrid nodes = other.grid();
        double[] point = new double[nodes.axes().size()];
        for (Field field : fields) {
            double[] values = new double[nodes.nodes()];
            for (int node = 0; node < values.length; node++) {
                for (int a = 0; a < point.length; a++) {
                    point[a] = nodes.coordinate(a, node);
                }
                values[node] = value(field, point);
            }
            other.setValues(field, values, y);
        }
        return y;
    }

    private double[] known(Field field) {
        double[] values = nodal.get(field);
        if (values == null) {
            throw new IllegalArgumentException(Lookup.missing(field, fields));
        }
        return values;
    }
}
