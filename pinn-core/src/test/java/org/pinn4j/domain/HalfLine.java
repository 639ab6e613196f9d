package org.pinn4j.domain;

import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.DomainFormat;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Part;
import org.pinn4j.pde.Region;

/** All x ≥ 0, or all numbers, as a user would bring it: points are drawn by a law, of density e^(−|x|/scale). */
public record HalfLine(Axis x, double scale, boolean both) implements Domain {
    @Override
    public List<Axis> axes() {
        return List.of(x);
    }

    @Override
    public boolean contains(double[] point, double tolerance) {
        return both ? Double.isFinite(point[0]) : point[0] >= -tolerance * scale;
    }

    @Override
    public List<String> partNames() {
        return both ? List.of() : List.of("origin");
    }

    @Override
    public Part geometry(Region region) {
        return Part.cut(region, axes(), whole(region.whole()));
    }

    private Part whole(Region region) {
        if (region.isInterior()) {
            return Part.of(region, axes(), List.of(new Law(scale, both))).withCharts(List.of());
        }
        if (both) {
            throw new IllegalArgumentException(region + ": all numbers have no boundary");
        }
        Expr away = Expr.constant(1).minus(Expr.exp(x.times(-1 / scale)));
        return Part.of(region, axes(), List.of(new Origin())).withDistance(away);
    }

    @Override
    public Axis extent(Axis axis) {
        return axis.within(both ? -scale : 0, scale);
    }

    private record Law(double scale, boolean both) implements Part.Piece {
        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public double measure() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public void map(double[] unit, double[] p) {
            double u = both ? 2 * unit[0] - 1 : unit[0];
            p[0] = -Math.signum(u) * scale * Math.log1p(-Math.min(Math.abs(u), 1 - 1e-12));
        }

        @Override
        public double density(double[] p) {
            return Math.exp(-Math.abs(p[0]) / scale) / scale / (both ? 2 : 1);
        }

        @Override
        public boolean hasNormal() {
            return false;
        }

        @Override
        public void normal(double[] p, double[] normal) {
            throw new IllegalStateException("no boundary");
        }

        @Override
        public void bring(double[] p) {
            p[0] = both ? p[0] : Math.max(p[0], 0);
        }
    }

    private record Origin() implements Part.Piece {
        @Override
        public int dimension() {
            return 0;
        }

        @Override
        public double measure() {
            return 1;
        }

        @Override
        public void map(double[] unit, double[] p) {
            p[0] = 0;
        }

        @Override
        public boolean hasNormal() {
            return true;
        }

        @Override
        public void normal(double[] p, double[] normal) {
            normal[0] = -1;
        }

        @Override
        public void bring(double[] p) {
            p[0] = 0;
        }
    }

    /** The service that stores it. */
    public static final class Format implements DomainFormat {
        @Override
        public String name() {
            return "half-line";
        }

        @Override
        public Optional<Stored> write(Domain domain) {
            return domain instanceof HalfLine h
                    ? Optional.of(new Stored(
                            h.axes(), List.of(h.both ? "both" : "one", Double.toString(h.scale)), java.util.Map.of()))
                    : Optional.empty();
        }

        @Override
        public Domain read(Stored stored) {
            return new HalfLine(
                    stored.axes().get(0),
                    stored.number(1),
                    stored.words().get(0).equals("both"));
        }
    }
}
