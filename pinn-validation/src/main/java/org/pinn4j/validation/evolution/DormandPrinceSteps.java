package org.pinn4j.validation.evolution;

import java.util.Arrays;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/**
 * Hipparchus' method of Dormand and Prince with errors measured against the size of the whole solution, and steps short enough for the
 * polynomials between them. Belongs to one integration.
 */
final class DormandPrinceSteps extends DormandPrince853Integrator {
    /** The last is the derivative at the end of a step; three more serve Hipparchus' own polynomial, of order 7, alone. */
    private static final int STAGES = 13;

    private static final double FIRST_STEP = 1e-4;
    private static final double LEAST_STEP = 1e-14;
    /** As in {@link Radau}: at a tolerance of 1e-9, and shorter with its tenth power. */
    private static final int FEWEST_STEPS = 48;

    private static final double GROWTH = 0.6;
    private static final double USUAL_TOLERANCE = 1e-9;
    /** Share of the tolerance that one step may be wrong by. */
    private static final double SHARE = 0.1;
    /** An error that calls for the shortest of the next steps. */
    private static final double HOPELESS = 1e10;

    private final Runnable eachStep;
    private final double goal;
    private double size;

    /** @param eachStep called at the end of each trial of a step */
    DormandPrinceSteps(double length, double tolerance, Runnable eachStep) {
        super(LEAST_STEP * length, length / (FEWEST_STEPS * density(tolerance)), 1, 0);
        this.eachStep = eachStep;
        this.goal = SHARE * tolerance;
        setMaxGrowth(1 + GROWTH / density(tolerance));
        setInitialStepSize(FIRST_STEP * length / density(tolerance));
    }

    private static double density(double tolerance) {
        return Math.pow(USUAL_TOLERANCE / tolerance, 0.1);
    }

    @Override
    public double[] getC() {
        return Arrays.copyOf(super.getC(), STAGES - 1);
    }

    @Override
    public double[][] getA() {
        return Arrays.copyOf(super.getA(), STAGES - 1);
    }

    @Override
    public double[] getB() {
        return Arrays.copyOf(super.getB(), STAGES);
    }

    /** Relative to the largest size so far; a step on which the solution is no number is far too long. */
    @Override
    protected double estimateError(double[][] yDotK, double[] y0, double[] y1, double h) {
        eachStep.run();
        size = Math.max(size, rms(y0));
        double scale = goal * Math.max(size, rms(y1));
        double error = super.estimateError(yDotK, y0, y1, h);
        if (scale == 0) {
            return 0;
        }
        return error / scale < HOPELESS ? error / scale : HOPELESS;
    }

    private static double rms(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v * v;
        }
        return Math.sqrt(sum / x.length);
    }
}
