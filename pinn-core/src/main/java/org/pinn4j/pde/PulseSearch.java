package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where a function of the coordinates is concentrated on one line along an axis. About each of its {@link Peaks} the magnitude
 * is averaged over rings, each half as wide as the next, down to rounding: a pulse is as high inside of its width and at least
 * {@value #HIGH} times as high as the rest of the line; a pole rises without end and is none.
 */
final class PulseSearch {
    private static final int HIGH = 4;
    /** Wider than this part of the axis is no pulse. */
    private static final double WIDEST = 0.05;

    private static final int RINGS = 48;
    private static final double[] NODE = {
        -0.8611363115940526, -0.3399810435848563, 0.3399810435848563, 0.8611363115940526
    };
    private static final double[] WEIGHT = {
        0.3478548451374538, 0.6521451548625461, 0.6521451548625461, 0.3478548451374538
    };
    /** Of the largest density: all rings from there inwards belong to the top. */
    private static final double TOP = 0.9;
    /** Rings that the top has to fill, if it is no pole. */
    private static final int FLAT = 3;
    /** Widths about a peak that belong to it. */
    private static final int NEAR = 8;
    /** An argument that changes by less makes nothing narrow. */
    private static final double CALM = 40;

    /** A ring's mean over that of the ring around it: two for one over the distance, √2 for the root of that. */
    private static final double POLE = 1.9;

    private static final int POLE_FROM = 10;
    private static final int POLE_TO = 32;

    private static final double SAFE = 0.05;
    private static final int SAFE_POWER = 8;
    private static final int FEW_SAMPLES = 129;
    private static final int HIGHEST_SAMPLES = 16;

    private final Expr function;
    private final Expr here; // on this line
    private final List<Axis> axes;
    private final Axis along;
    private final double[] base;
    private final double[] x;
    private double[] size;

    /**
     * @param base a point of the line
     * @param samples at which the function is looked at, evenly spread
     */
    PulseSearch(Expr function, List<Axis> axes, Axis along, double[] base, int samples) {
        this.function = function;
        this.here = OnLine.of(function, axes, base, along);
        this.axes = axes;
        this.along = along;
        this.base = base;
        this.x = spread(samples);
    }

    private double[] spread(int n) {
        return IntStream.range(0, n)
                .mapToDouble(i -> along.min() + along.length() * (i + 0.381966) / n)
                .toArray();
    }

    private double[] values(Expr e, double[] at) {
        return ColumnValues.onLine(e, axes, base, along, at);
    }

    private double[] sizes(double[] at) {
        return Arrays.stream(values(here, at)).map(Math::abs).toArray();
    }

    /** Zeros and extremes of what may make the function narrow, and the ends. */
    List<Double> candidates() {
        return Peaks.of(Peaks.arguments(here), along, this::values);
    }

    /** Whether something in the function can be narrow along the axis. */
    boolean narrow() {
        return !calm(here);
    }

    private boolean calm(Expr e) {
        if (!Leaves.of(e).axes().contains(along)) {
            return true;
        }
        if (e instanceof Sum sum) {
            return sum.terms().stream().allMatch(this::calm);
        }
        if (e instanceof Product product) {
            return product.factors().stream().allMatch(this::calm);
        }
        if (e instanceof Call call) {
            double[] v = values(call.argument(), spread(FEW_SAMPLES));
            double range =
                    Arrays.stream(v).max().orElse(0) - Arrays.stream(v).min().orElse(0);
            return range <= CALM && calm(call.argument());
        }
        if (e instanceof Power power) {
            boolean low = power.exponent() > 0
                    && power.exponent() <= SAFE_POWER
                    && power.exponent() == Math.rint(power.exponent());
            return (low || farFromZero(power.base())) && calm(power.base());
        }
        return e instanceof Axis;
    }

    private boolean farFromZero(Expr e) {
        double[] v = values(e, spread(FEW_SAMPLES));
        double least = Arrays.stream(v).map(Math::abs).min().orElse(0);
        double most = Arrays.stream(v).map(Math::abs).max().orElse(0);
        return least > SAFE * most;
    }

    List<Pulse> found() {
        if (!narrow()) {
            return List.of();
        }
        size = sizes(x);
        List<Double> places = new ArrayList<>(candidates());
        places.addAll(highest());
        List<Pulse> pulses = new ArrayList<>();
        places.forEach(c -> at(c).ifPresent(p -> merge(pulses, p)));
        return pulses;
    }

    /** Where inside of the axis the function rises at least like one over the distance, ring by ring down to rounding. */
    Optional<Double> pole() {
        return narrow()
                ? candidates().stream()
                        .filter(c -> along.min() < c && c < along.max())
                        .filter(this::isPole)
                        .findFirst()
                : Optional.empty();
    }

    private boolean isPole(double centre) {
        double[] density = rings(centre)[0];
        return IntStream.range(POLE_FROM, POLE_TO).allMatch(k -> density[k + 1] >= POLE * density[k] && density[k] > 0);
    }

    /** One place is met by several candidates. */
    static void merge(List<Pulse> pulses, Pulse pulse) {
        for (int i = 0; i < pulses.size(); i++) {
            Pulse other = pulses.get(i);
            boolean same = other.function().equals(pulse.function())
                    && other.axis().equals(pulse.axis())
                    && Math.abs(other.at() - pulse.at()) <= other.width() + pulse.width();
            if (same) {
                pulses.set(i, other.share() >= pulse.share() ? other : pulse);
                return;
            }
        }
        pulses.add(pulse);
    }

    private List<Double> highest() {
        double mean = Arrays.stream(size).sum() / size.length;
        return IntStream.range(1, size.length - 1)
                .filter(i -> size[i] > HIGH * mean && size[i] >= size[i - 1] && size[i] > size[i + 1])
                .boxed()
                .sorted((i, j) -> Double.compare(size[j], size[i]))
                .limit(HIGHEST_SAMPLES)
                .map(i -> Peaks.highest(this::sizes, x[i - 1], x[i + 1], 1))
                .toList();
    }

    /** Mean magnitudes by ring about a place, and lengths of the rings inside the axis. */
    private double[][] rings(double centre) {
        double[] at = new double[RINGS * 2 * NODE.length];
        double[] weight = new double[at.length];
        int n = 0;
        for (int k = 0; k < RINGS; k++) {
            double half = radius(k) / 4;
            for (int side = -1; side <= 1; side += 2) {
                for (int q = 0; q < NODE.length; q++, n++) {
                    double place = centre + side * half * (3 + NODE[q]);
                    boolean inside = along.min() <= place && place <= along.max();
                    at[n] = inside ? place : centre;
                    weight[n] = inside ? half * WEIGHT[q] : 0;
                }
            }
        }
        double[] v = sizes(at);
        double[] density = new double[RINGS];
        double[] length = new double[RINGS];
        for (int k = 0; k < RINGS; k++) {
            for (int i = 8 * k; i < 8 * k + 8; i++) {
                density[k] += weight[i] == 0 ? 0 : weight[i] * v[i];
                length[k] += weight[i];
            }
            density[k] /= length[k] == 0 ? 1 : length[k];
        }
        return new double[][] {density, length};
    }

    /** Outer radius of a ring; the inner one is half of it. */
    private double radius(int ring) {
        return along.length() / 4 * Math.pow(2, -ring);
    }

    private Optional<Pulse> at(double centre) {
        double[][] rings = rings(centre);
        double[] density = rings[0];
        double most = Arrays.stream(density).max().orElse(0);
        if (!(most > 0) || Double.isInfinite(most)) {
            return Optional.empty();
        }
        int top = 0;
        while (density[top] < TOP * most) {
            top++;
        }
        if (top > RINGS - FLAT) {
            return Optional.empty();
        }
        while (top > 0 && density[top - 1] >= most / 2) {
            top--;
        }
        double width = radius(top) * (centre == along.min() || centre == along.max() ? 1 : 2);
        double near = Math.min(NEAR * width, along.length() / 4);
        double outside = outside(centre, near);
        double own = 0;
        for (int k = 0; k < RINGS; k++) {
            own += radius(k) <= near ? rings[1][k] * Math.max(0, density[k] - outside) : 0;
        }
        boolean pulse = width <= WIDEST * along.length() && most > HIGH * outside;
        double share = own / (own + outside * along.length());
        return pulse ? Optional.of(new Pulse(function, along, centre, width, share, true)) : Optional.empty();
    }

    /** The mean magnitude farther away than a radius. */
    private double outside(double centre, double radius) {
        return IntStream.range(0, x.length)
                .filter(i -> Math.abs(x[i] - centre) > radius && Double.isFinite(size[i]))
                .mapToDouble(i -> size[i])
                .average()
                .orElse(0);
    }
}
