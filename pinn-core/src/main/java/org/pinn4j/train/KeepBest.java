package org.pinn4j.train;

import java.util.Arrays;

/**
 * Keeps the parameters with the smallest held-out residual, judged by the median of the last checks: one lucky check is no
 * reason. A listener may ask for them from any thread, during the run and after it.
 */
final class KeepBest {
    private static final int WINDOW = 3;

    private final double[] recent = new double[WINDOW];
    private final double[] theta;
    private double bestMedian = Double.POSITIVE_INFINITY;
    private double bestHeldOut = Double.NaN;
    private int checks;

    KeepBest(double[] theta0) {
        theta = theta0.clone();
    }

    /** @return whether {@code candidate} is now the best */
    synchronized boolean offer(double[] candidate, double heldOut) {
        if (!Double.isFinite(heldOut)) {
            return false;
        }
        recent[checks++ % WINDOW] = heldOut;
        double median = median();
        if (!(median <= bestMedian) || checks > 1 && heldOut > median) {
            return false;
        }
        bestMedian = median;
        bestHeldOut = heldOut;
        System.arraycopy(candidate, 0, theta, 0, theta.length);
        return true;
    }

    private double median() {
        int n = Math.min(checks, WINDOW);
        double[] sorted = Arrays.copyOf(recent, n);
        Arrays.sort(sorted);
        return sorted[n / 2];
    }

    synchronized double[] theta() {
        return theta.clone();
    }

    double heldOut() {
        return bestHeldOut;
    }
}
