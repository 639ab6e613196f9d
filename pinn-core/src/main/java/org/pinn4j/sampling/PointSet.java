package org.pinn4j.sampling;

import java.util.Arrays;
import org.pinn4j.args.Args;

/**
 * n points with d coordinates each and what belongs to them. Immutable.
 * <p>Flat layout, axis-major: coordinate a of point i is at {@code x[a * n + i]}; normals alike.
 */
public final class PointSet {
    private final int count;
    private final int dimension;
    private final double[] coordinates;
    private final double[] normals;
    private final double[] data;

    private PointSet(int dimension, double[] coordinates, double[] normals, double[] data) {
        this.dimension = dimension;
        this.count = coordinates.length / dimension;
        this.coordinates = coordinates;
        this.normals = normals;
        this.data = data;
    }

    /**
     * Points without normals or data.
     * @param coordinates [dimension × n], axis-major; copied. Must be finite
     */
    public static PointSet of(int dimension, double[] coordinates) {
        Args.given(coordinates, "coordinates");
        if (dimension < 1 || coordinates.length % dimension != 0) {
            throw new IllegalArgumentException(
                    "points: need a multiple of the dimension %d (at least 1), got %d numbers"
                            .formatted(dimension, coordinates.length));
        }
        return new PointSet(dimension, finite("coordinate", coordinates), null, null);
    }

    /** A copy that has an outward unit normal at each point. @param outward [dimension × n], axis-major */
    public PointSet withNormals(double[] outward) {
        Args.given(outward, "outward");
        return new PointSet(dimension, coordinates, sized("normal", outward, dimension), data);
    }

    /** A copy that has one datum at each point. @param values [n] */
    public PointSet withData(double[] values) {
        Args.given(values, "values");
        return new PointSet(dimension, coordinates, normals, sized("datum", values, 1));
    }

    private double[] sized(String what, double[] values, int perPoint) {
        if (values.length != perPoint * count) {
            throw new IllegalArgumentException("%s: need [%d × %d] for these points, got %d numbers"
                    .formatted(what, perPoint, count, values.length));
        }
        return finite(what, values);
    }

    private static double[] finite(String what, double[] values) {
        double[] copy = values.clone();
        for (int i = 0; i < copy.length; i++) {
            if (!Double.isFinite(copy[i])) {
                throw new IllegalArgumentException(
                        "points: %s at index %d is %s, need finite".formatted(what, i, copy[i]));
            }
        }
        return copy;
    }

    public int count() {
        return count;
    }

    public int dimension() {
        return dimension;
    }

    public boolean hasNormals() {
        return normals != null;
    }

    public boolean hasData() {
        return data != null;
    }

    public double coordinate(int axis, int point) {
        Args.index(axis, dimension, "axis");
        Args.index(point, count, "point");
        return coordinates[axis * count + point];
    }

    public double normal(int axis, int point) {
        Args.index(axis, dimension, "axis");
        Args.index(point, count, "point");
        return present("normals", normals)[axis * count + point];
    }

    public double data(int point) {
        Args.index(point, count, "point");
        return present("data", data)[point];
    }

    private static double[] present(String what, double[] values) {
        if (values == null) {
            throw new IllegalStateException("points: these have no " + what);
        }
        return values;
    }

    /** A copy of all coordinates, [dimension × n]. */
    public double[] coordinates() {
        return coordinates.clone();
    }

    /** A copy of all normals, [dimension × n]. */
    public double[] normals() {
        return present("normals", normals).clone();
    }

    /** A copy of all data, [n]. */
    public double[] data() {
        return present("data", data).clone();
    }

    /** The coordinates of one point, [dimension]. */
    public double[] point(int point) {
        Args.index(point, count, "point");
        double[] x = new double[dimension];
        for (int axis = 0; axis < dimension; axis++) {
            x[axis] = coordinate(axis, point);
        }
        return x;
    }

    /** Copies points [from, from + n). @param out overwritten: [dimension × n], axis-major with stride n */
    public void copyCoordinates(int from, int n, double[] out) {
        Args.given(out, "out");
        copyRows(coordinates, dimension, from, n, out);
    }

    /** As {@link #copyCoordinates}, for the normals. */
    public void copyNormals(int from, int n, double[] out) {
        Args.given(out, "out");
        copyRows(present("normals", normals), dimension, from, n, out);
    }

    /** Copies the data of points [from, from + n). @param out overwritten: [n] */
    public void copyData(int from, int n, double[] out) {
        Args.given(out, "out");
        copyRows(present("data", data), 1, from, n, out);
    }

    private void copyRows(double[] source, int rows, int from, int n, double[] out) {
        Args.within(0, count, from, "from");
        Args.within(0, count - from, n, "n");
        Args.atLeast((long) rows * n, out, "out");
        for (int row = 0; row < rows; row++) {
            System.arraycopy(source, row * count + from, out, row * n, n);
        }
    }

    /** Points [from, from + n) with all that belongs to them. */
    public PointSet slice(int from, int n) {
        Args.within(0, count, from, "from");
        Args.within(0, count - from, n, "n");
        int[] indices = new int[n];
        Arrays.setAll(indices, k -> from + k);
        return select(indices);
    }

    /** The points at these indices, in this order, with all that belongs to them. */
    public PointSet select(int... indices) {
        Args.given(indices, "indices");
        return new PointSet(
                dimension,
                gather(coordinates, dimension, indices),
                gather(normals, dimension, indices),
                gather(data, 1, indices));
    }

    private double[] gather(double[] source, int rows, int[] indices) {
        if (source == null) {
            return null;
        }
        double[] picked = new double[rows * indices.length];
        for (int k = 0; k < indices.length; k++) {
            Args.index(indices[k], count, "indices");
            for (int row = 0; row < rows; row++) {
                picked[row * indices.length + k] = source[row * count + indices[k]];
            }
        }
        return picked;
    }

    /** These points, then the others. Both must have the same dimension and the same of normals and data. */
    public PointSet concat(PointSet other) {
        Args.given(other, "other");
        if (other.dimension != dimension || other.hasNormals() != hasNormals() || other.hasData() != hasData()) {
            throw new IllegalArgumentException("points: cannot append %s to %s".formatted(other, this));
        }
        return new PointSet(
                dimension,
                join(coordinates, other.coordinates, dimension, other.count),
                join(normals, other.normals, dimension, other.count),
                join(data, other.data, 1, other.count));
    }

    private double[] join(double[] mine, double[] theirs, int rows, int theirCount) {
        if (mine == null) {
            return null;
        }
        double[] both = new double[mine.length + theirs.length];
        for (int row = 0; row < rows; row++) {
            int at = row * (count + theirCount);
            System.arraycopy(mine, row * count, both, at, count);
            System.arraycopy(theirs, row * theirCount, both, at + count, theirCount);
        }
        return both;
    }

    @Override
    public String toString() {
        return "%s points [%s axes%s%s]"
                .formatted(count, dimension, hasNormals() ? ", normals" : "", hasData() ? ", data" : "");
    }
}
