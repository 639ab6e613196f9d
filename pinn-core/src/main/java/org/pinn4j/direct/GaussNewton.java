package org.pinn4j.direct;

import org.pinn4j.linear.Triangle;
import org.pinn4j.loss.ResidualObjective;

/**
 * Damped Gauss-Newton steps in the output layers; one step for a linear statement. The first steps of a nonlinear one are
 * regularised more than the last: far from the solution the rows are those of another statement, and weights that are only
 * determined by its rounding lead astray. Steps that do not descend are halved.
 */
final class GaussNewton {
    private static final int MOST_STEPS = 20;
    private static final int MOST_HALVINGS = 10;
    private static final double GAIN = 0.5; // of the sum of squares, by a full step
    private static final double FAR = 1e-4; // of the residual's size: nearer slow steps are rounding
    private static final int SLOW_STEPS = 4;
    private static final double[] RIDGES = {1e-8, 1e-11, Triangle.RIDGE};

    private final Basis basis;
    private final ResidualObjective objective;
    private final OutputFit fit;
    private final Effort effort;
    private final double enough;

    private double[] theta;
    private double value;
    private int slow; // steps in a row that gained little

    /** @param enough size of the residual at which steps end */
    GaussNewton(Basis basis, ResidualObjective objective, OutputFit fit, Effort effort, double enough) {
        this.basis = basis;
        this.objective = objective;
        this.fit = fit;
        this.effort = effort;
        this.enough = enough;
    }

    /**
     * theta after the last step.
     * @param start where the residual is finite
     * @param near whether it solves a neighbouring statement
     * @param best so far, for whoever watches
     */
    double[] from(double[] start, boolean linear, boolean near, Candidate best) {
        theta = start;
        value = objective.value(theta);
        boolean goes = true;
        for (int k = 0; goes && k < (linear ? 1 : MOST_STEPS) && !effort.over(); k++) {
            int last = RIDGES.length - 1;
            int ridge = linear || near ? last : Math.min(k, last);
            goes = step(RIDGES[ridge], ridge < last, best);
        }
        return theta;
    }

    /** @return whether another one is wanted */
    private boolean step(double ridge, boolean early, Candidate best) {
        double[] step = fit.step(theta, ridge);
        effort.solve(objective.rows(), basis.columns().count());
        double factor = 1;
        double[] next = basis.moved(theta, step, factor);
        double nextValue = objective.value(next);
        for (int h = 0; h < MOST_HALVINGS && !(nextValue < value); h++) {
            factor /= 2;
            next = basis.moved(theta, step, factor);
            nextValue = objective.value(next);
        }
        if (!(nextValue < value)) {
            return early;
        }
        slow = nextValue > GAIN * value && !early ? slow + 1 : 0;
        theta = next;
        value = nextValue;
        effort.tell(value, best);
        double size = Math.sqrt(2 * value);
        return slow < (size > FAR ? SLOW_STEPS : 1) && size >= enough;
    }
}
