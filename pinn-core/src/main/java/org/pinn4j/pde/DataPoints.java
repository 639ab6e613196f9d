package org.pinn4j.pde;

import java.util.Arrays;
import org.pinn4j.args.Args;

/**
 * Points given by the user and one measured value at each, with the standard deviations of the readings where they are known.
 * Immutable.
 */
public final class DataPoints {
    private final int dimension;
    private final double[] points; // [count × axes]
    private final double[] values;
    private final double[] deviations; // empty where they are not known

    /**
     * Readings whose noise is not known.
     * @param points [count][axes], in the order of the problem's axes
     * @param values [count]
     */
    public DataPoints(double[][] points, double[] values) {
        this(Args.array(points, "points"), Args.given(values, "values"), new double[0]);
    }

    /**
     * @param points [count][axes], in the order of the problem's axes
     * @param values [count]
     * @param deviations standard deviation of each reading, in the unit of the values, or none at all: [count] or [0]
     */
    public DataPoints(double[][] points, double[] values, double[] deviations) {
        this(
                Args.array(points, "points").length,
                flat(points),
                Args.given(values, "values").clone(),
                Args.given(deviations, "deviations").clone());
    }

    private DataPoints(int count, double[] points, double[] values, double[] deviations) {
        if (count == 0 || count != values.length) {
            throw new IllegalArgumentException(
                    "data: need one value per point and at least one, got %d points and %d values"
                            .formatted(count, values.length));
        }
        if (deviations.length > 0 && deviations.length != count) {
            throw new IllegalArgumentException(
                    "data: need one standard deviation per point, or none, got %d points and %d deviations"
                            .formatted(count, deviations.length));
        }
        this.dimension = points.length / count;
        this.points = points;
        this.values = values;
        this.deviations = deviations;
        check();
    }

    /**
     * The same from points one after the other.
     * @param points [count × axes], in the order of the problem's axes
     * @param values [count]
     * @param deviations [count] or [0]
     */
    public static DataPoints of(double[] points, double[] values, double[] deviations) {
        Args.given(points, "points", values, "values");
        Args.given(deviations, "deviations");
        if (values.length > 0 && points.length % values.length != 0) {
            throw new IllegalArgumentException("data: %d coordinates are not as many for each of %d values"
                    .formatted(points.length, values.length));
        }
        return new DataPoints(values.length, points.clone(), values.clone(), deviations.clone());
    }

    private static double[] flat(double[][] points) {
        int each = points.length == 0 ? 0 : points[0].length;
        double[] flat = new double[Math.multiplyExact(points.length, each)];
        for (int i = 0; i < points.length; i++) {
            if (points[i].length != each) {
                throw refused(i, Arrays.toString(points[i]));
            }
            System.arraycopy(points[i], 0, flat, i * each, each);
        }
        return flat;
    }

    private void check() {
        for (int i = 0; i < deviations.length; i++) {
            if (!(deviations[i] > 0 && Double.isFinite(deviations[i]))) {
                throw new IllegalArgumentException(
                        "data point %d: need a finite standard deviation > 0, got %s; an exact value is a condition at a point without one"
                                .formatted(i, deviations[i]));
            }
        }
        for (int i = 0; i < values.length; i++) {
            boolean finite = Double.isFinite(values[i]);
            for (int a = 0; a < dimension; a++) {
                finite &= Double.isFinite(coordinate(a, i));
            }
            if (!finite) {
                double[] point = Arrays.copyOfRange(points, i * dimension, (i + 1) * dimension);
                throw refused(i, "%s -> %s".formatted(Arrays.toString(point), values[i]));
            }
        }
    }

    private static IllegalArgumentException refused(int point, String got) {
        return new IllegalArgumentException(
                "data point %d: need finite coordinates, as many as at point 0, and a finite value, got %s"
                        .formatted(point, got));
    }

    public int count() {
        return values.length;
    }

    public int dimension() {
        return dimension;
    }

    public double coordinate(int axis, int point) {
        Args.index(axis, dimension, "axis");
        Args.index(point, count(), "point");
        return points[point * dimension + axis];
    }

    /** A copy, [count × axes]. */
    public double[] coordinates() {
        return points.clone();
    }

    public double value(int point) {
        Args.index(point, count(), "point");
        return values[point];
    }

    /** A copy, [count]. */
    public double[] values() {
        return values.clone();
    }

    /** Whether the noise of the readings is known. */
    public boolean hasDeviations() {
        return deviations.length > 0;
    }

    /** Standard deviation of a reading; only where {@link #hasDeviations}. */
    public double deviation(int point) {
        Args.index(point, deviations.length, "point");
        return deviations[point];
    }

    /** A copy, [count], or [0] where they are not known. */
    public double[] deviations() {
        return deviations.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DataPoints d
                && dimension == d.dimension
                && Arrays.equals(points, d.points)
                && Arrays.equals(values, d.values)
                && Arrays.equals(deviations, d.deviations);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(points) + Arrays.hashCode(values);
    }
}
