package org.pinn4j.pde;

import java.util.Arrays;

/**
 * Points given by the user and one measured value at each, with the standard deviations of the readings where they are known.
 * Immutable.
 */
public final class DataPoints {
    private final double[][] points;
    private final double[] values;
    private final double[] deviations; // empty where they are not known

    /**
     * Readings whose noise is not known.
     * @param points [count][axes], in the order of the problem's axes
     * @param values [count]
     */
    public DataPoints(double[][] points, double[] values) {
        this(points, values, new double[0]);
    }

    /**
     * @param points [count][axes], in the order of the problem's axes
     * @param values [count]
     * @param deviations standard deviation of each reading, in the unit of the values, or none at all: [count] or [0]
     */
    public DataPoints(double[][] points, double[] values, double[] deviations) {
        if (points.length == 0 || points.length != values.length) {
            throw new IllegalArgumentException(
                    "data: need one value per point and at least one, got %d points and %d values"
                            .formatted(points.length, values.length));
        }
        this.points = Arrays.stream(points).map(double[]::clone).toArray(double[][]::new);
        if (deviations.length > 0 && deviations.length != values.length) {
            throw new IllegalArgumentException(
                    "data: need one standard deviation per point, or none, got %d points and %d deviations"
                            .formatted(points.length, deviations.length));
        }
        this.values = values.clone();
        this.deviations = deviations.clone();
        for (int i = 0; i < deviations.length; i++) {
            if (!(deviations[i] > 0 && Double.isFinite(deviations[i]))) {
                throw new IllegalArgumentException(
                        "data point %d: need a finite standard deviation > 0, got %s; an exact value is a condition at a point without one"
                                .formatted(i, deviations[i]));
            }
        }
        for (int i = 0; i < points.length; i++) {
            if (points[i].length != points[0].length
                    || !Double.isFinite(values[i])
                    || !Arrays.stream(points[i]).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException(
                        "data point %d: need finite coordinates, as many as at point 0, and a finite value, got %s -> %s"
                                .formatted(i, Arrays.toString(points[i]), values[i]));
            }
        }
    }

    public int count() {
        return values.length;
    }

    public int dimension() {
        return points[0].length;
    }

    public double coordinate(int axis, int point) {
        return points[point][axis];
    }

    public double value(int point) {
        return values[point];
    }

    /** Whether the noise of the readings is known. */
    public boolean hasDeviations() {
        return deviations.length > 0;
    }

    /** Standard deviation of a reading; only where {@link #hasDeviations}. */
    public double deviation(int point) {
        return deviations[point];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DataPoints d
                && Arrays.deepEquals(points, d.points)
                && Arrays.equals(values, d.values)
                && Arrays.equals(deviations, d.deviations);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.deepHashCode(points) + Arrays.hashCode(values);
    }
}
