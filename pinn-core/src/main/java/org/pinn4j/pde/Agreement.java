package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.pinn4j.args.Args;
import org.pinn4j.random.RandomStream;

/**
 * Whether two expressions of the coordinates are equal on a domain or on one of its regions: at seeded points, the two corners of a
 * box among them where a decision asks for them. Equality is relative to a size, by one of four tolerances. Immutable.
 */
public final class Agreement {
    /** The same terms in another order, or code run twice: a few dozen roundings. */
    public static final double IDENTICAL = 1e-10;
    /** One function computed in two ways: a few thousand roundings. */
    public static final double SAME = 1e-9;
    /** Two statements of a user's about one thing: digits typed, constants rounded. */
    public static final double GIVEN = 1e-8;
    /** Derivatives that have to join, by formulas that cancel; a network cannot tell less from zero. */
    public static final double JOINED = 1e-6;

    /** Sixteen would find a difference on a quarter of the region with 99 %; this many, on a fourteenth. */
    private static final int POINTS = 64;
    /** What all is compared with must not be zero. */
    private static final double LEAST = 1e-300;

    /** Values of an expression at n points. */
    @FunctionalInterface
    public interface Values {
        /** @param x [axes × n], coordinate a of point i at x[a·n + i] */
        double[] of(Expr e, List<Axis> axes, double[] x, int n);
    }

    private final List<Axis> axes;
    private final double[][] points;
    private final Values values;
    private final boolean box;

    private Agreement(List<Axis> axes, double[][] points, Values values, boolean box) {
        this.axes = axes;
        this.points = points;
        this.values = values;
        this.box = box;
    }

    /** On a shape, which may be a box. @param purpose as for a box */
    public static Agreement on(Domain domain, String purpose) {
        Args.given(domain, "domain", purpose, "purpose");
        if (domain.box().isPresent()) {
            return on(domain.axes(), purpose);
        }
        RandomStream random = RandomStream.of(1, purpose);
        Part interior = domain.geometry(Region.interior());
        double[][] points = IntStream.range(0, POINTS)
                .mapToObj(i -> interior.point(random::nextDouble))
                .toArray(double[][]::new);
        return new Agreement(domain.axes(), points, Agreement::walked, false);
    }

    /** On a region of a shape; given points stand for all of it. @param purpose as for a box */
    public static Agreement on(Domain domain, Region region, String purpose) {
        Args.given(domain, "domain", region, "region");
        Args.given(purpose, "purpose");
        if (region.isInterior() || region.data().isPresent()) {
            return on(domain, purpose);
        }
        RandomStream random = RandomStream.of(1, purpose);
        Part part = domain.geometry(region);
        double[][] points = IntStream.range(0, POINTS)
                .mapToObj(i -> part.point(random::nextDouble))
                .toArray(double[][]::new);
        return new Agreement(domain.axes(), points, Agreement::walked, false);
    }

    /** @param purpose names the stream of random numbers that the points are drawn from */
    public static Agreement on(List<Axis> axes, String purpose) {
        Args.list(axes, "axes");
        Args.given(purpose, "purpose");
        RandomStream random = RandomStream.of(1, purpose);
        double[][] points = new double[POINTS][];
        for (int i = 0; i < POINTS; i++) {
            points[i] = axes.stream()
                    .mapToDouble(a -> a.min() + a.length() * random.nextDouble())
                    .toArray();
        }
        return new Agreement(List.copyOf(axes), points, Agreement::walked, true);
    }

    private static double[] walked(Expr e, List<Axis> axes, double[] x, int n) {
        return IntStream.range(0, n)
                .mapToDouble(i -> Evaluation.evaluate(
                        e,
                        axes,
                        IntStream.range(0, axes.size())
                                .mapToDouble(a -> x[a * n + i])
                                .toArray()))
                .toArray();
    }

    /** The same with a faster evaluation. */
    public Agreement by(Values faster) {
        Args.given(faster, "faster");
        return new Agreement(axes, points, faster, box);
    }

    /** The same with the two extreme corners of the box for the first two points; another shape stays as it is. */
    public Agreement withCorners() {
        if (!box) {
            return this;
        }
        double[][] moved = points.clone();
        moved[0] = axes.stream().mapToDouble(Axis::min).toArray();
        moved[1] = axes.stream().mapToDouble(Axis::max).toArray();
        return new Agreement(axes, moved, values, box);
    }

    /** The same points projected onto {@code axis = value}. */
    public Agreement at(Axis axis, double value) {
        Args.given(axis, "axis");
        int index = axes.indexOf(axis);
        double[][] moved = new double[points.length][];
        for (int i = 0; i < points.length; i++) {
            moved[i] = points[i].clone();
            moved[i][index] = value;
        }
        return new Agreement(axes, moved, values, box);
    }

    /** The same points projected onto one end of an axis. */
    public Agreement on(Region.Face end) {
        Args.given(end, "end");
        return at(end.axis(), end.coordinate());
    }

    /** Of the points those that pass a test, maybe none. */
    Agreement keeping(Predicate<double[]> test) {
        return new Agreement(axes, Arrays.stream(points).filter(test).toArray(double[][]::new), values, box);
    }

    /** The points themselves, [points][axes]. */
    public List<double[]> points() {
        return List.of(points);
    }

    /** The values of an expression of the coordinates at the points. */
    public double[] values(Expr e) {
        Args.given(e, "e");
        int n = points.length;
        double[] x = new double[axes.size() * n];
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < axes.size(); a++) {
                x[a * n + i] = points[i][a];
            }
        }
        return values.of(e, axes, x, n);
    }

    /** The largest magnitude of an expression; infinite where a value is not finite. */
    public double largest(Expr e) {
        Args.given(e, "e");
        return DoubleStream.of(values(e))
                .map(v -> Double.isFinite(v) ? Math.abs(v) : Double.POSITIVE_INFINITY)
                .max()
                .orElse(0);
    }

    /** The largest finite magnitude. */
    public double scale(Expr e) {
        Args.given(e, "e");
        return DoubleStream.of(values(e))
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    /** Whether a magnitude is nothing beside a scale. */
    public static boolean small(double size, double scale, double tolerance) {
        return Double.isFinite(size) && size <= tolerance * Math.max(scale, LEAST);
    }

    /** Two values at one place. */
    public record Difference(double[] point, double left, double right) {
        public Difference {
            Args.given(point, "point");
        }
    }

    /**
     * The first point at which two expressions differ by more than {@code tolerance} of {@code scale}, or at which one is no number.
     */
    public Optional<Difference> difference(Expr left, Expr right, double scale, double tolerance) {
        Args.given(left, "left", right, "right");
        double[] a = values(left);
        double[] b = values(right);
        List<Difference> found = new ArrayList<>();
        for (int i = 0; i < a.length && found.isEmpty(); i++) {
            if (!(Math.abs(a[i] - b[i]) <= tolerance * scale)) { // written so that NaN differs too
                found.add(new Difference(points[i].clone(), a[i], b[i]));
            }
        }
        return found.stream().findFirst();
    }

    /** The same relative to the values at each point. */
    public Optional<Difference> difference(Expr left, Expr right, double tolerance) {
        Args.given(left, "left", right, "right");
        double[] a = values(left);
        double[] b = values(right);
        return IntStream.range(0, a.length)
                .filter(i -> Math.abs(a[i] - b[i]) > tolerance * (Math.abs(a[i]) + Math.abs(b[i])))
                .mapToObj(i -> new Difference(points[i].clone(), a[i], b[i]))
                .findFirst();
    }
}
