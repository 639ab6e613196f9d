package org.pinn4j.loss;

import org.pinn4j.jets.Columns;

/**
 * Maps (theta, tiles) to rows and partial sums: the one thing that needs the memory of networks and their jets. Threads of this
 * process do it ({@link ThreadSweeps}); executors of a cluster may. Objectives, held-out sets and candidates share one.
 *
 * <p>A tile's rows are a pure function of (theta, tile). A partial sum over a range is summed from zero, tile after tile or
 * panel after panel; ranges or larger nodes of {@link SumTree} are handed to {@link RangeSums} in any order. So every
 * implementation gives the same bits if its products do. <b>Threads:</b> one caller.
 */
public interface TileSweeps {
    /** Length of theta: the networks' parameters, then the coefficients as the optimiser sees them. */
    int parameters();

    /**
     * Σ of squared rows by range.
     * @param rows overwritten: [rows], or empty where nobody wants them
     */
    void residuals(TiledPoints points, double[] theta, double[] rows, RangeSums into);

    /** Σ of squared rows and Jᵀr by range. */
    void gradient(TiledPoints points, double[] theta, RangeSums into);

    /** Jᵀw by range; squares are zero. @param w [rows] */
    void transposed(TiledPoints points, double[] theta, double[] w, RangeSums into);

    /** Σ of squared rows, Jᵀr and JᵀJ by range. @param rows overwritten: [rows] */
    void normal(TiledPoints points, double[] theta, double[] rows, RangeSums into);

    /** out [rows] = J·v. */
    void tangents(TiledPoints points, double[] theta, double[] v, double[] out);

    /**
     * Rows of the tiles [firstTile, endTile) with the derivatives by some parameters; nothing is computed for the others.
     * @param rows overwritten: [rows of these tiles]
     * @param j overwritten: row i, column c at {@code j[at + i + c·ld]}
     */
    void jacobian(
            TiledPoints points,
            double[] theta,
            int firstTile,
            int endTile,
            Columns columns,
            double[] rows,
            double[] j,
            int at,
            int ld);

    /**
     * One row that is a sum of rows, Σ w_q·r_q over the tiles [firstTile, endTile), such as an integral or a Galerkin test.
     * @param w [rows of all points], the weights
     * @param row overwritten: its derivatives by every parameter
     * @return the sum
     */
    double reduced(TiledPoints points, double[] theta, int firstTile, int endTile, double[] w, double[] row);
}
