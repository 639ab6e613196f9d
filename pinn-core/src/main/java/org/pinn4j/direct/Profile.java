package org.pinn4j.direct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.pinn4j.pde.Axis;

/**
 * A function along one axis, sampled the finer the steeper it is, and the few places where it is steep: about each local maximum
 * s of the slope, what it rises by where the slope is above s/2, over √2 s. That is w for tanh(x/w); both flanks of a pulse are one
 * place. A function that is steep in many places, as a wave train, has none: it wants bandwidth. Immutable.
 */
final class Profile {
    private static final int INTERVALS = 256;
    private static final int ROUNDS = 30; // of bisection: 1e-9 of the axis
    private static final int MOST_POINTS = 4096;
    private static final double STEP = 1.0 / 128; // of all it varies by, between two points
    /** Of the axis; wider is smooth for features that see the axis as it is. */
    private static final double WIDEST = 0.25;
    /** Of all the function varies by. */
    private static final double LEAST = 0.01;

    private static final int MOST = 4;
    private static final int FLANKS = 2;
    /** Of the distance of a pulse's flanks: then w is that of 1/cosh²(x/w). */
    private static final double PULSE = 0.75;

    private static final double MOST_TOGETHER = 2.5; // widths of one flank
    private static final double WIDEST_PULSE = 0.15; // of the axis

    private final Axis axis;
    private final double[] x;
    private final double[] rise; // [intervals], absolute
    private final double variation;

    private Profile(Axis axis, double[] x, double[] u) {
        this.axis = axis;
        this.x = x;
        this.rise = IntStream.range(0, x.length - 1)
                .mapToDouble(i -> Math.abs(u[i + 1] - u[i]))
                .toArray();
        this.variation = Arrays.stream(rise).sum();
    }

    /** @param f values at coordinates of an axis with ends */
    static Profile of(Axis axis, UnaryOperator<double[]> f) {
        double[] x = IntStream.rangeClosed(0, INTERVALS)
                .mapToDouble(i -> axis.min() + axis.length() * i / INTERVALS)
                .toArray();
        double[] u = f.apply(x);
        Profile profile = new Profile(axis, x, u);
        for (int k = 0; k < ROUNDS && x.length < MOST_POINTS; k++) {
            double[] more = profile.wanted();
            if (more.length == 0) {
                break;
            }
            double[] values = f.apply(more);
            double[] allX = concat(x, more);
            double[] allU = concat(u, values);
            int[] order = IntStream.range(0, allX.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> allX[i]))
                    .mapToInt(i -> i)
                    .toArray();
            x = Arrays.stream(order).mapToDouble(i -> allX[i]).toArray();
            u = Arrays.stream(order).mapToDouble(i -> allU[i]).toArray();
            profile = new Profile(axis, x, u);
        }
        return profile;
    }

    private static double[] concat(double[] a, double[] b) {
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    /** The middles of intervals over which it rises by much. */
    private double[] wanted() {
        return IntStream.range(0, rise.length)
                .filter(i -> rise[i] > STEP * variation)
                .mapToDouble(i -> (x[i] + x[i + 1]) / 2)
                .toArray();
    }

    private double slope(int interval) {
        return rise[interval] / (x[interval + 1] - x[interval]);
    }

    /** In the order of the axis; none if there are more than a few. */
    List<Place> places() {
        List<Place> flanks = new ArrayList<>();
        boolean[] covered = new boolean[rise.length];
        Place next = steepest(covered);
        while (next != null && flanks.size() <= MOST * FLANKS) {
            flanks.add(next);
            next = steepest(covered);
        }
        flanks.sort(Comparator.comparingDouble(Place::at));
        List<Place> places = pulses(flanks);
        return places.size() <= MOST ? places : List.of();
    }

    /** About the largest slope that is not covered; null if that is no steep place. @param covered gets what belongs to it */
    private Place steepest(boolean[] covered) {
        int top = -1;
        for (int i = 0; i < covered.length; i++) {
            top = !covered[i] && (top < 0 || slope(i) > slope(top)) ? i : top;
        }
        if (top < 0 || !(slope(top) > 0)) {
            return null;
        }
        int low = end(top, -1, slope(top) / 2);
        int high = end(top, 1, slope(top) / 2);
        double risen = 0;
        double moment = 0;
        for (int i = low; i <= high; i++) {
            risen += rise[i];
            moment += rise[i] * (x[i] + x[i + 1]) / 2;
        }
        boolean half = low == 0 || high == rise.length - 1; // the end of the axis cuts it
        double width = (half ? 2 : 1) * risen / (Math.sqrt(2) * slope(top));
        Arrays.fill(covered, valley(low, -1), valley(high, 1) + 1, true);
        boolean steep = width <= WIDEST * axis.length() && risen >= LEAST * variation;
        return steep ? Place.at(axis, moment / risen, width) : null;
    }

    /** The last interval in a direction that is as steep. */
    private int end(int from, int step, double least) {
        int i = from;
        while (i + step >= 0 && i + step < rise.length && slope(i + step) >= least) {
            i += step;
        }
        return i;
    }

    /** Downhill as far as the slope falls. */
    private int valley(int from, int step) {
        int i = from;
        while (i + step >= 0 && i + step < rise.length && slope(i + step) <= slope(i)) {
            i += step;
        }
        return i;
    }

    private List<Place> pulses(List<Place> flanks) {
        List<Place> all = new ArrayList<>();
        for (Place p : flanks) {
            Place before = all.isEmpty() ? null : all.get(all.size() - 1);
            double width = before == null ? 0 : PULSE * (p.at() - before.at());
            if (before != null
                    && width
                            < Math.min(
                                    MOST_TOGETHER * Math.min(p.width(), before.width()),
                                    WIDEST_PULSE * axis.length())) {
                all.set(all.size() - 1, Place.at(axis, (p.at() + before.at()) / 2, width));
            } else {
                all.add(p);
            }
        }
        return all;
    }
}
