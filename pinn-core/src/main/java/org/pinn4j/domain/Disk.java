package org.pinn4j.domain;

import java.util.List;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Part;
import org.pinn4j.pde.Region;

/**
 * The points of a plane at most a radius away from a centre. Its one part is {@value #CIRCLE}; pieces of it are cut with
 * {@link Region#where}, as in {@code disk.part("circle").where(x)} for the right half. Equality is by value.
 */
public record Disk(Axis x, Axis y, double centreX, double centreY, double radius) implements Domain {
    /** The name of its boundary. */
    public static final String CIRCLE = "circle";

    public Disk {
        Args.given(x, "x", y, "y");
        boolean plane = x.isSpace() && y.isSpace() && !x.name().equals(y.name());
        if (!plane || !(radius > 0) || !Double.isFinite(radius + Math.abs(centreX) + Math.abs(centreY))) {
            throw new IllegalArgumentException(
                    "disk: need two space axes, a finite centre and a radius > 0, got %s, %s, (%s, %s), %s"
                            .formatted(x, y, centreX, centreY, radius));
        }
        reaches(x, centreX, radius);
        reaches(y, centreY, radius);
    }

    private static void reaches(Axis axis, double centre, double radius) {
        if (centre - radius < axis.min() - ROUNDING * radius || centre + radius > axis.max() + ROUNDING * radius) {
            throw new IllegalArgumentException(
                    "disk: it reaches from %s = %s to %s, out of [%s, %s]; widen the axis, or leave its ends away: Axis.of(\"%s\")"
                            .formatted(axis, centre - radius, centre + radius, axis.min(), axis.max(), axis));
        }
    }

    /** The disk around (centreX, centreY). The intervals of the axes hold all of it. */
    public static Disk of(Axis x, Axis y, double centreX, double centreY, double radius) {
        Args.given(x, "x", y, "y");
        return new Disk(x, y, centreX, centreY, radius);
    }

    @Override
    public List<Axis> axes() {
        return List.of(x, y);
    }

    @Override
    public boolean contains(double[] point, double tolerance) {
        Args.given(point, "point");
        if (point.length < 2) {
            throw new IllegalArgumentException("disk: a point needs 2 coordinates, got " + point.length);
        }
        double away = Math.hypot(point[0] - centreX, point[1] - centreY);
        return away <= radius * (1 + tolerance); // NaN is nowhere
    }

    @Override
    public Part geometry(Region region) {
        Args.given(region, "region");
        return Part.cut(region, axes(), whole(region.whole()));
    }

    private Part whole(Region region) {
        if (region.isInterior()) {
            return Part.of(region, axes(), List.of(new DiskPiece(this)));
        }
        if (region.isBoundary() || region.equals(part(CIRCLE))) {
            return Part.of(region, axes(), List.of(new CirclePiece(this))).withDistance(distance());
        }
        throw new IllegalArgumentException("disk: no part '%s'; its one part is '%s'".formatted(region, CIRCLE));
    }

    /** 1 − r²/R². */
    private Expr distance() {
        Expr a = x.minus(centreX).times(1 / radius);
        Expr b = y.minus(centreY).times(1 / radius);
        return Expr.constant(1).minus(a.pow(2)).minus(b.pow(2));
    }

    @Override
    public List<String> partNames() {
        return List.of(CIRCLE);
    }

    @Override
    public Axis extent(Axis axis) {
        Args.given(axis, "axis");
        double centre = axis.equals(x) ? centreX : centreY;
        return axis.within(centre - radius, centre + radius);
    }

    @Override
    public String toString() {
        return "disk around (%s, %s) of radius %s".formatted(centreX, centreY, radius);
    }
}
