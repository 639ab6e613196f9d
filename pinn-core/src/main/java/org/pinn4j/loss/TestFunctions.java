package org.pinn4j.loss;

/**
 * Functions that vanish on the boundary and that equations are set against. Immutable but for what {@link #at} overwrites.
 * @see CellTests
 */
public interface TestFunctions {
    /** How many there are. */
    int count();

    /** At one point at most so many differ from zero. */
    int mostActive();

    /**
     * Those that may differ from zero at a point.
     * @param x [axes]
     * @param which overwritten: their numbers, [{@link #mostActive}]
     * @param values overwritten: values of the k-th and slopes along axis a at {@code values[k·(axes + 1) + 1 + a]}
     * @return how many
     */
    int at(double[] x, int[] which, double[] values);

    /** For logs. */
    String describe();
}
