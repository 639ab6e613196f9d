package org.pinn4j.validation.order;

import org.pinn4j.args.Args;

/**
 * The observed order of convergence: the slope of log error over log h by least squares.
 * @param slope exponent p of error ≈ C·h^p
 * @param pointsUsed how many points the line was fitted to, from the coarsest on
 */
public record Order(double slope, int pointsUsed) {
    /** A finer point belongs to the round-off floor if its error is not below this share of the one before. */
    private static final double PROGRESS = 0.9;

    /** A point that falls short of the slope before it by more than this factor has met its floor, too. */
    private static final double SHORTFALL = 3;

    /**
     * Fits the points before the floor, which starts at the first error that is zero, does not fall, or falls far less than
     * the errors before it did.
     * @param h steps, strictly descending
     * @param error the error at each step
     * @throws IllegalArgumentException if fewer than two points lie before the floor
     */
    public static Order fit(double[] h, double[] error) {
        Args.given(h, "h", error, "error");
        if (h.length != error.length || h.length < 2) {
            throw new IllegalArgumentException("order: need two or more steps and as many errors, got %d and %d"
                    .formatted(h.length, error.length));
        }
        int n = pointsBeforeFloor(h, error);
        if (n < 2) {
            throw new IllegalArgumentException(
                    "order: the error does not fall from h = %s to %s (%s to %s); start coarser, or the method does not converge"
                            .formatted(h[0], h[1], error[0], error[1]));
        }
        return new Order(slope(h, error, n), n);
    }

    private static int pointsBeforeFloor(double[] h, double[] error) {
        for (int k = 1; k < h.length; k++) {
            if (!(h[k] < h[k - 1] && h[k] > 0)) {
                throw new IllegalArgumentException(
                        "order: steps must descend and be positive, got %s after %s".formatted(h[k], h[k - 1]));
            }
            if (!(error[k] > 0 && error[k] < PROGRESS * error[k - 1]) || k > 1 && fallsShort(h, error, k)) {
                return k;
            }
        }
        return h.length;
    }

    private static boolean fallsShort(double[] h, double[] error, int k) {
        double expected = error[k - 1] * Math.pow(h[k] / h[k - 1], slope(h, error, k));
        return error[k] > SHORTFALL * expected;
    }

    private static double slope(double[] h, double[] error, int n) {
        double meanX = 0;
        double meanY = 0;
        for (int k = 0; k < n; k++) {
            meanX += Math.log(h[k]) / n;
            meanY += Math.log(error[k]) / n;
        }
        double xx = 0;
        double xy = 0;
        for (int k = 0; k < n; k++) {
            double dx = Math.log(h[k]) - meanX;
            xx += dx * dx;
            xy += dx * (Math.log(error[k]) - meanY);
        }
        return xy / xx;
    }
}
