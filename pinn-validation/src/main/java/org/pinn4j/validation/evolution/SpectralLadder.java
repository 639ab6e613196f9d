package org.pinn4j.validation.evolution;

import static org.pinn4j.validation.evolution.Refinement.SAFETY;
import static org.pinn4j.validation.evolution.Refinement.TIGHTER;
import static org.pinn4j.validation.evolution.Refinement.TIGHTEST;

import org.pinn4j.validation.discrete.Scheme;
import org.pinn4j.validation.evolution.Refinement.Level;
import org.pinn4j.validation.evolution.Refinement.Result;

/** More and more modes, as long as the solutions approach each other fast enough to reach the tolerance. Used once. */
final class SpectralLadder {
    private static final int[] LINE = {12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768};
    private static final int[] PLANE = {8, 12, 16, 24, 32, 40, 48, 56};
    private static final int PATIENCE = 3;

    private final Refinement refinement;
    private final Scheme scheme = Scheme.spectral();
    private final int[] counts;
    private final double tolerance;
    private double inTime;
    private Level before;
    private Level current;
    private double differenceBefore = Double.NaN;
    private double best = Double.POSITIVE_INFINITY;
    private int vain;
    /** Times in a row that the differences did not seem to fall fast enough: in the plane the first grids hold too few waves to tell. */
    private int doubts;

    private final int mostDoubts;
    private double timeChecked = Double.POSITIVE_INFINITY;
    private Result found;
    private String why = "the finest grid is not fine enough";

    SpectralLadder(Refinement refinement) {
        this.refinement = refinement;
        boolean plane = refinement.spaceAxes() == 2;
        this.counts = plane ? PLANE : LINE;
        this.mostDoubts = plane ? 2 : 1;
        this.tolerance = refinement.tolerance();
        this.inTime = Math.max(TIGHTEST, tolerance / 10);
    }

    Result climb() {
        try {
            for (int k = 0; k < counts.length; k++) {
                before = current;
                current = refinement.levelOrNull(scheme, counts[k], inTime);
                if (before == null || current == null) {
                    differenceBefore = Double.NaN;
                    continue;
                }
                double difference = Refinement.distance(before.values(), current.values());
                if (SAFETY * difference <= tolerance / 2) {
                    return confirmed();
                }
                if (!proceed(k, difference)) {
                    break;
                }
            }
        } catch (IntegrationException | IllegalStateException e) {
            why = e.getMessage();
        }
        return refinement.shortOf(scheme, found, why);
    }

    /** @return whether more modes may help */
    private boolean proceed(int k, double difference) {
        found = Refinement.better(found, new Result(before.solution(), scheme, SAFETY * difference, why));
        boolean slow = difference > differenceBefore / 4 && counts[k] >= 32;
        if (slow && tightened(difference)) {
            differenceBefore = Double.NaN;
            return true;
        }
        if (!worthwhile(k, difference)) {
            why = vain > 0
                    ? "finer grids do not change the solution by less: rounding errors, or it is not smooth"
                    : "the solution is not smooth enough for polynomials of high degree";
            return false;
        }
        differenceBefore = difference;
        return true;
    }

    /** Whether the rate at which the differences fall, as a power of e per cell, leads to the tolerance on the grids left. */
    private boolean worthwhile(int k, double difference) {
        vain = difference < 0.7 * best ? 0 : vain + 1;
        best = Math.min(best, difference);
        int cells = counts[k];
        if (cells < 64 && refinement.spaceAxes() == 1 || Double.isNaN(differenceBefore)) {
            return vain < 2 * PATIENCE;
        }
        double rate = Math.log(differenceBefore / difference) / (cells - counts[k - 1]);
        double needed = cells + Math.log(difference / tolerance) / rate;
        boolean leads = rate > 0 && needed < 1.3 * counts[counts.length - 1];
        doubts = leads ? 0 : doubts + 1;
        return vain < PATIENCE - 1 && doubts < mostDoubts;
    }

    /** Whether the differences no longer fall because of the steps in time, which then become smaller. */
    private boolean tightened(double difference) {
        if (refinement.steady() || inTime <= TIGHTEST || inTime >= timeChecked) {
            return false;
        }
        timeChecked = inTime;
        Level tighter = refinement.level(scheme, current.cells(), inTime / TIGHTER);
        double inSteps = Refinement.distance(current.values(), tighter.values());
        if (inSteps < difference / 10) {
            return false;
        }
        inTime = refinement.tighter(inTime, inSteps);
        current = tighter;
        vain = 0;
        best = Double.POSITIVE_INFINITY;
        return true;
    }

    /** Measures the coarser solution against the finer grid with a smaller tolerance in time, until time is no matter. */
    private Result confirmed() {
        if (refinement.steady()) {
            return refinement.reached(scheme, before, SAFETY * Refinement.distance(before.values(), current.values()));
        }
        while (true) {
            Level tighter = refinement.level(scheme, current.cells(), Math.max(TIGHTEST / TIGHTER, inTime / TIGHTER));
            double floor = SAFETY * Refinement.distance(before.values(), tighter.values());
            if (floor <= tolerance) {
                return refinement.reached(scheme, before, floor);
            }
            if (inTime <= TIGHTEST) {
                return refinement.shortOf(
                        scheme, new Result(before.solution(), scheme, floor, ""), Refinement.ROUNDING);
            }
            inTime = Math.max(TIGHTEST, inTime * Math.min(0.1, tolerance / floor / 4));
            before = refinement.level(scheme, before.cells(), inTime);
        }
    }
}
