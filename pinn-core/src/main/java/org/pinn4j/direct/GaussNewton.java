package org.pinn4j.direct;

import org.pinn4j.linear.Triangle;
import org.pinn4j.loss.ResidualObjective;

/**
 * Damped Gauss-Newton steps in the output layers; one step for a linear statement. The first steps of a nonlinear one are
 * regularised more than the last: far from the solution the rows are those of another statement, and weights that are only
 * determined by its rounding lead astray. Steps that do not descend are halved.
 *
 * <p>Between two factorisations stand chord steps, which ask the last one what is to be done about the residual of the moment: each
 * costs a few values of the rows where a factorisation costs as many as there are columns. They go on as long as each leaves a
 * small part of the residual; near the solution that is to the end.
 */
final class GaussNewton {
    private static final int MOST_STEPS = 20;
    private static final int MOST_CHORDS = 30; // for each factorisation
    private static final int MOST_HALVINGS = 10;
    private static final double GAIN = 0.5; // of the sum of squares, by a full step
    private static final double GAIN_CHORD = 0.25; // the same by a chord step
    private static final double FAST = 0.1; // of the sum of squares: what stops after that has not become slow
    /** Of the residual's size, from a neighbouring solution: above it slow chords may be those of a factorisation far away. */
    private static final double FLOOR = 1e-8;

    private static final double FAR = 1e-4; // of the residual's size: nearer slow steps are rounding
    private static final int SLOW_STEPS = 4;
    private static final double[] RIDGES = {1e-8, 1e-11, Triangle.RIDGE};

    private final Basis basis;
    private final ResidualObjective objective;
    private final OutputFit fit;
    private final Effort effort;
    private final double enough;

    private boolean near;
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
        this.near = near;
        theta = start;
        boolean goes = true;
        for (int k = 0; goes && k < (linear ? 1 : MOST_STEPS) && !effort.over(); k++) {
            int last = RIDGES.length - 1;
            int ridge = linear || near ? last : Math.min(k, last);
            goes = step(RIDGES[ridge], linear, ridge < last, best);
        }
        return theta;
    }

    /** @return whether another one is wanted */
    private boolean step(double ridge, boolean linear, boolean early, Candidate best) {
        double[] step = linear ? fit.step(theta, ridge) : fit.keptStep(theta, ridge, Triangle.RIDGE);
        effort.solve(objective.rows(), basis.columns().count());
        value = fit.value(theta); // in the norm of this step
        double before = value;
        double factor = moved(step, MOST_HALVINGS);
        if (factor == 0) {
            return early;
        }
        slow = value > GAIN * before && !early ? slow + 1 : 0;
        boolean settled = factor == 1 && fit.isKept() && settles();
        effort.tell(value, best);
        double size = Math.sqrt(2 * value);
        return !settled && slow < (size > FAR ? SLOW_STEPS : 1) && size >= enough;
    }

    /** Along a step as far as the residual falls. @return the part of the step; 0 if it does not fall */
    private double moved(double[] step, int halvings) {
        double factor = 1;
        for (int h = 0; h <= halvings; h++) {
            double[] next = basis.moved(theta, step, factor);
            double nextValue = fit.value(next);
            if (nextValue < value) {
                theta = next;
                value = nextValue;
                return factor;
            }
            factor /= 2;
        }
        return 0;
    }

    /** Chord steps as long as they gain. @return whether they gained much up to a floor, which another factorisation has too */
    private boolean settles() {
        double rate = 1;
        for (int k = 0; k < MOST_CHORDS && !effort.over() && Math.sqrt(2 * value) >= enough; k++) {
            double before = value;
            effort.chord(objective.rows(), basis.columns().count());
            boolean falls = moved(fit.again(theta), 0) > 0;
            if (!falls || value > GAIN_CHORD * before) {
                return rate < FAST && (!near || Math.sqrt(2 * value) < FLOOR);
            }
            rate = Math.min(rate, value / before);
        }
        return false;
    }
}
