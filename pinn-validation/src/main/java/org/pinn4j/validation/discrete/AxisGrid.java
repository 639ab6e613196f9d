package org.pinn4j.validation.discrete;

import java.util.Optional;
import java.util.OptionalInt;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Axis;

/** Nodes on an axis, how values on them are differentiated and what they are between them. Immutable. */
public interface AxisGrid {
    /** The highest derivative that a grid knows. */
    int HIGHEST_DERIVATIVE = 4;

    Axis axis();

    /** Whether the right end is the left one; it is then no node of its own. */
    boolean periodic();

    /** The number of nodes. */
    int size();

    /** Ascending in i; the first is the left end, and unless periodic the last is the right end. */
    double node(int i);

    /** Order of accuracy of every row, at the ends too; empty if spectral, faster than every power. */
    OptionalInt accuracy();

    /**
     * Weights of a derivative at a node.
     * @param order 0 (the value itself) to {@link #HIGHEST_DERIVATIVE}
     * @throws IllegalArgumentException if there are too few nodes for it
     */
    StencilRow derivative(int order, int node);

    /** The same derivatives at all nodes at once, where that is cheaper or more exact than by rows; a new object at each call. */
    default Optional<AxisDerivative> atOnce() {
        return Optional.empty();
    }

    /**
     * Weights of the value at x, of an order above {@link #accuracy}; exactly 0 and 1 at a node.
     * @throws IllegalArgumentException if x is outside the axis
     */
    StencilRow interpolation(double x);

    /** Checks that x lies on the axis. */
    static void contain(Axis axis, double x) {
        Args.given(axis, "axis");
        if (!(axis.min() <= x && x <= axis.max())) {
            throw new IllegalArgumentException(
                    "grid: %s = %s is outside [%s, %s]".formatted(axis, x, axis.min(), axis.max()));
        }
    }
}
