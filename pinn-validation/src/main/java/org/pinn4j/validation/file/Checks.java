package org.pinn4j.validation.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.pinn4j.io.FormatException;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;

/** Whether the points of a file lie in the domain of a problem, and its values are numbers. */
final class Checks {
    /** Of the length of an axis: how far behind an end rounding may put a coordinate, single precision left out. */
    private static final double ROUNDING = 1e-9;

    private final Path file;
    private final List<Axis> axes;
    private final double[] points;
    private final int size;

    /** @param points [axes × n]; a coordinate behind an end by rounding is put onto it */
    Checks(Path file, List<Axis> axes, double[] points) {
        this.file = file;
        this.axes = axes;
        this.points = points;
        this.size = points.length / axes.size();
    }

    void run(Map<Field, double[]> values) throws FormatException {
        if (size == 0) {
            throw new FormatException(file, "has no points; need one at least");
        }
        for (int a = 0; a < axes.size(); a++) {
            for (int i = a * size; i < (a + 1) * size; i++) {
                points[i] = onto(axes.get(a), points[i]);
            }
        }
        for (Map.Entry<Field, double[]> field : values.entrySet()) {
            requireNumbers(field.getKey(), field.getValue());
        }
    }

    private double onto(Axis axis, double x) throws FormatException {
        double nearest = Math.max(axis.min(), Math.min(axis.max(), x));
        if (!(Math.abs(x - nearest) <= ROUNDING * axis.length())) { // written so that NaN fails too
            throw new FormatException(
                    file,
                    "%s = %s is outside the axis [%s, %s] of the problem; state the problem on the domain of the file, or leave the point out"
                            .formatted(axis.name(), x, axis.min(), axis.max()));
        }
        return nearest;
    }

    private void requireNumbers(Field field, double[] values) throws FormatException {
        for (int i = 0; i < size; i++) {
            if (!Double.isFinite(values[i])) {
                throw new FormatException(
                        file,
                        "%s = %s at %s; need finite numbers, leave such points out"
                                .formatted(field.name(), values[i], place(i)));
            }
        }
    }

    private String place(int point) {
        StringBuilder text = new StringBuilder();
        for (int a = 0; a < axes.size(); a++) {
            text.append(a == 0 ? "" : ", ")
                    .append(axes.get(a).name())
                    .append(" = ")
                    .append(points[a * size + point]);
        }
        return text.toString();
    }
}
