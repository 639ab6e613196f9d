package org.pinn4j.direct;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pinn4j.pde.Axis;

/**
 * Points along one axis with places inside, see {@link Spread}: half of them evenly spread, the others shared alike by the places
 * and the ends that points are drawn to, each with a density of 1/(distance + narrowest). Where a place moves, the density is that
 * of the time of the point. Immutable.
 */
final class Pull {
    private static final int BISECTIONS = 60;

    private final Axis axis;
    private final int own; // the axis among those of the points
    private final int[] times; // by place: that of its time; -1 if it is at rest
    private final Place[] places; // ends are places too

    /** @param inside places whose widths are the narrowest distances */
    Pull(Spread.Ends ends, List<Place> inside, List<Axis> all) {
        this.axis = ends.axis();
        this.own = index(axis, all);
        this.places = Stream.concat(
                        Stream.of(
                                        Place.at(axis, axis.min(), ends.nearMin()),
                                        Place.at(axis, axis.max(), ends.nearMax()))
                                .filter(p -> p.width() > 0),
                        inside.stream())
                .toArray(Place[]::new);
        this.times = Arrays.stream(places)
                .mapToInt(p -> p.path() == null ? -1 : index(p.path().time(), all))
                .toArray();
    }

    private static int index(Axis axis, List<Axis> all) {
        return all.stream().map(Axis::name).toList().indexOf(axis.name());
    }

    /** The coordinate of point i of n, moved. @param x [axes][n] */
    double moved(double[] x, int i, int n) {
        double s = share(x[own * n + i]);
        if (!(s > 0 && s < 1)) {
            return x[own * n + i];
        }
        double[] at = at(x, i, n);
        double low = 0;
        double high = 1;
        for (int k = 0; k < BISECTIONS; k++) {
            double middle = (low + high) / 2;
            boolean less = below(at, middle) < s;
            low = less ? middle : low;
            high = less ? high : middle;
        }
        return axis.min() + axis.length() * (low + high) / 2;
    }

    /** That of the moved point i of n, one on average. */
    double density(double[] x, int i, int n) {
        double s = share(x[own * n + i]);
        if (!(s > 0 && s < 1)) {
            return 1;
        }
        double[] at = at(x, i, n);
        double sum = 0;
        for (int k = 0; k < at.length; k++) {
            sum += 1 / ((Math.abs(s - at[k]) + near(k)) * (length(k, at[k]) + length(k, 1 - at[k])));
        }
        return 0.5 + 0.5 * sum / at.length;
    }

    private double share(double x) {
        return (x - axis.min()) / axis.length();
    }

    private double near(int place) {
        return places[place].width() / axis.length();
    }

    /** Where the places are at the time of a point, on [0, 1]; those that have left it are at its ends. */
    private double[] at(double[] x, int i, int n) {
        return IntStream.range(0, places.length)
                .mapToDouble(k -> share(places[k].at(times[k] < 0 ? 0 : x[times[k] * n + i])))
                .map(s -> Math.min(1, Math.max(0, s)))
                .toArray();
    }

    private double below(double[] at, double s) {
        double sum = 0;
        for (int k = 0; k < at.length; k++) {
            double whole = length(k, at[k]) + length(k, 1 - at[k]);
            sum += (length(k, at[k]) + Math.signum(s - at[k]) * length(k, Math.abs(s - at[k]))) / whole;
        }
        return (s + sum / at.length) / 2;
    }

    /** ∫ 1/(d + narrowest) from a place to a distance. */
    private double length(int place, double distance) {
        return Math.log1p(distance / near(place));
    }
}
