package org.pinn4j.validation.estimate;

import java.util.Locale;
import java.util.OptionalDouble;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.ErrorReport;
import org.pinn4j.solution.Outcome;
import org.pinn4j.solution.Solution;

/**
 * What can be said about the error of a solution without a reference. Immutable.
 * @param estimate by the defect equation
 * @param bound by the stability constant of the problem's class
 */
public record Estimates(DefectEstimate estimate, ErrorBound bound) {
    /** The largest estimated relative error of an answer that is said to solve its equations. */
    public static final double RESOLVED = 0.1;

    /**
     * Both, on a grid of all axes.
     * @throws IllegalArgumentException if the grid has other axes than the problem
     */
    public static Estimates of(Solution solution, Grid grid) {
        return new Estimates(DefectEstimate.of(solution, grid), ErrorBound.of(solution));
    }

    /** The estimated relative L2 error, if there is one. */
    public OptionalDouble relativeL2() {
        return estimate.report().map(r -> OptionalDouble.of(r.relativeL2())).orElse(OptionalDouble.empty());
    }

    /**
     * The solution with an outcome that this estimate allows: UNRESOLVED where the relative error is more than {@link #RESOLVED},
     * points left out where data disagree and the statement has acknowledged it. A graver outcome stays, and so does every one
     * where there is no estimate.
     * @param solution the one that was estimated
     */
    public Solution judged(Solution solution) {
        Outcome outcome = solution.outcome().unresolved();
        double error = estimate.whereDataAgree().orElse(0);
        if (!(error > RESOLVED) || outcome == solution.outcome()) {
            return solution;
        }
        String seen = String.format(Locale.ROOT, "the estimated relative error is %.2g; ", error);
        return solution.withCard(solution.card().withOutcome(outcome, seen + outcome.advice()));
    }

    /** The estimated largest error, if there is one. */
    public OptionalDouble maxError() {
        return estimate.report()
                .map(ErrorReport::maxError)
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }
}
