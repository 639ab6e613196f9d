package org.pinn4j.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Axis;

/**
 * A tensor grid with equal spacing along each axis, both ends included, or with given coordinates; a periodic axis leaves out its
 * right end, which is the left one again. Points are numbered with the <b>first axis slowest</b> (row-major). Immutable.
 */
public final class Grid {
    /** @param given coordinates that are not equally spaced; empty for those that are */
    private record Line(Axis axis, int count, boolean periodic, List<Double> given) {
        Line {
            int least = periodic ? 1 : 2;
            if (count < least) {
                throw new IllegalArgumentException(
                        "grid: axis %s needs at least %d points, got %d".formatted(axis, least, count));
            }
        }

        static Line even(Axis axis, int count) {
            return new Line(axis, count, false, List.of());
        }

        static Line given(Axis axis, double[] x) {
            for (int k = 0; k < x.length; k++) {
                boolean ascends = k == 0 || x[k - 1] < x[k];
                if (!(ascends && axis.min() <= x[k] && x[k] <= axis.max())) { // written so that NaN fails too
                    throw new IllegalArgumentException(
                            "grid: axis %s needs ascending coordinates in [%s, %s], got %s as number %d"
                                    .formatted(axis, axis.min(), axis.max(), x[k], k));
                }
            }
            return new Line(axis, x.length, false, Arrays.stream(x).boxed().toList());
        }

        Line wrapped() {
            if (!given.isEmpty()) {
                throw new IllegalArgumentException(
                        "grid: the coordinates of axis %s are given; leave its right end out of them".formatted(axis));
            }
            return new Line(axis, count, true, given);
        }

        double coordinate(int k) {
            if (!given.isEmpty()) {
                return given.get(k);
            }
            if (!periodic && k == count - 1) {
                return axis.max(); // exactly, whatever the rounding of the formula below
            }
            return axis.min() + axis.length() * k / (periodic ? count : count - 1);
        }

        @Override
        public String toString() {
            return Integer.toString(count);
        }
    }

    private final List<Line> lines;
    private final int size;

    private Grid(List<Line> lines) {
        this.lines = List.copyOf(lines);
        long product = 1;
        for (Line line : lines) {
            product *= line.count;
            if (product > Integer.MAX_VALUE / lines.size()) {
                throw new IllegalArgumentException("grid: %s has too many points for one array".formatted(this));
            }
        }
        this.size = (int) product;
    }

    /** A grid of {@code count} points along one axis. */
    public static Grid of(Axis axis, int count) {
        return new Grid(List.of(Line.even(axis, count)));
    }

    /** A grid of given coordinates along one axis, to see into a layer. @param coordinates ascending, two or more */
    public static Grid of(Axis axis, double[] coordinates) {
        Args.given(axis, "axis", coordinates, "coordinates");
        return new Grid(List.of(Line.given(axis, coordinates)));
    }

    /** This grid times {@code count} points along another axis, which becomes the fastest. */
    public Grid by(Axis axis, int count) {
        return by(Line.even(axis, count));
    }

    /** This grid times given coordinates along another axis, which becomes the fastest. @param coordinates ascending, two or more */
    public Grid by(Axis axis, double[] coordinates) {
        Args.given(axis, "axis", coordinates, "coordinates");
        return by(Line.given(axis, coordinates));
    }

    private Grid by(Line line) {
        if (axes().stream().anyMatch(a -> a.name().equals(line.axis.name()))) {
            throw new IllegalArgumentException("grid: axis %s is already there".formatted(line.axis));
        }
        List<Line> more = new ArrayList<>(lines);
        more.add(line);
        return new Grid(more);
    }

    /** This grid with the same number of points along {@code axis}, its right end left out. */
    public Grid periodic(Axis axis) {
        Args.given(axis, "axis");
        int at = indexOf(axis);
        List<Line> changed = new ArrayList<>(lines);
        changed.set(at, lines.get(at).wrapped());
        return new Grid(changed);
    }

    /** By name: a grid around a shape has ends where the shape's own axis may have none. */
    private int indexOf(Axis axis) {
        int at = axes().stream().map(Axis::name).toList().indexOf(axis.name());
        if (at < 0) {
            throw new IllegalArgumentException("grid: no axis %s among %s".formatted(axis, axes()));
        }
        return at;
    }

    /** In the order in which they were given. */
    public List<Axis> axes() {
        return lines.stream().map(Line::axis).toList();
    }

    /** Points along each axis, in the order of {@link #axes}. */
    public int[] counts() {
        return lines.stream().mapToInt(Line::count).toArray();
    }

    public boolean isPeriodic(Axis axis) {
        Args.given(axis, "axis");
        return lines.get(indexOf(axis)).periodic;
    }

    /** Whether the points along an axis are equally spaced. */
    public boolean isEven(Axis axis) {
        Args.given(axis, "axis");
        return lines.get(indexOf(axis)).given.isEmpty();
    }

    /** Number of points of the whole grid. */
    public int size() {
        return size;
    }

    /** The coordinates along one axis, ascending. */
    public double[] coordinates(Axis axis) {
        Args.given(axis, "axis");
        Line line = lines.get(indexOf(axis));
        double[] x = new double[line.count];
        Arrays.setAll(x, line::coordinate);
        return x;
    }

    /**
     * All points, numbered as {@link #points} does.
     * @param order axes of the grid, all or some
     * @return [axes in order × n]
     * @throws IllegalArgumentException for an axis that the grid has not
     */
    public double[] coordinates(List<Axis> order) {
        Args.list(order, "order");
        double[] all = points().coordinates();
        double[] x = new double[order.size() * size];
        for (int a = 0; a < order.size(); a++) {
            System.arraycopy(all, indexOf(order.get(a)) * size, x, a * size, size);
        }
        return x;
    }

    /** All points, the first axis slowest; coordinates in the order of {@link #axes}. */
    public PointSet points() {
        double[] x = new double[lines.size() * size];
        int inner = size;
        for (int axis = 0; axis < lines.size(); axis++) {
            Line line = lines.get(axis);
            inner /= line.count;
            double[] ticks = coordinates(line.axis);
            for (int i = 0; i < size; i++) {
                x[axis * size + i] = ticks[i / inner % line.count];
            }
        }
        return PointSet.of(lines.size(), x);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Grid grid && lines.equals(grid.lines);
    }

    @Override
    public int hashCode() {
        return lines.hashCode();
    }

    /** For example {@code 256x101}. */
    @Override
    public String toString() {
        return lines.stream().map(Line::toString).collect(Collectors.joining("x"));
    }
}
