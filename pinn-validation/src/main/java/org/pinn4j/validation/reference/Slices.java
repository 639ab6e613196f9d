package org.pinn4j.validation.reference;

import java.util.Arrays;
import org.pinn4j.pde.Axis;

/**
 * The times at which a solution is kept: equal intervals, the first of them cut into pieces that grow as j², because data that do
 * not fit the boundary start a layer in √t.
 */
final class Slices {
    /** Intervals over the time axis; a multiple of 100, so that the times of the grids of record are among them. */
    static final int INTERVALS = 200;

    /** Pieces of the first interval. */
    static final int PIECES = 16;

    private Slices() {}

    /** Ascending, both ends included. */
    static double[] over(Axis time) {
        double[] t = new double[PIECES + INTERVALS];
        for (int j = 0; j < PIECES; j++) {
            t[j] = time.min() + time.length() * j * j / ((double) PIECES * PIECES * INTERVALS);
        }
        for (int k = 1; k <= INTERVALS; k++) {
            t[PIECES + k - 1] = time.min() + time.length() * k / INTERVALS;
        }
        t[t.length - 1] = time.max();
        return t;
    }

    /** √ of the time since the start, in which interpolation is done. */
    static double[] roots(double[] times) {
        return Arrays.stream(times).map(t -> Math.sqrt(t - times[0])).toArray();
    }
}
