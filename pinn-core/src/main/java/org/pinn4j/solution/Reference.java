package org.pinn4j.solution;

import java.util.Optional;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;

/** Anything that gives a field at points and states its own error floor. Immutable and safe to share. */
public interface Reference {
    /** What it is, for tables: {@code closed form}, {@code Cole-Hopf quadrature}, {@code finite differences, order 4}. */
    String kind();

    /** Whether it says anything about a field; those that it does not know are left out of comparisons. */
    default boolean knows(Field field) {
        Args.given(field, "field");
        return true;
    }

    /**
     * Values of {@code field} at n points.
     * @param x [axes × n]: coordinate of axis a (in the order of {@link Field#axes()}) of point i at {@code x[a * n + i]}
     * @return [n]
     */
    double[] values(Field field, double[] x, int n);

    /**
     * Relative L2 error it may have on its grid of record: true error ≤ floor ≤ 20 × true error wherever the truth is
     * known; never below 1e-15.
     */
    double floor();

    /**
     * The derivative of {@code field} along an axis at n points, if the reference knows it exactly.
     * @param x as for {@link #values}
     * @return [n]
     */
    default Optional<double[]> derivative(Field field, Axis by, double[] x, int n) {
        Args.given(field, "field", by, "by");
        Args.given(x, "x");
        return Optional.empty();
    }
}
