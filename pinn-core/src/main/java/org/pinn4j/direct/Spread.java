package org.pinn4j.direct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Region;
import org.pinn4j.sampling.PointSet;

/**
 * Points of all scales towards ends of axes: along each such axis half of them stay evenly spread, the others have a distance d
 * to an end that is spread evenly in log(d + narrowest). A layer of any width above the narrowest then holds its share of the
 * points, and sums over them stay means over the domain when each point has the weight of its {@link #measures measure}: at
 * most two for each axis.
 *
 * <p>Points are moved along each axis by the inverse of the mixture's distribution function, so that a low-discrepancy set
 * stays one. A coordinate that lies on an end stays there. Immutable.
 */
final class Spread {
    private static final int BISECTIONS = 45; // of log d over fifty e-foldings: places, not values, hang on it

    /** The ends of one axis towards which points are drawn. @param narrowest in units of the axis; not there if 0 */
    record Ends(Axis axis, double nearMin, double nearMax) {}

    private final int[] axes; // of the points
    private final Ends[] ends;
    private final Pull[] pulls; // by axis: where there are places inside; null where there are none

    private Spread(int[] axes, Ends[] ends, Pull[] pulls) {
        this.axes = axes;
        this.ends = ends;
        this.pulls = pulls;
    }

    /** @param all axes of the points */
    static Spread towards(List<Ends> ends, List<Axis> all) {
        return towards(ends, List.of(), all);
    }

    /**
     * @param inside places at no end, each with the distance down to which points are drawn as its width
     * @param all axes of the points
     */
    static Spread towards(List<Ends> ends, List<Place> inside, List<Axis> all) {
        List<Ends> some = new ArrayList<>(ends);
        some.removeIf(
                e -> e.nearMin == 0 && e.nearMax == 0 && on(e.axis, inside).isEmpty());
        some.sort(Comparator.comparing(e -> !e.axis.isTime())); // where a place is depends on the time
        return new Spread(
                some.stream().mapToInt(e -> indexOf(e.axis, all)).toArray(),
                some.toArray(Ends[]::new),
                some.stream()
                        .map(e -> on(e.axis, inside).isEmpty() ? null : new Pull(e, on(e.axis, inside), all))
                        .toArray(Pull[]::new));
    }

    private static List<Place> on(Axis axis, List<Place> inside) {
        return inside.stream().filter(p -> p.axis().equals(axis)).toList();
    }

    boolean isEmpty() {
        return ends.length == 0;
    }

    private static int indexOf(Axis axis, List<Axis> all) {
        return all.stream().map(Axis::name).toList().indexOf(axis.name());
    }

    /** The points of a region, moved; those that are given or cut out of a region stay where they are. */
    PointSet moved(Region region, PointSet points) {
        return region.data().isPresent() || !region.cuts().isEmpty() ? points : moved(points);
    }

    /** All points, moved. */
    PointSet moved(PointSet points) {
        if (isEmpty()) {
            return points;
        }
        double[] x = points.coordinates();
        int n = points.count();
        for (int k = 0; k < ends.length; k++) {
            for (int i = 0; i < n; i++) {
                int at = axes[k] * n + i;
                x[at] = pulls[k] == null ? moved(ends[k], x[at]) : pulls[k].moved(x, i, n);
            }
        }
        PointSet result = PointSet.of(points.dimension(), x);
        return points.hasNormals() ? result.withNormals(points.normals()) : result;
    }

    /** What each moved point stands for, one on average: [count]. */
    double[] measures(Region region, PointSet moved) {
        if (region.data().isPresent() || !region.cuts().isEmpty()) {
            double[] even = new double[moved.count()];
            Arrays.fill(even, 1);
            return even;
        }
        return measures(moved);
    }

    /** The same of points that all were moved. */
    double[] measures(PointSet moved) {
        int n = moved.count();
        double[] weights = new double[n];
        Arrays.fill(weights, 1);
        double[] x = moved.coordinates();
        for (int k = 0; k < ends.length; k++) {
            for (int i = 0; i < n; i++) {
                weights[i] /= pulls[k] == null ? density(ends[k], x[axes[k] * n + i]) : pulls[k].density(x, i, n);
            }
        }
        double mean = Arrays.stream(weights).average().orElse(1);
        return Arrays.stream(weights).map(w -> w / mean).toArray();
    }

    private static double moved(Ends e, double x) {
        double t = (x - e.axis.min()) / e.axis.length();
        if (!(t > 0 && t < 1)) {
            return x;
        }
        Mixture fromMin = new Mixture(e.nearMin / e.axis.length(), e.nearMax / e.axis.length());
        if (t < fromMin.below(0.5)) {
            return e.axis.min() + e.axis.length() * fromMin.distance(t);
        }
        Mixture fromMax = new Mixture(/* near= */ fromMin.far, /* far= */ fromMin.near);
        return e.axis.max() - e.axis.length() * fromMax.distance(1 - t);
    }

    private static double density(Ends e, double x) {
        double d = (x - e.axis.min()) / e.axis.length();
        double toMax = (e.axis.max() - x) / e.axis.length();
        return d > 0 && toMax > 0
                ? new Mixture(e.nearMin / e.axis.length(), e.nearMax / e.axis.length()).density(d, toMax)
                : 1;
    }

    /**
     * On [0, 1], from one end.
     * @param near the narrowest distance to the end counted from; 0 if points are not drawn to it
     * @param far the same for the other end
     */
    private record Mixture(double near, double far) {
        private double share() {
            return near > 0 && far > 0 ? 0.25 : 0.5;
        }

        double density(double d, double other) {
            return 0.5 + part(near, d) + part(far, other);
        }

        private double part(double narrowest, double d) {
            return narrowest > 0 ? share() / ((d + narrowest) * Math.log1p(1 / narrowest)) : 0;
        }

        /** The share of points nearer than d, exact where d is small. */
        double below(double d) {
            double close = near > 0 ? share() * Math.log1p(d / near) / Math.log1p(1 / near) : 0;
            double distant = far > 0 ? -share() * Math.log1p(-d / (1 + far)) / Math.log1p(1 / far) : 0;
            return d / 2 + close + distant;
        }

        /** The inverse of {@link #below} up to one half. */
        double distance(double t) {
            double low = -50;
            double high = 0;
            for (int k = 0; k < BISECTIONS; k++) {
                double middle = (low + high) / 2;
                boolean less = below(Math.exp(middle)) < t;
                low = less ? middle : low;
                high = less ? high : middle;
            }
            return Math.exp((low + high) / 2);
        }
    }
}
