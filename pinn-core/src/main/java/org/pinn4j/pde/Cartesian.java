package org.pinn4j.pde;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A shape times intervals: a disk over time, for every value of a parameter, or along another direction of space. */
record Cartesian(Domain shape, List<Axis> more, List<Axis> axes) implements Domain {
    Cartesian(Domain shape, List<Axis> more) {
        this(
                shape,
                new Box(more).axes(),
                AxisList.of(Stream.concat(shape.axes().stream(), more.stream()).toList()));
    }

    Cartesian {
        List<Axis> all = axes;
        if (all.stream().map(Axis::name).distinct().count() < all.size()
                || all.stream().filter(Axis::isTime).count() > 1) {
            throw new IllegalArgumentException("%s times %s: need axes of different names, one of them time at most"
                    .formatted(shape, Names.tuple(more)));
        }
    }

    @Override
    public boolean contains(double[] point, double tolerance) {
        int first = point.length - more.size();
        for (int k = 0; k < more.size(); k++) {
            Axis axis = more.get(k);
            double room = tolerance * axis.length();
            if (!(point[first + k] >= axis.min() - room && point[first + k] <= axis.max() + room)) {
                return false;
            }
        }
        return shape.contains(point, tolerance); // its own coordinates come first
    }

    @Override
    public List<String> partNames() {
        return shape.partNames();
    }

    /** That of the shape: one part, whatever the shape is multiplied by or cut to. */
    @Override
    public Region part(String name) {
        return shape.part(name);
    }

    /** Cuts by the shape's own coordinates are left to the shape, which may know them as curves. */
    @Override
    public Part geometry(Region region) {
        Region own = Region.interior();
        for (Region cut : region.cuts()) {
            own = ofShape(cut) ? cut.on(own) : own;
        }
        Part result = whole(region.whole(), own);
        for (Region cut : region.cuts()) {
            result = ofShape(cut) ? result : Cut.one(cut, axes(), result);
        }
        return result;
    }

    private boolean ofShape(Region cut) {
        return shape.axes()
                .containsAll(Leaves.of(cut.lastCut().toArray(Expr[]::new)).axes());
    }

    /** @param cuts the interior of the shape with the cuts that it shall make */
    private Part whole(Region region, Region cuts) {
        if (region.face().isPresent()) {
            return face(region, region.face().get(), cuts);
        }
        Part sides = product(region, again(region, cuts), List.of(BoxPiece.interior(more)));
        if (region.isBoundary()) {
            for (Axis axis : more) {
                sides = axis.isSpace() ? sides.and(face(region, (Region.Face) axis.ends(), cuts)) : sides;
            }
        }
        return sides;
    }

    private static Region again(Region region, Region cuts) {
        Region result = region;
        for (Region cut : cuts.cuts()) {
            result = cut.on(result);
        }
        return result;
    }

    private Part face(Region region, Region.Face face, Region cuts) {
        if (!more.contains(face.axis())) {
            throw new IllegalArgumentException(
                    "%s has no end of %s; its parts are %s".formatted(shape, face.axis(), Names.tuple(partNames())));
        }
        int at = more.indexOf(face.axis());
        List<BoxPiece> ends = Stream.of(Region.Side.MIN, Region.Side.MAX)
                .filter(s -> face.side() == Region.Side.BOTH || face.side() == s)
                .map(s -> BoxPiece.face(more, at, s))
                .toList();
        return product(region, cuts, ends).withDistance(Box.distance(face));
    }

    private Part product(Region region, Region of, List<BoxPiece> along) {
        Part part = shape.geometry(of);
        int first = shape.axes().size();
        Part result = Part.of(region, axes(), times(part.pieces(), along, first))
                .withCharts(times(part.charts(), along, first));
        if (part.distance().isPresent()) {
            result = result.withDistance(part.distance().get());
        }
        return part.kept().isEmpty()
                ? result
                : result.keeping(x -> part.kept().get().test(Arrays.copyOf(x, first)));
    }

    private static List<CartesianPiece> times(List<Part.Piece> pieces, List<BoxPiece> along, int first) {
        return along.stream()
                .flatMap(b -> pieces.stream().map(p -> new CartesianPiece(p, b, first)))
                .toList();
    }

    @Override
    public boolean hasEnds(Axis axis) {
        return more.contains(axis) || shape.hasEnds(axis);
    }

    @Override
    public Axis extent(Axis axis) {
        return more.contains(axis) ? axis : shape.extent(axis);
    }

    @Override
    public Domain times(Axis... further) {
        return new Cartesian(
                shape, Stream.concat(more.stream(), Stream.of(further)).toList());
    }

    @Override
    public Domain restricted(Axis axis, double min, double max) {
        return more.contains(axis)
                ? new Cartesian(shape, new Box(more).restricted(axis, min, max).axes())
                : new Cartesian(shape.restricted(axis, min, max), more);
    }

    @Override
    public String toString() {
        return "%s times %s".formatted(shape, Names.tuple(more));
    }
}
