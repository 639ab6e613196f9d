package org.pinn4j.validation.system;

/**
 * A differential-algebraic system F(t, y, y') = 0 of index at most one. A steady problem is one whose rows are all algebraic.
 * Not safe to share between threads: an implementation may keep working memory.
 */
public interface ImplicitSystem {
    /** The number n of unknowns and of equations. */
    int size();

    /** Side diagonals below the main one of ∂F/∂y and ∂F/∂y'; size() - 1 for a dense matrix. */
    int lowerBandwidth();

    /** Side diagonals above the main one of ∂F/∂y and ∂F/∂y'; size() - 1 for a dense matrix. */
    int upperBandwidth();

    /**
     * F(t, y, y').
     * @param y [n], read only
     * @param yDot [n], read only
     * @param f overwritten: [n]
     */
    void residual(double t, double[] y, double[] yDot, double[] f);

    /**
     * F(t, y, ·) of the algebraic rows alone, where that costs less.
     * @param y [n], read only
     * @param f overwritten: [n]; what stands in the other rows has no meaning
     */
    default void algebraicResidual(double t, double[] y, double[] f) {
        residual(t, y, new double[size()], f);
    }

    /** About how many products of a stencil one residual takes: the entries of its rows. */
    default long products() {
        return (long) size() * Math.min(size(), lowerBandwidth() + upperBandwidth() + 1);
    }

    /**
     * ∂F/∂y + shift·∂F/∂y'.
     * @param out overwritten: of this size and these bandwidths
     */
    void jacobian(double t, double[] y, double[] yDot, double shift, BandMatrix out);

    /** Whether a row has no y' in it. */
    boolean algebraic(int row);

    /**
     * The values that the initial conditions give; those of algebraic rows only as well as the conditions agree.
     * @param y overwritten: [n]
     * @param yDot overwritten: [n]; zero where the conditions say nothing
     */
    void initial(double[] y, double[] yDot);

    /** The size of what the unknowns are a correction of: they are told no better than its rounding. Zero for none. */
    default double backgroundSize() {
        return 0;
    }

    /** Times at which F and the unknowns jump, ascending. F is what it was before, at the time itself too, until {@link #pass}. */
    default double[] breaks() {
        return new double[0];
    }

    /**
     * From now on F is what it is behind the next of the {@link #breaks}.
     * @param y what the unknowns are before; overwritten by what they are after, those of algebraic rows as in {@link #initial}
     */
    default void pass(double t, double[] y) {}

    /** A matrix of the shape that {@link #jacobian} fills. */
    default BandMatrix matrix() {
        return new BandMatrix(size(), lowerBandwidth(), upperBandwidth());
    }
}
