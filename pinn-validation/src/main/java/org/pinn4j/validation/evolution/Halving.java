package org.pinn4j.validation.evolution;

import static org.pinn4j.validation.evolution.Refinement.SAFETY;
import static org.pinn4j.validation.evolution.Refinement.TIGHTER;
import static org.pinn4j.validation.evolution.Refinement.TIGHTEST;

import org.pinn4j.validation.discrete.Scheme;
import org.pinn4j.validation.evolution.Refinement.Level;
import org.pinn4j.validation.evolution.Refinement.Result;
import org.pinn4j.validation.order.Richardson;

/**
 * Finite differences on twice as many cells again and again. The finest solution counts, its error in space by Richardson's rule, and
 * in time by a solution on the same grid with smaller steps, which shows its rounding as well. Used once.
 */
final class Halving {
    private static final int FEWEST_CELLS = 32;
    private static final int FEWEST_CELLS_PLANE = 16;
    private static final int MOST_CELLS = 16384;
    private static final int MOST_CELLS_PLANE = 128;
    private static final int PATIENCE = 3;
    /** A difference below this may be round-off of the finer grid, which Richardson's rule would divide away. */
    private static final double UNSAFE = 1e-12;
    /** A halving that divides the differences by less may be held up by the steps in time. */
    private static final double SLOW = 20;
    /** Differences below this fall as theory says, if nothing else is in the way. */
    private static final double SMALL = 1e-3;
    /** Differences that grow by more once they are small are rounding: that of a derivative of order m grows by 2ᵐ. */
    private static final double GROWN = 1.5;
    /** With which errors in time fall at least, where the data have kinks; what falls by less is rounding. */
    private static final double LEAST_POWER = 0.6;

    private final Refinement refinement;
    private final Scheme scheme;
    private final double tolerance;
    private double inTime;
    private Level before;
    /** How far the two finest solutions are apart; NaN where there are none to compare. */
    private double coarse = Double.NaN;

    private Level timeMeasured;
    private double timeError;
    private int vain;
    private Result best;
    /** Of the finest grid so far: a finer one will show whether its floor holds. */
    private Result latest;

    private String why = "the finest grid is not fine enough";

    Halving(Refinement refinement, Scheme scheme) {
        this.refinement = refinement;
        this.scheme = scheme;
        this.tolerance = refinement.tolerance();
        this.inTime = Math.max(TIGHTEST, tolerance / 10);
    }

    Result refine() {
        boolean plane = refinement.spaceAxes() == 2;
        int most = plane ? MOST_CELLS_PLANE : MOST_CELLS;
        try {
            for (int count = plane ? FEWEST_CELLS_PLANE : FEWEST_CELLS; count <= most; count *= 2) {
                boolean useful = proceed(count);
                if (latest != null && latest.met()) {
                    return latest;
                }
                if (!useful) {
                    break;
                }
            }
        } catch (IntegrationException | IllegalStateException e) {
            why = e.getMessage();
        }
        settle(Double.NaN);
        return refinement.shortOf(scheme, best, why);
    }

    /** @return whether a finer grid may help */
    private boolean proceed(int count) {
        Level current = refinement.levelOrNull(scheme, count, inTime);
        double fine =
                before == null || current == null ? Double.NaN : Refinement.distance(before.values(), current.values());
        settle(fine);
        if (fine > GROWN * coarse && coarse < SMALL) {
            why = "finer grids change the solution by more: rounding errors";
            return false;
        }
        boolean useful = true;
        double next = fine;
        if (current != null && !Double.isNaN(fine) && !Double.isNaN(coarse)) {
            double error = Math.max(Richardson.error(coarse, fine, order()), Math.min(fine, UNSAFE));
            latest = new Result(current.solution(), scheme, SAFETY * (error + knownTimeError()), why);
            if (SAFETY * error <= tolerance / 2) {
                current = confirmed(current, error, fine);
                useful = !why.equals(Refinement.ROUNDING);
            } else if (fine > coarse / SLOW && count > 2 * FEWEST_CELLS && fine < SMALL && heldUpByTime(fine)) {
                current = refinement.level(scheme, count, inTime);
                next = Double.NaN;
            }
            useful &= !inVain(next);
        }
        before = current;
        coarse = next;
        return useful;
    }

    private double order() {
        return Math.pow(2, scheme.accuracy().orElseThrow());
    }

    /** @param finer how far the next solution is from the latest one: no error is smaller that a finer grid shows */
    private void settle(double finer) {
        if (latest != null) {
            double floor = Double.isNaN(finer) ? latest.floor() : Math.max(latest.floor(), finer);
            best = Refinement.better(best, new Result(latest.solution(), scheme, floor, why));
            latest = null;
        }
    }

    private boolean inVain(double fine) {
        vain = fine < 0.7 * coarse || Double.isNaN(fine) ? 0 : vain + 1;
        if (vain < PATIENCE) {
            return false;
        }
        why = "finer grids do not change the solution by less";
        return true;
    }

    /**
     * Smaller and smaller steps on a grid that is fine enough, until time is no matter or they no longer help.
     * @param error in space
     * @return the solution with the smallest steps; {@link #latest} tells its floor
     */
    private Level confirmed(Level level, double error, double fine) {
        Level current = level;
        double hoped = Double.POSITIVE_INFINITY;
        while (true) {
            double inSteps = timeError(current);
            double floor = SAFETY * (error + inSteps);
            if (floor <= tolerance) {
                latest = refinement.reached(scheme, current, floor);
                why = latest.met() ? why : latest.shortfall();
                return current;
            }
            latest = new Result(current.solution(), scheme, floor, why);
            if (inSteps <= Math.min(tolerance, fine) / 10) {
                return current;
            }
            if (inTime <= TIGHTEST || inSteps > hoped) {
                why = Refinement.ROUNDING;
                return current;
            }
            double next = refinement.tighter(inTime, inSteps);
            hoped = inSteps * Math.min(0.5, 3 * Math.pow(next / inTime, LEAST_POWER));
            inTime = next;
            current = refinement.level(scheme, current.cells(), inTime);
        }
    }

    /** Whether the differences no longer fall because of the steps in time, which then become smaller. */
    private boolean heldUpByTime(double fine) {
        double inSteps = timeError(before);
        if (inSteps <= Math.min(tolerance, fine) / 10 || inTime <= TIGHTEST) {
            return false;
        }
        inTime = refinement.tighter(inTime, inSteps);
        return true;
    }

    /** How far a solution is from one with smaller steps. */
    @SuppressWarnings("ReferenceEquality") // whether it was measured before
    private double timeError(Level level) {
        if (refinement.steady()) {
            return 0;
        }
        if (level != timeMeasured) {
            Level tighter = refinement.level(scheme, level.cells(), level.inTime() / TIGHTER);
            timeError = Refinement.distance(level.values(), tighter.values());
            timeMeasured = level;
        }
        return timeError;
    }

    private double knownTimeError() {
        return timeMeasured == null && !refinement.steady() ? inTime : timeError;
    }
}
