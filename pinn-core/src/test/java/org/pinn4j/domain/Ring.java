package org.pinn4j.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.DomainFormat;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Part;
import org.pinn4j.pde.Region;

/** An annulus about the origin as another module would bring it: a disk less a disk, its radii an array in files. */
public record Ring(Axis x, Axis y, double inner, double outer) implements Domain {
    private Disk disk(double radius) {
        return Disk.of(x, y, 0, 0, radius);
    }

    @Override
    public List<Axis> axes() {
        return List.of(x, y);
    }

    @Override
    public boolean contains(double[] point, double tolerance) {
        return disk(outer).contains(point, tolerance) && Math.hypot(point[0], point[1]) >= inner * (1 - tolerance);
    }

    @Override
    public Part geometry(Region region) {
        return Part.cut(region, axes(), whole(region.whole()));
    }

    private Part whole(Region region) {
        if (region.isInterior()) {
            return Part.of(region, axes(), List.of(new DiskPiece(disk(outer)))).keeping(p -> contains(p, 0));
        }
        Expr r2 = x.pow(2).plus(y.pow(2));
        double width = outer * outer - inner * inner;
        Part out = Part.of(region, axes(), List.of(new CirclePiece(disk(outer))))
                .withDistance(Expr.constant(outer * outer).minus(r2).times(1 / width));
        Part in = Part.of(region, axes(), List.of(new Inward(new CirclePiece(disk(inner)))))
                .withDistance(r2.minus(inner * inner).times(1 / width));
        return region.equals(part("out"))
                ? out
                : region.equals(part("in"))
                        ? in
                        : Part.of(
                                region,
                                axes(),
                                List.of(new CirclePiece(disk(outer)), new Inward(new CirclePiece(disk(inner)))));
    }

    @Override
    public List<String> partNames() {
        return List.of("in", "out");
    }

    @Override
    public Axis extent(Axis axis) {
        return axis.within(-outer, outer);
    }

    private record Inward(CirclePiece circle) implements Part.Piece {
        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public double measure() {
            return circle.measure();
        }

        @Override
        public void map(double[] unit, double[] p) {
            circle.map(unit, p);
        }

        @Override
        public boolean hasNormal() {
            return true;
        }

        @Override
        public void normal(double[] p, double[] normal) {
            circle.normal(p, normal);
            normal[0] = -normal[0];
            normal[1] = -normal[1];
        }

        @Override
        public void bring(double[] p) {
            circle.bring(p);
        }
    }

    /** The service that stores it. */
    public static final class Format implements DomainFormat {
        @Override
        public String name() {
            return "ring";
        }

        @Override
        public Optional<Stored> write(Domain domain) {
            return domain instanceof Ring r
                    ? Optional.of(new Stored(r.axes(), List.of(), Map.of("radii", new double[] {r.inner, r.outer})))
                    : Optional.empty();
        }

        @Override
        public Domain read(Stored stored) {
            double[] radii = stored.arrays().getOrDefault("radii", new double[0]);
            if (radii.length != 2) {
                throw new IllegalArgumentException("need two radii, got " + radii.length);
            }
            return new Ring(stored.axes().get(0), stored.axes().get(1), radii[0], radii[1]);
        }
    }
}
