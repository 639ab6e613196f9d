package org.pinn4j.validation.evolution;

import static org.pinn4j.validation.evolution.Refinement.SAFETY;

import java.util.concurrent.CancellationException;
import org.pinn4j.validation.evolution.Refinement.Level;
import org.pinn4j.validation.evolution.Refinement.Result;

/**
 * Evolutions on a plane that closes on itself, by {@link org.pinn4j.validation.fourier}: first steps that are short enough for
 * solutions to exist, then a plane on which twice as many nodes along each axis change nothing, then halved steps. Errors in space
 * and in time are measured apart and added: what steps do is the same on two planes, and the other way round. Used once.
 * <p>Matrices of the implicit method would be full there, and the steps of the explicit one as short as the finest waves ask.
 */
final class ExponentialLadder {
    private static final int[] PLANES = {16, 32, 64, 128, 256, 512};
    private static final int FEWEST_STEPS = 64;
    private static final int MOST_STEPS = 1 << 18;
    /** Two runs whose steps differ by a factor of two, and which are one solution. */
    private static final double SAME = 1e-2;
    /** Halved steps leave a third of the change they made, of a method of order two and of all better ones. */
    private static final double LEFT = 1.0 / 3;
    /** Of the tolerance, for space and for time: both twice, for what a comparison does not see. */
    private static final double SHARE = 0.25;

    private final Refinement refinement;
    private final double tolerance;
    private int steps = FEWEST_STEPS;
    private Result found;

    ExponentialLadder(Refinement refinement) {
        this.refinement = refinement;
        this.tolerance = refinement.tolerance();
    }

    Result climb() {
        try {
            Level coarse = firstSteps();
            return coarse == null ? shortOf("no steps are short enough for a solution to exist") : inSpace(coarse);
        } catch (CancellationException e) {
            return shortOf(e.getMessage());
        }
    }

    /** On the coarsest plane. */
    private Level firstSteps() {
        Level before = refinement.plane(PLANES[0], steps);
        for (; steps < MOST_STEPS; steps *= 2) {
            Level halved = refinement.plane(PLANES[0], 2 * steps);
            if (before != null && halved != null && Refinement.distance(before.values(), halved.values()) <= SAME) {
                return before;
            }
            before = halved;
        }
        return null;
    }

    private Result inSpace(Level first) {
        Level coarse = first;
        double space = Double.POSITIVE_INFINITY;
        for (int k = 1; k < PLANES.length && coarse != null; k++) {
            Level fine = onto(PLANES[k]);
            space = fine == null ? space : Refinement.distance(coarse.values(), fine.values());
            if (space <= SHARE * tolerance) {
                return inTime(coarse, space);
            }
            coarse = fine;
        }
        Result best = coarse == null ? found : inTime(coarse, space);
        return refinement.shortOf(refinement.modes(), best, "the finest plane is not fine enough");
    }

    /** A finer plane shows steeper slopes, which may need shorter steps. */
    private Level onto(int nodes) {
        Level fine = refinement.plane(nodes, steps);
        while (fine == null && steps < MOST_STEPS) {
            steps *= 2;
            fine = refinement.plane(nodes, steps);
        }
        return fine;
    }

    private Result inTime(Level first, double space) {
        Level before = first;
        for (int more = 2 * steps; more <= MOST_STEPS; more *= 2) {
            Level halved = refinement.plane(first.cells(), more);
            if (halved == null) {
                break;
            }
            double time = LEFT * Refinement.distance(before.values(), halved.values());
            double floor = SAFETY * (space + time);
            found = Refinement.better(found, new Result(halved.solution(), refinement.modes(), floor, ""));
            if (time <= SHARE * tolerance) {
                return refinement.reached(refinement.modes(), halved, floor);
            }
            before = halved;
        }
        return shortOf("shorter steps do not change the solution by less");
    }

    private Result shortOf(String why) {
        return refinement.shortOf(refinement.modes(), found, why);
    }
}
