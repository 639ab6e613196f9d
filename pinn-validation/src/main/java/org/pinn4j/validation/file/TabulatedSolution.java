package org.pinn4j.validation.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.pinn4j.args.Args;
import org.pinn4j.io.FormatException;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/** Values of all fields of a problem at some points, as a file has them, and how wrong they are, if that is known. Immutable. */
public final class TabulatedSolution {
    private final List<Axis> axes;
    private final double[] points;
    private final int size;
    private final Map<Field, double[]> values;
    private final OptionalDouble floor;

    private TabulatedSolution(List<Axis> axes, double[] points, Map<Field, double[]> values, OptionalDouble floor) {
        this.axes = axes;
        this.points = points;
        this.size = points.length / axes.size();
        this.values = values;
        this.floor = floor;
    }

    /**
     * Reads a file by the ending of its name. {@code .csv}: one column for each axis and field, named after them. {@code .npy}: the
     * values on {@code grid} in its shape, after the number of fields if there are several. {@code .mat}, level 5: one array of
     * coordinates for each axis and one of values for each field, recognised by names such as {@code t}, {@code tt}, {@code usol},
     * {@code uu}, where only one is left by its lengths; values may be stored along the axes in any order.
     * @param grid what {@code .npy} files are on; the others have their own points
     * @throws FormatException if the file is damaged or does not fit the problem, with what is wrong and what to do
     */
    public static TabulatedSolution read(Path file, Problem problem, Grid grid) throws IOException {
        Args.given(file, "file", problem, "problem");
        Args.given(grid, "grid");
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return CsvSolution.read(file, problem);
        }
        if (name.endsWith(".npy")) {
            return NpySolution.read(file, problem, grid);
        }
        if (name.endsWith(".mat")) {
            return new MatSolution(file, problem, MatArrays.read(file)).read();
        }
        throw new FormatException(file, "need a name that ends in .csv, .npy or .mat");
    }

    /**
     * @param points [axes × n], given away
     * @param values [n] for each field, given away
     */
    static TabulatedSolution of(Path file, Problem problem, double[] points, Map<Field, double[]> values)
            throws FormatException {
        TabulatedSolution read =
                new TabulatedSolution(problem.axes(), points, Map.copyOf(values), OptionalDouble.empty());
        new Checks(file, problem.axes(), points).run(values);
        return read;
    }

    /**
     * The same values with what is known of their error.
     * @param relativeL2 distance from the solution of the equations, in [0, 1)
     */
    public TabulatedSolution withFloor(double relativeL2) {
        if (!(relativeL2 >= 0 && relativeL2 < 1)) {
            throw new IllegalArgumentException("floor of a file: need a number in [0, 1), got " + relativeL2);
        }
        return new TabulatedSolution(axes, points, values, OptionalDouble.of(relativeL2));
    }

    /** Relative L2 distance from the solution of the equations; empty if it is not known. */
    public OptionalDouble floor() {
        return floor;
    }

    /** In the order of the problem. */
    public List<Axis> axes() {
        return axes;
    }

    /** Number of points. */
    public int size() {
        return size;
    }

    /** The coordinate of every point along an axis, [n]. */
    public double[] coordinates(Axis axis) {
        Args.given(axis, "axis");
        int at = axes.indexOf(axis);
        if (at < 0) {
            throw new IllegalArgumentException("tabulated solution: has the axes %s, not %s".formatted(axes, axis));
        }
        return Arrays.copyOfRange(points, at * size, (at + 1) * size);
    }

    /** The value of a field at every point, [n]. */
    public double[] values(Field field) {
        Args.given(field, "field");
        double[] u = values.get(field);
        if (u == null) {
            throw new IllegalArgumentException(
                    "tabulated solution: has the fields %s, not %s".formatted(values.keySet(), field));
        }
        return u.clone();
    }

    /** The coordinates of a field's own axes, as references take them. */
    private double[] points(Field field) {
        double[] own = new double[field.axes().size() * size];
        for (int a = 0; a < field.axes().size(); a++) {
            System.arraycopy(coordinates(field.axes().get(a)), 0, own, a * size, size);
        }
        return own;
    }

    /**
     * √(Σe²/Σu²) over all points of the file and all fields, u the reference, evaluated at these points; √(Σe²) where u is zero.
     */
    public double distance(Reference reference) {
        Args.given(reference, "reference");
        double difference = 0;
        double square = 0;
        for (Map.Entry<Field, double[]> field : values.entrySet()) {
            double[] u = reference.values(field.getKey(), points(field.getKey()), size);
            for (int i = 0; i < size; i++) {
                double e = field.getValue()[i] - u[i];
                difference += e * e;
                square += u[i] * u[i];
            }
        }
        return Math.sqrt(square == 0 ? difference : difference / square);
    }
}
