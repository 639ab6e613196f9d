package org.pinn4j.validation.estimate;

import org.pinn4j.solution.ModelCard;
import org.pinn4j.solution.Solution;

/**
 * How much work an estimate may be, beside what the solve was: counted, never timed, so that every machine tells the same figures.
 * The unit is a nanosecond of the machine that the constants were measured on.
 */
public enum Effort {
    /** As much as the solve, and about a second: an answer in two seconds gets its estimate in one. The default. */
    QUICK(5e8),

    /** As much as the solve, and about a minute. */
    FINE(3e10);

    /**
     * Of a solve, for each step, and point and parameter of the piece that it was for: less than any method takes, since a card
     * does not tell which it was.
     */
    private static final double STEP = 3;

    /** A second of a JVM that has just started is less than half of one of a warm one. */
    private final double allowance;

    Effort(double allowance) {
        this.allowance = allowance;
    }

    /** The operations that an estimate of a solution may be. */
    double operations(Solution solution) {
        ModelCard card = solution.card();
        double pieces = solution.pieces().size();
        return allowance + STEP * card.steps() * (card.points() / pieces) * (card.parameters() / pieces);
    }
}
