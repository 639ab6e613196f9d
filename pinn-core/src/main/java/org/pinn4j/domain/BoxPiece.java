package org.pinn4j.domain;

import java.util.Arrays;
import java.util.List;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.Region;

/** The interior of a box, or one of its faces. The unit coordinates are the free axes, in their order. */
final class BoxPiece implements Domain.Piece {
    private static final int NONE = -1;

    private final double[] min;
    private final double[] max;
    private final int fixed;
    private final Region.Side side;

    private BoxPiece(List<Axis> axes, int fixed, Region.Side side) {
        min = axes.stream().mapToDouble(Axis::min).toArray();
        max = axes.stream().mapToDouble(Axis::max).toArray();
        this.fixed = fixed;
        this.side = side;
    }

    static Domain.Piece interior(List<Axis> axes) {
        return new BoxPiece(axes, NONE, Region.Side.BOTH);
    }

    static Domain.Piece face(List<Axis> axes, int fixed, Region.Side side) {
        return new BoxPiece(axes, fixed, side);
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
        int next = 0;
        for (int k = 0; k < min.length; k++) {
            if (k == fixed) {
                x[k] = side == Region.Side.MIN ? min[k] : max[k];
            } else {
                // rounding may step over the upper end
                x[k] = Math.min(max[k], min[k] + (max[k] - min[k]) * unit[next++]);
            }
        }
    }

    @Override
    public boolean hasNormal() {
        return fixed != NONE;
    }

    @Override
    public void normal(double[] unit, double[] normal) {
        if (fixed == NONE) {
            throw new IllegalStateException("box: the interior has no normal; use dn() on a face");
        }
        Arrays.fill(normal, 0);
        normal[fixed] = side == Region.Side.MIN ? -1 : 1;
    }
}
