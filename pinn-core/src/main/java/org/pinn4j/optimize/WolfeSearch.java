package org.pinn4j.optimize;

import org.pinn4j.blas.Blas;

/**
 * A line search for the strong Wolfe conditions f(α) ≤ f(0) + c₁αf'(0) and |f'(α)| ≤ -c₂f'(0), c₁ = 1e-4, c₂ = 0.9: expands
 * until a minimum is bracketed, then narrows the bracket by safeguarded cubic interpolation. A point that is not finite counts
 * as too far.
 * <p>Source: Nocedal and Wright, Numerical Optimization (2006), algorithms 3.5 and 3.6 (here one loop) and equation 3.59.
 */
final class WolfeSearch {
    private static final double DECREASE = 1e-4;
    private static final double CURVATURE = 0.9;
    private static final double EXPANSION = 4;
    private static final double MARGIN = 0.1;
    private static final double NARROWEST = 1e-12;
    private static final int EVALUATIONS = 30;

    private final Objective objective;
    private final Blas blas;
    private final double[] trial;
    private final double[] gradient;
    private double alpha;
    private double value;
    private double slope;
    private double low;
    private double lowValue;
    private double lowSlope;
    private double high;
    private double highValue;
    private double highSlope;

    WolfeSearch(Objective objective, Blas blas) {
        this.objective = objective;
        this.blas = blas;
        trial = new double[objective.parameters()];
        gradient = new double[objective.parameters()];
    }

    /** Searches from x along p; true if {@link #trial} satisfies both conditions. */
    boolean run(double[] x, double[] p, double start, double startSlope, double first) {
        bracketFrom(start, startSlope);
        alpha = first;
        for (int k = 0; k < EVALUATIONS; k++) {
            evaluate(x, p);
            boolean finite = Double.isFinite(value) && Double.isFinite(slope);
            if (!finite || value > start + DECREASE * alpha * startSlope || low > 0 && value >= lowValue) {
                raise(finite);
            } else if (Math.abs(slope) <= -CURVATURE * startSlope) {
                return true;
            } else {
                advance();
            }
            if (isNarrow()) {
                return false;
            }
            alpha = Double.isInfinite(high) ? EXPANSION * low : inside();
        }
        return false;
    }

    private boolean isNarrow() {
        return !Double.isInfinite(high) && Math.abs(high - low) <= NARROWEST * Math.max(low, high);
    }

    private void bracketFrom(double start, double startSlope) {
        low = 0;
        lowValue = start;
        lowSlope = startSlope;
        high = Double.POSITIVE_INFINITY;
    }

    private void evaluate(double[] x, double[] p) {
        Vectors.move(x, alpha, p, trial);
        value = Vectors.finite(trial) ? objective.gradient(trial, gradient) : Double.NaN;
        slope = blas.dot(p.length, gradient, 0, p, 0);
    }

    private void raise(boolean finite) {
        high = alpha;
        highValue = finite ? value : Double.POSITIVE_INFINITY;
        highSlope = slope;
    }

    /** The best point so far becomes the low end; a slope towards the old low end makes that one the high end. */
    private void advance() {
        if (slope * (high - low) >= 0) {
            high = low;
            highValue = lowValue;
            highSlope = lowSlope;
        }
        low = alpha;
        lowValue = value;
        lowSlope = slope;
    }

    private double inside() {
        double width = high - low;
        if (Double.isInfinite(highValue)) {
            return low + MARGIN * width;
        }
        double at = (cubic() - low) / width;
        return low + width * (Double.isNaN(at) ? 0.5 : Math.max(MARGIN, Math.min(1 - MARGIN, at)));
    }

    private double cubic() {
        double d1 = lowSlope + highSlope - 3 * (lowValue - highValue) / (low - high);
        double d2 = Math.signum(high - low) * Math.sqrt(d1 * d1 - lowSlope * highSlope);
        return high - (high - low) * (highSlope + d2 - d1) / (highSlope - lowSlope + 2 * d2);
    }

    /** The point found: [parameters]. */
    double[] trial() {
        return trial;
    }

    /** The gradient there: [parameters]. */
    double[] gradient() {
        return gradient;
    }

    double value() {
        return value;
    }

    double alpha() {
        return alpha;
    }
}
