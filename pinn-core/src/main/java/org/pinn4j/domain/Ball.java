package org.pinn4j.domain;

import java.util.Arrays;
import java.util.List;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Axes;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Coefficients;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Part;
import org.pinn4j.pde.Region;

/**
 * The points of d-dimensional space at most a radius away from a centre. Its one part is {@value #SPHERE}. Points inside are drawn
 * uniformly in volume, where in many dimensions nearly all lie near the sphere, or with a uniform radius. Immutable; equality is by
 * value.
 */
public final class Ball implements Domain {
    /** The name of its boundary. */
    public static final String SPHERE = "sphere";

    private final Axes axes;
    private final double radius;
    private final double[] centre;
    private final boolean uniformRadius;

    private Ball(Axes axes, double radius, double[] centre, boolean uniformRadius) {
        this.axes = axes;
        this.radius = radius;
        this.centre = centre;
        this.uniformRadius = uniformRadius;
    }

    /** The ball around the origin. */
    public static Ball of(Axes axes, double radius) {
        Args.given(axes, "axes");
        return of(axes, radius, new double[axes.count()]);
    }

    /**
     * The ball around a centre. The intervals of the axes hold all of it.
     * @param centre [d]
     */
    public static Ball of(Axes axes, double radius, double[] centre) {
        Args.given(axes, "axes", centre, "centre");
        int d = axes.count();
        if (d < 2 || !axes.at(1).isSpace()) {
            throw new IllegalArgumentException("ball: need two or more space axes, got " + axes);
        }
        if (!(radius > 0) || Double.isInfinite(radius) || centre.length != d) {
            throw new IllegalArgumentException("ball: need a radius > 0 and a centre of %d coordinates, got %s and %d"
                    .formatted(d, radius, centre.length));
        }
        double[] copy = centre.clone();
        for (int k = 0; k < d; k++) {
            Args.finite(copy[k], "centre[%d]".formatted(k));
            reaches(axes.at(k + 1), copy[k], radius);
        }
        return new Ball(axes, radius, copy, false);
    }

    private static void reaches(Axis axis, double centre, double radius) {
        if (centre - radius < axis.min() - ROUNDING * radius || centre + radius > axis.max() + ROUNDING * radius) {
            throw new IllegalArgumentException(
                    "ball: it reaches from %s = %s to %s, out of [%s, %s]; widen the axes or leave their ends away"
                            .formatted(axis, centre - radius, centre + radius, axis.min(), axis.max()));
        }
    }

    /** The same ball whose points inside are drawn with a radius that is uniform on [0, R]. */
    public Ball withUniformRadius() {
        return new Ball(axes, radius, centre, true);
    }

    public Axes family() {
        return axes;
    }

    public double radius() {
        return radius;
    }

    /** A copy, [d]. */
    public double[] centre() {
        return centre.clone();
    }

    double centre(int k) {
        return centre[k];
    }

    public boolean hasUniformRadius() {
        return uniformRadius;
    }

    @Override
    public List<Axis> axes() {
        return axes.all();
    }

    /** |x − c|. @param x [≥ d] */
    double away(double[] x) {
        double sum = 0;
        for (int k = 0; k < centre.length; k++) {
            sum += (x[k] - centre[k]) * (x[k] - centre[k]);
        }
        return Math.sqrt(sum);
    }

    @Override
    public boolean contains(double[] point, double tolerance) {
        Args.given(point, "point");
        if (point.length < centre.length) {
            throw new IllegalArgumentException(
                    "ball: a point needs %d coordinates, got %d".formatted(centre.length, point.length));
        }
        return away(point) <= radius * (1 + tolerance); // NaN is nowhere
    }

    @Override
    public Part geometry(Region region) {
        Args.given(region, "region");
        return Part.cut(region, axes(), whole(region.whole()));
    }

    private Part whole(Region region) {
        if (region.isInterior()) {
            Part inside = Part.of(region, axes(), List.of(new BallPiece(this)));
            return centre.length > BallChart.MOST ? inside : inside.withCharts(List.of(new BallChart(this, false)));
        }
        if (region.isBoundary() || region.equals(part(SPHERE))) {
            Part sphere =
                    Part.of(region, axes(), List.of(new SpherePiece(this))).withDistance(distance());
            return centre.length > BallChart.MOST ? sphere : sphere.withCharts(List.of(new BallChart(this, true)));
        }
        throw new IllegalArgumentException("ball: no part '%s'; its one part is '%s'".formatted(region, SPHERE));
    }

    /** 1 − r²/R². */
    private Expr distance() {
        boolean origin = Arrays.stream(centre).allMatch(c -> c == 0);
        Coefficients at = Coefficients.of("centreOfBall", centre);
        Expr squares = origin
                ? axes.squares()
                : axes.sum(i -> axes.at(i).minus(at.at(i)).pow(2));
        return Expr.constant(1).minus(squares.times(1 / (radius * radius)));
    }

    @Override
    public List<String> partNames() {
        return List.of(SPHERE);
    }

    @Override
    public Axis extent(Axis axis) {
        Args.given(axis, "axis");
        double at = centre[axes().indexOf(axis)];
        return axis.within(at - radius, at + radius);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Ball b
                        && axes.equals(b.axes)
                        && radius == b.radius
                        && uniformRadius == b.uniformRadius
                        && Arrays.equals(centre, b.centre);
    }

    @Override
    public int hashCode() {
        return 31 * axes.hashCode() + Arrays.hashCode(centre);
    }

    @Override
    public String toString() {
        boolean origin = Arrays.stream(centre).allMatch(c -> c == 0);
        return "ball of radius %s in %d dimensions%s%s"
                .formatted(
                        radius,
                        centre.length,
                        origin ? "" : " around " + centre[0] + ", ...",
                        uniformRadius ? ", uniform in radius" : "");
    }
}
