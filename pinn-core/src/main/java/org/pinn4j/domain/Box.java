package org.pinn4j.domain;

import java.util.Arrays;
import java.util.List;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.Region;

/** The product of the intervals of its axes, time included if one of them is time. Equality is by value. */
public record Box(List<Axis> axes) implements Domain {
    public Box {
        axes = List.copyOf(axes);
        if (axes.isEmpty() || axes.stream().map(Axis::name).distinct().count() < axes.size()) {
            throw new IllegalArgumentException("box: need one or more axes of different names, got " + axes);
        }
        if (axes.stream().filter(Axis::isTime).count() > 1) {
            throw new IllegalArgumentException("box: at most one axis is time, got " + axes);
        }
    }

    public static Box of(Axis... axes) {
        return new Box(List.of(axes));
    }

    @Override
    public boolean contains(double... point) {
        if (point.length != axes.size()) {
            throw new IllegalArgumentException(
                    "point: need [%d] for axes %s, got [%d]".formatted(axes.size(), axes, point.length));
        }
        for (int k = 0; k < point.length; k++) {
            if (!(point[k] >= axes.get(k).min() && point[k] <= axes.get(k).max())) { // NaN is nowhere
                return false;
            }
        }
        return true;
    }

    @Override
    public List<Piece> pieces(Region region) {
        if (region.isInterior()) {
            return List.of(BoxPiece.interior(axes));
        }
        if (region.isBoundary()) {
            return boundary();
        }
        return region.face()
                .map(f -> faces(f.axis(), f.side()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "box: %s have no measure; take the points themselves".formatted(region)));
    }

    private List<Piece> faces(Axis axis, Region.Side side) {
        int at = axes.indexOf(axis);
        if (at < 0) {
            throw new IllegalArgumentException(
                    "box: no axis %s in [%s, %s] among %s".formatted(axis, axis.min(), axis.max(), axes));
        }
        return Arrays.stream(
                        side == Region.Side.BOTH
                                ? new Region.Side[] {Region.Side.MIN, Region.Side.MAX}
                                : new Region.Side[] {side})
                .map(s -> BoxPiece.face(axes, at, s))
                .toList();
    }

    private List<Piece> boundary() {
        List<Piece> all = axes.stream()
                .filter(axis -> !axis.isTime())
                .flatMap(axis -> faces(axis, Region.Side.BOTH).stream())
                .toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException(
                    "box: time alone has no boundary; use %s.start()".formatted(axes.get(0)));
        }
        return all;
    }
}
