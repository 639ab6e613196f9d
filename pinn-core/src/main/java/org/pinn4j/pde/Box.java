package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pinn4j.args.Args;

/** The product of the intervals of its axes, time included if one of them is time. Equality is by value. */
public record Box(List<Axis> axes) implements Domain {
    public Box {
        Args.list(axes, "axes");
        axes = AxisList.of(axes);
        if (axes.isEmpty() || axes.stream().map(Axis::name).distinct().count() < axes.size()) {
            throw new IllegalArgumentException("box: need one or more axes of different names, got " + axes);
        }
        if (axes.stream().filter(Axis::isTime).count() > 1) {
            throw new IllegalArgumentException("box: at most one axis is time, got " + axes);
        }
        axes.stream().filter(a -> !a.isBounded()).findFirst().ifPresent(a -> {
            throw new IllegalArgumentException(
                    "box: axis %s has no ends; use Axis.of(\"%s\", min, max), or a shape that bounds it"
                            .formatted(a, a));
        });
    }

    public static Box of(Axis... axes) {
        Args.array(axes, "axes");
        return new Box(List.of(axes));
    }

    @Override
    public Optional<Box> box() {
        return Optional.of(this);
    }

    @Override
    public boolean contains(double[] point, double tolerance) {
        Args.given(point, "point");
        if (point.length != axes.size()) {
            throw new IllegalArgumentException(
                    "point: need [%d] for axes %s, got [%d]".formatted(axes.size(), axes, point.length));
        }
        for (int k = 0; k < point.length; k++) {
            Axis axis = axes.get(k);
            double room = tolerance * axis.length();
            if (!(point[k] >= axis.min() - room && point[k] <= axis.max() + room)) { // NaN is nowhere
                return false;
            }
        }
        return true;
    }

    @Override
    public Part geometry(Region region) {
        Args.given(region, "region");
        return Cut.all(region, axes, whole(region.whole()));
    }

    private Part whole(Region region) {
        if (region.isInterior()) {
            return Part.of(region, axes, List.of(BoxPiece.interior(axes)));
        }
        if (region.isBoundary()) {
            return boundary(region);
        }
        Region.Face face = region.face()
                .orElseThrow(() -> new IllegalArgumentException(
                        region.data().isPresent()
                                ? "box: %s have no measure; take the points themselves".formatted(region)
                                : "box: no part '%s'; its parts are the ends of its axes".formatted(region)));
        return Part.of(region, axes, faces(face.axis(), face.side())).withDistance(distance(face));
    }

    private List<Part.Piece> faces(Axis axis, Region.Side side) {
        int at = axes.indexOf(axis);
        if (at < 0) {
            throw new IllegalArgumentException(
                    "box: no axis %s in [%s, %s] among %s".formatted(axis, axis.min(), axis.max(), axes));
        }
        return Stream.of(Region.Side.MIN, Region.Side.MAX)
                .filter(s -> side == Region.Side.BOTH || side == s)
                .map(s -> (Part.Piece) BoxPiece.face(axes, at, s))
                .toList();
    }

    private Part boundary(Region region) {
        List<BoxPiece> all = BoxPiece.faces(axes, k -> axes.get(k).isSpace());
        if (all.isEmpty()) {
            throw new IllegalArgumentException(
                    "box: %s has no boundary in space; use %s.start()".formatted(Names.tuple(axes), axes.get(0)));
        }
        return Part.of(region, axes, all);
    }

    static Expr distance(Region.Face face) {
        Axis axis = face.axis();
        Expr s = axis.minus(axis.min()).times(1 / axis.length());
        Expr rest = Expr.constant(1).minus(s);
        return switch (face.side()) {
            case MIN -> s;
            case MAX -> rest;
            case BOTH -> s.times(rest).times(4);
        };
    }

    @Override
    public Axis extent(Axis axis) {
        Args.given(axis, "axis");
        return axis;
    }

    /** Of two space axes, the four corners. */
    @Override
    public List<Corner> corners() {
        List<Corner> corners = new ArrayList<>();
        if (axes.size() == 2 && axes.stream().allMatch(Axis::isSpace)) {
            Axis x = axes.get(0);
            Axis y = axes.get(1);
            for (Region a : List.of(x.start(), x.end())) {
                for (Region b : List.of(y.start(), y.end())) {
                    double left = a.face().orElseThrow().coordinate();
                    double low = b.face().orElseThrow().coordinate();
                    corners.add(new Corner(List.of(left, low), Math.PI / 2, a, b));
                }
            }
        }
        return corners;
    }

    @Override
    public Domain times(Axis... more) {
        Args.array(more, "more");
        return new Box(Stream.concat(axes.stream(), Stream.of(more)).toList());
    }

    @Override
    public Domain restricted(Axis axis, double min, double max) {
        Args.given(axis, "axis");
        if (!axes.contains(axis) || !(min >= axis.min() && max <= axis.max())) {
            throw new IllegalArgumentException("box: need an axis of %s and an interval inside it, got %s in [%s, %s]"
                    .formatted(Names.tuple(axes), axis, min, max));
        }
        return new Box(
                axes.stream().map(a -> a.equals(axis) ? a.within(min, max) : a).toList());
    }
}
