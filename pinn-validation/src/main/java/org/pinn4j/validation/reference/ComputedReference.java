package org.pinn4j.validation.reference;

import java.util.Objects;
import org.pinn4j.pde.Field;
import org.pinn4j.sampling.Grid;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.solution.Reference;
import org.pinn4j.validation.order.Richardson;

/** A reference by its values and an error floor estimated from refinements. Immutable. */
final class ComputedReference implements Reference {
    /** Values of the one field at n points, [axes × n] coordinates; an error outside the domain. */
    @FunctionalInterface
    interface Values {
        double[] at(double[] x, int n);
    }

    /** Solutions with one discretisation parameter refined step by step, and the factor a refinement gains in theory. */
    record Levels(Values coarse, Values middle, Values fine, double greatestRatio) {
        /** Estimated error of the finest one, root sum of squares over the points. */
        double error(PointSet points) {
            double first = distance(coarse, middle, points);
            return Richardson.error(first, distance(middle, fine, points), greatestRatio);
        }
    }

    private final String kind;
    private final Field field;
    private final Values values;
    private final double floor;

    private ComputedReference(String kind, Field field, Values values, double floor) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.field = field;
        this.values = values;
        this.floor = floor;
    }

    /**
     * The floor is twice the sum of the errors that the refinements show, relative on the grid of record, and never below
     * {@code least}.
     */
    static ComputedReference of(
            String kind, Field field, Values values, Grid record, double least, Levels... refinements) {
        PointSet points = record.points();
        double sum = 0;
        for (Levels levels : refinements) {
            sum += levels.error(points);
        }
        double floor = 2 * sum / distance(values, (x, n) -> new double[n], points);
        return new ComputedReference(kind, field, values, Math.max(floor, least));
    }

    private static double distance(Values a, Values b, PointSet points) {
        double[] x = points.coordinates();
        double[] left = a.at(x, points.count());
        double[] right = b.at(x, points.count());
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += (left[i] - right[i]) * (left[i] - right[i]);
        }
        return Math.sqrt(sum);
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public double[] values(Field wanted, double[] x, int n) {
        if (!wanted.equals(field)) {
            throw new IllegalArgumentException("%s: knows the field %s, not %s".formatted(kind, field, wanted));
        }
        if (x.length < field.axes().size() * n) {
            throw new IllegalArgumentException("%s: points need [%d × %d] coordinates, got %d"
                    .formatted(kind, field.axes().size(), n, x.length));
        }
        return values.at(x, n);
    }

    @Override
    public double floor() {
        return floor;
    }
}
