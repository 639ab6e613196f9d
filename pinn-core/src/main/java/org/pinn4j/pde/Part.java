package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.pinn4j.args.Args;

/**
 * A region of a shape with its geometry: pieces that points are drawn on, charts that integrals are taken over, a normal if it
 * lies on the boundary. Immutable. A shape makes one with {@link #of}, and adds with {@link #withCharts}, {@link #keeping} and
 * {@link #withDistance} what is not the same as for pieces that are smooth and whole.
 */
public final class Part {
    private static final int MEASURED = 1 << 14;
    /** Pieces of which one is chosen before a point is drawn, and not after one is drawn on each. */
    private static final int MANY = 64;

    private final Region region;
    private final List<Axis> axes;
    private final List<Piece> pieces;
    private final List<Piece> charts;
    private final Optional<Predicate<double[]>> kept;
    private final Optional<Expr> distance;

    /** Points of the open unit cube, others at each call. */
    @FunctionalInterface
    public interface Cube {
        /** @return [dimension × m], axis-major, with m = n unless the rule behind it says otherwise */
        double[] points(int dimension, int n);
    }

    /** Points drawn. @param x [axes × n], axis-major @param normals the same, absent where the part has none */
    public record Draw(double[] x, Optional<double[]> normals) {
        public Draw {
            Args.given(x, "x", normals, "normals");
        }
    }

    /** An image of a unit cube. */
    public interface Piece {
        /** Dimension of the unit cube; 0 for a single point. */
        int dimension();

        /** Length, area, volume ...; 1 for a single point, infinite where the shape goes on for ever. */
        double measure();

        /**
         * The image under the map that points are drawn with: it keeps equal measures equal, unless {@link #density} says
         * otherwise.
         * @param unit [dimension]
         * @param x overwritten: [axes]
         */
        void map(double[] unit, double[] x);

        /**
         * The image under a smooth map, for integrals.
         * @param unit [dimension]
         * @param x overwritten: [axes]
         * @return length, area, volume ... at x per unit of the cube
         */
        default double chart(double[] unit, double[] x) {
            Args.given(unit, "unit", x, "x");
            map(unit, x);
            return measure();
        }

        /** Of one point drawn: probability per length, area, volume ... @param x [axes] */
        default double density(double[] x) {
            Args.given(x, "x");
            return 1 / measure();
        }

        /** Whether the piece lies on the boundary, so that it has a normal. */
        boolean hasNormal();

        /** The outward unit normal. @param x [axes], a point of the piece @param normal overwritten: [axes] */
        void normal(double[] x, double[] normal);

        /** Moves a point near the piece onto it. @param x overwritten: [axes] */
        void bring(double[] x);

        /** What of the piece lies between two values of an axis, if that is pieces again. */
        default Optional<List<Piece>> between(int axis, double from, double to) {
            return Optional.empty();
        }
    }

    private Part(
            Region region,
            List<Axis> axes,
            List<? extends Piece> pieces,
            List<? extends Piece> charts,
            Optional<Predicate<double[]>> kept,
            Optional<Expr> distance) {
        this.region = region;
        this.axes = List.copyOf(axes);
        this.pieces = List.copyOf(pieces);
        this.charts = List.copyOf(charts);
        this.kept = kept;
        this.distance = distance;
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("the region is empty: " + region);
        }
    }

    /**
     * A part made of pieces that overlap in sets of measure zero at most.
     * @param axes of the shape
     */
    public static Part of(Region region, List<Axis> axes, List<? extends Piece> pieces) {
        Args.given(region, "region");
        Args.list(axes, "axes");
        Args.list(pieces, "pieces");
        return new Part(region, axes, pieces, pieces, Optional.empty(), Optional.empty());
    }

    /**
     * A region as its last words say: the whole of it, less what {@link Region#where} cuts away. Between two values of an axis
     * a piece may know what is left, a curve is cut at the ends of where the expression is positive, and of anything else
     * points are drawn and thrown away.
     * @param whole the part of {@code region.whole()}
     * @throws IllegalArgumentException if nothing is left
     */
    public static Part cut(Region region, List<Axis> axes, Part whole) {
        Args.given(region, "region", axes, "axes");
        Args.given(whole, "whole");
        return Cut.all(region, axes, whole);
    }

    /** With other pieces for integrals than for drawing; none if it cannot be integrated over. */
    public Part withCharts(List<? extends Piece> smooth) {
        Args.list(smooth, "smooth");
        return new Part(region, axes, pieces, smooth, kept, distance);
    }

    /** With a smooth function of the coordinates, see {@link #distance}. */
    public Part withDistance(Expr smooth) {
        Args.given(smooth, "smooth");
        return new Part(region, axes, pieces, charts, kept, Optional.of(smooth));
    }

    /** Of the pieces only what passes a test: points are drawn and thrown away. It has no charts then and no distance. */
    public Part keeping(Predicate<double[]> test) {
        Args.given(test, "test");
        return new Part(
                region,
                axes,
                pieces,
                List.of(),
                Optional.of(kept.map(k -> k.and(test)).orElse(test)),
                Optional.empty());
    }

    List<Piece> pieces() {
        return pieces;
    }

    Optional<Predicate<double[]>> kept() {
        return kept;
    }

    /** What integrals are taken over; empty if nothing is known to. */
    public List<Piece> charts() {
        return charts;
    }

    /** Of the largest piece. */
    public int dimension() {
        return pieces.stream().mapToInt(Piece::dimension).max().orElse(0);
    }

    /** Length, area, volume ...; to about three digits where points are thrown away, infinite where the shape goes on for ever. */
    public double measure() {
        double whole = pieces.stream().mapToDouble(Piece::measure).sum();
        return kept.isEmpty() ? whole : whole * fraction();
    }

    private double fraction() {
        Drawing all = new Drawing(region, axes, pieces);
        Draw draw = all.draw(Math.max(MEASURED, pieces.size()), Drawing::recurrence);
        return all.count(draw, kept.orElseThrow()) / (double) all.count(draw, x -> true);
    }

    /** Whether it lies on the boundary, so that it has a normal. */
    public boolean hasNormal() {
        return pieces.get(0).hasNormal();
    }

    /**
     * n points; the rule behind the cube may make it a few more or less.
     * @throws IllegalArgumentException if n is too small for every piece to have one, or hardly any point passes the test
     */
    public Draw draw(int n, Cube cube) {
        Args.given(cube, "cube");
        Drawing drawing = new Drawing(region, axes, pieces);
        return kept.map(test -> drawing.drawKept(n, cube, test)).orElseGet(() -> drawing.draw(n, cube));
    }

    /** One point. @param number each from 0 to 1 */
    double[] point(DoubleSupplier number) {
        Cube cube = (dimension, n) ->
                DoubleStream.generate(number).limit((long) dimension * n).toArray();
        if (pieces.size() > MANY && kept.isEmpty()) {
            Piece chosen = pieces.get((int) (pieces.size() * number.getAsDouble()));
            return new Drawing(region, axes, List.of(chosen)).draw(1, cube).x();
        }
        Draw draw = draw(pieces.size(), cube);
        int n = draw.x().length / axes.size();
        int chosen = (int) (n * number.getAsDouble());
        return IntStream.range(0, axes.size())
                .mapToDouble(a -> draw.x()[a * n + chosen])
                .toArray();
    }

    /** Of one point drawn: probability per length, area, volume ... @param x [axes] */
    public double density(double... x) {
        Args.given(x, "x");
        double whole = pieces.stream().mapToDouble(Piece::measure).sum();
        Piece piece = nearest(x);
        double share = Double.isInfinite(whole) ? 1.0 / pieces.size() : piece.measure() / whole;
        return share * piece.density(x) / (kept.isEmpty() ? 1 : fraction());
    }

    /**
     * Moves a point near the part onto it.
     * @param x overwritten: [axes]
     * @return whether it is there now; what was cut out of a part does not know the way
     */
    public boolean bring(double[] x) {
        Args.given(x, "x");
        nearest(x).bring(x);
        return kept.isEmpty() || kept.get().test(x);
    }

    /** The outward unit normal at a point of the part. @param x [axes] @param normal overwritten: [axes] */
    public void normal(double[] x, double[] normal) {
        Args.given(x, "x", normal, "normal");
        nearest(x).normal(x, normal);
    }

    private Piece nearest(double[] x) {
        return pieces.size() == 1
                ? pieces.get(0)
                : pieces.stream()
                        .min(Comparator.comparingDouble(p -> away(p, x)))
                        .orElseThrow();
    }

    private static double away(Piece piece, double[] x) {
        double[] moved = x.clone();
        piece.bring(moved);
        return IntStream.range(0, x.length)
                .mapToDouble(a -> (moved[a] - x[a]) * (moved[a] - x[a]))
                .sum();
    }

    /**
     * A smooth function of the coordinates that vanishes on this part of the boundary with a slope, is positive inside and
     * at most one.
     */
    public Optional<Expr> distance() {
        return distance;
    }

    /** This part and another one, which meet in a set of measure zero at most. */
    Part and(Part other) {
        if (kept.isPresent() || other.kept.isPresent()) {
            throw new IllegalArgumentException(
                    "%s: two parts with points thrown away cannot be one; state a condition on each".formatted(region));
        }
        return new Part(
                region, axes, joined(pieces, other.pieces), joined(charts, other.charts), kept, Optional.empty());
    }

    private static List<Piece> joined(List<Piece> a, List<Piece> b) {
        List<Piece> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    @Override
    public String toString() {
        return region.toString();
    }
}
