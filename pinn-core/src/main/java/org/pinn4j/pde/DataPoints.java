package org.pinn4j.pde;

import java.util.Arrays;

/** Points given by the user and one measured value at each. Immutable. */
public final class DataPoints {
    private final double[][] points;
    private final double[] values;

    /**
     * @param points [count][axes], in the order of the problem's axes
     * @param values [count]
     */
    public DataPoints(double[][] points, double[] values) {
        if (points.length == 0 || points.length != values.length) {
            throw new IllegalArgumentException(
                    "data: need one value per point and at least one, got %d points and %d values"
                            .formatted(points.length, values.length));
        }
        this.points = Arrays.stream(points).map(double[]::clone).toArray(double[][]::new);
        this.values = values.clone();
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

    @Override
    public boolean equals(Object other) {
        return other instanceof DataPoints d && Arrays.deepEquals(points, d.points) && Arrays.equals(values, d.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.deepHashCode(points) + Arrays.hashCode(values);
    }
}
