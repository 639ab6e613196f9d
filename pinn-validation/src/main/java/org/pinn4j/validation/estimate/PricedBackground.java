package org.pinn4j.validation.estimate;

import org.pinn4j.solution.Solution;
import org.pinn4j.validation.discrete.Background;

/** A solution as a background whose evaluations are counted. */
interface PricedBackground extends Background {
    /** @param meter of the operations of evaluations */
    static PricedBackground of(Solution solution, Meter meter) {
        return solution.along().isEmpty()
                ? new SolutionBackground(solution, meter)
                : new PiecesBackground(solution, meter);
    }

    /** The operations of one point. */
    double pointCost();
}
