package org.pinn4j.validation.discrete;

import java.util.List;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;

/**
 * A known approximation U. With one, the unknowns of a system are the correction e, and every derivative of a field becomes
 * ∂U + D e: differences act on the correction alone, F(U + e) = 0 is the defect equation.
 */
@FunctionalInterface
public interface Background {
    /**
     * ∂^orders of a field of U.
     * @param orders by {@link Field#axes()}, time among them
     * @param x [axes × n], read only: coordinate of axis a (in the order of {@link Field#axes()}) of point i at {@code x[a * n + i]}
     * @return [n], owned by the caller
     */
    double[] values(Field field, List<Integer> orders, double[] x, int n);

    /**
     * Where inside an axis U jumps, ascending: it may consist of pieces. At a jump it is what it was before, until {@link #pass}.
     * @return owned by the caller
     */
    default double[] breaks(Axis axis) {
        return new double[0];
    }

    /** From now on U is, at the next of its {@link #breaks}, what it is behind. */
    default void pass() {}
}
