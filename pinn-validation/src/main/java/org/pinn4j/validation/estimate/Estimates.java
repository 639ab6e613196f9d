package org.pinn4j.validation.estimate;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.pinn4j.pde.Pulse;
import org.pinn4j.pde.Pulses;
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
        List<Pulse> pulses = Pulses.of(solution.problem());
        DefectEstimate estimate = DefectEstimate.of(solution, grid, pulses);
        return new Estimates(estimate, above(ErrorBound.of(solution, pulses), estimate));
    }

    /** A bound below the estimate contradicts it: one of the two has missed something, and a bound may not. */
    static ErrorBound above(ErrorBound bound, DefectEstimate estimate) {
        double told = estimate.report().map(ErrorReport::relativeL2).orElse(0.0);
        return bound.relative().orElse(Double.POSITIVE_INFINITY) >= told
                ? bound
                : ErrorBound.none(String.format(
                        Locale.ROOT,
                        "%.2e by quadrature is below the estimate of %.2e: its nodes miss something",
                        bound.relativeL2(),
                        told));
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
