package org.pinn4j.domain;

import java.util.List;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Axes;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.Part;
import org.pinn4j.pde.Region;

/**
 * All of d-dimensional space, with the law by which its points are drawn: it has no boundary, and a statement on it holds everywhere.
 * Immutable; equality is by value.
 */
public record Space(Axes family, Law law) implements Domain {
    /** Of the share of numbers beyond a quantile. */
    private static final int NEAR = 20;

    private static final int FAR = 45;

    /** @throws IllegalArgumentException if the axes have ends, or the law has no density of its quantiles or an infinite variance */
    public Space {
        Args.given(family, "family", law, "law");
        if (family.at(1).isBounded() || !family.at(1).isSpace()) {
            throw new IllegalArgumentException("space: axes %s have ends; leave them away, Axes.of(\"%s\", %d)"
                    .formatted(family, family.name(), family.count()));
        }
        if (!Double.isFinite(law.centre()) || !(law.scale() > 0) || Double.isInfinite(law.scale())) {
            throw new IllegalArgumentException("law %s: need a finite centre and a scale > 0, got %s and %s"
                    .formatted(law, law.centre(), law.scale()));
        }
        for (int k = 1; k < NEAR; k++) {
            requireDensity(law, k / (double) NEAR);
        }
        requireVariance(law, 1);
        requireVariance(law, -1);
    }

    /** All of space, its points drawn by a law. */
    public static Space of(Axes family, Law law) {
        return new Space(family, law);
    }

    /** The density is one over the slope of the quantiles. */
    private static void requireDensity(Law law, double u) {
        double h = 1e-5;
        double slope = (law.quantile(u + h) - law.quantile(u - h)) / (2 * h);
        double density = law.density(law.quantile(u));
        if (!(Math.abs(slope * density - 1) <= 1e-3)) { // written so that NaN fails too
            throw new IllegalArgumentException(
                    ("law %s: its density at the quantile of %s is %s, its quantiles say %s; a law needs a density, give that of its"
                                    + " quantiles")
                            .formatted(law, u, density, 1 / slope));
        }
    }

    /** What lies beyond a quantile adds about u·q² to the variance, which has to fall to nothing with u. */
    private static void requireVariance(Law law, int side) {
        double near = beyond(law, side, NEAR);
        double far = beyond(law, side, FAR);
        if (!(far <= near / 2) && far > 0) {
            throw new IllegalArgumentException(
                    ("law %s: the tail beyond a share of 2^-%d adds %s to its variance, beyond 2^-%d %s: it is infinite; take a law"
                                    + " of lighter tails, such as Law.normal")
                            .formatted(law, NEAR, near, FAR, far));
        }
    }

    private static double beyond(Law law, int side, int bits) {
        double u = Math.scalb(1.0, -bits);
        double q = (law.quantile(side > 0 ? 1 - u : u) - law.centre()) / law.scale();
        return u * q * q;
    }

    @Override
    public List<Axis> axes() {
        return family.all();
    }

    @Override
    public boolean contains(double[] point, double tolerance) {
        Args.given(point, "point");
        if (point.length < family.count()) {
            throw new IllegalArgumentException(
                    "space: a point needs %d coordinates, got %d".formatted(family.count(), point.length));
        }
        for (int k = 0; k < family.count(); k++) {
            if (!Double.isFinite(point[k])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Part geometry(Region region) {
        Args.given(region, "region");
        if (!region.whole().isInterior()) {
            throw new IllegalArgumentException("space: %s is no part of it, it has no boundary".formatted(region));
        }
        Part all =
                Part.of(region.whole(), axes(), List.of(new SpacePiece(this))).withCharts(List.of());
        return Part.cut(region, axes(), all);
    }

    @Override
    public Axis extent(Axis axis) {
        Args.given(axis, "axis");
        return axis.within(law.centre() - law.scale(), law.centre() + law.scale());
    }

    @Override
    public String toString() {
        return "all of %d dimensions, points by %s".formatted(family.count(), law);
    }
}
