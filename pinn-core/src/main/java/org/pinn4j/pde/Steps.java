package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.pinn4j.random.RandomStream;

/**
 * Where known expressions jump at one value of an axis, whatever the other coordinates are: the edges that cells of an integral
 * have to have. Followed by halving from differences between nodes, {@value #NODES} of a line, on some seeded lines; a jump that
 * not all lines have at the same place is on no plane across the axis and is left out.
 */
final class Steps {
    private static final int LINES = 3;
    private static final int NODES = 513;
    private static final int HALVINGS = 48;
    /** Of a difference between nodes, what is left at the width of rounding; a step has half way up a value of its own. */
    private static final double KEPT = 0.4;
    /** Of the range of the values. */
    private static final double LEAST = 1e-6;
    /** Of the axis: two places within it are one. */
    private static final double SAME = 1e-9;

    private Steps() {}

    /** The places inside the axis, increasing. @param of expressions of {@code axes} */
    static double[] along(Axis axis, Collection<Expr> of, List<Axis> axes) {
        if (!axis.isBounded() || axes.stream().anyMatch(a -> !a.isBounded())) {
            return new double[0];
        }
        TreeSet<Double> all = new TreeSet<>();
        of.stream().filter(e -> Leaves.of(e).axes().contains(axis)).forEach(e -> all.addAll(common(axis, e, axes)));
        List<Double> apart = new ArrayList<>();
        for (double place : all) {
            if (apart.isEmpty() || place - apart.get(apart.size() - 1) > SAME * axis.length()) {
                apart.add(place);
            }
        }
        return apart.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<Double> common(Axis axis, Expr e, List<Axis> axes) {
        RandomStream random = RandomStream.of(1, "steps");
        List<Double> result = null;
        for (int line = 0; line < LINES; line++) {
            double[] point = axes.stream()
                    .mapToDouble(a -> a.min() + a.length() * random.nextDouble())
                    .toArray();
            List<Double> here = onLine(axis, e, axes, point);
            if (result == null) {
                result = here;
            } else {
                result.removeIf(p -> here.stream().noneMatch(q -> Math.abs(p - q) <= SAME * axis.length()));
            }
        }
        return result;
    }

    private static List<Double> onLine(Axis axis, Expr e, List<Axis> axes, double[] point) {
        int at = axes.indexOf(axis);
        double[] x = new double[NODES];
        Arrays.setAll(x, k -> axis.min() + axis.length() * (k + 0.381966) / NODES); // no round numbers
        double[] values =
                DoubleStream.of(x).map(s -> value(e, axes, point, at, s)).toArray();
        double range = DoubleStream.of(values).max().orElse(0)
                - DoubleStream.of(values).min().orElse(0);
        List<Double> found = new ArrayList<>();
        for (int k = 0; k + 1 < NODES; k++) {
            double rise = Math.abs(values[k + 1] - values[k]);
            if (rise > LEAST * range) {
                double place = followed(e, axes, point, at, new double[] {x[k], x[k + 1], values[k], values[k + 1]});
                if (!Double.isNaN(place)) {
                    found.add(rounded(place, axis));
                }
            }
        }
        return found;
    }

    /** A place that is a short number to within rounding is that number. */
    private static double rounded(double place, Axis axis) {
        double near = (float) place;
        return Math.abs(near - place) <= 1e-12 * axis.length() ? near : place;
    }

    /** The place of a jump between two nodes, or NaN. @param ends two coordinates and their values; overwritten */
    private static double followed(Expr e, List<Axis> axes, double[] point, int at, double[] ends) {
        double first = Math.abs(ends[3] - ends[2]);
        for (int k = 0; k < HALVINGS; k++) {
            double middle = (ends[0] + ends[1]) / 2;
            double value = value(e, axes, point, at, middle);
            int side = Math.abs(value - ends[2]) >= Math.abs(ends[3] - value) ? 1 : 0;
            ends[side] = middle;
            ends[2 + side] = value;
        }
        return Math.abs(ends[3] - ends[2]) > KEPT * first ? (ends[0] + ends[1]) / 2 : Double.NaN;
    }

    private static double value(Expr e, List<Axis> axes, double[] point, int at, double coordinate) {
        point[at] = coordinate;
        return Evaluation.evaluate(e, axes, point);
    }
}
