package org.pinn4j.pde;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pinn4j.args.Args;

/** The interior of a box, or one of its faces. The unit coordinates are the free axes, in their order. */
final class BoxPiece implements Part.Piece {
    private static final int NONE = -1;

    private final double[] min;
    private final double[] max;
    private final int fixed;
    private final Region.Side side;

    private BoxPiece(double[] min, double[] max, int fixed, Region.Side side) {
        this.min = min;
        this.max = max;
        this.fixed = fixed;
        this.side = side;
    }

    static BoxPiece interior(List<Axis> axes) {
        return face(axes, NONE, Region.Side.BOTH);
    }

    static BoxPiece face(List<Axis> axes, int fixed, Region.Side side) {
        return new BoxPiece(
                axes.stream().mapToDouble(Axis::min).toArray(),
                axes.stream().mapToDouble(Axis::max).toArray(),
                fixed,
                side);
    }

    /** Both faces of each of these axes; they share what they know of the box. */
    static List<BoxPiece> faces(List<Axis> axes, IntPredicate of) {
        BoxPiece box = interior(axes);
        return IntStream.range(0, axes.size())
                .filter(of)
                .boxed()
                .flatMap(k -> Stream.of(Region.Side.MIN, Region.Side.MAX)
                        .map(side -> new BoxPiece(box.min, box.max, k, side)))
                .toList();
    }

    private double coordinate() {
        return side == Region.Side.MIN ? min[fixed] : max[fixed];
    }

    @Override
    public int dimension() {
        return fixed == NONE ? min.length : min.length - 1;
    }

    @Override
    public double measure() {
        double product = 1;
        for (int k = 0; k < min.length; k++) {
            product *= k == fixed ? 1 : max[k] - min[k];
        }
        return product;
    }

    @Override
    public void map(double[] unit, double[] x) {
        Args.given(unit, "unit", x, "x");
        Args.atLeast(fixed == NONE ? min.length : min.length - 1, unit, "unit");
        Args.atLeast(min.length, x, "x");
        int next = 0;
        for (int k = 0; k < min.length; k++) {
            if (k == fixed) {
                x[k] = coordinate();
            } else {
                // rounding may step over the upper end
                x[k] = Math.min(max[k], min[k] + (max[k] - min[k]) * unit[next++]);
            }
        }
    }

    /** Ends of time count: their normal points out of the interval of time. */
    @Override
    public boolean hasNormal() {
        return fixed != NONE;
    }

    @Override
    public void normal(double[] x, double[] normal) {
        Args.given(x, "x", normal, "normal");
        Args.atLeast(min.length, normal, "normal");
        if (fixed == NONE) {
            throw new IllegalStateException("box: the interior has no normal; use dn() on a face");
        }
        Arrays.fill(normal, 0);
        normal[fixed] = side == Region.Side.MIN ? -1 : 1;
    }

    /** What left is reflected back at the end it left by. */
    @Override
    public void bring(double[] x) {
        Args.given(x, "x");
        Args.atLeast(min.length, x, "x");
        for (int k = 0; k < min.length; k++) {
            double reflected = x[k] < min[k] ? 2 * min[k] - x[k] : x[k] > max[k] ? 2 * max[k] - x[k] : x[k];
            x[k] = k == fixed ? coordinate() : Math.min(Math.max(reflected, min[k]), max[k]);
        }
    }

    @Override
    public Optional<List<Part.Piece>> between(int axis, double from, double to) {
        Args.index(axis, min.length, "axis");
        if (axis == fixed) {
            return Optional.of(coordinate() >= from && coordinate() <= to ? List.of(this) : List.of());
        }
        double[] newMin = min.clone();
        double[] newMax = max.clone();
        newMin[axis] = Math.max(min[axis], from);
        newMax[axis] = Math.min(max[axis], to);
        return Optional.of(
                newMin[axis] < newMax[axis] ? List.of(new BoxPiece(newMin, newMax, fixed, side)) : List.of());
    }
}
