package org.pinn4j.validation.estimate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.pinn4j.args.Args;
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
    public Estimates {
        Args.given(estimate, "estimate", bound, "bound");
    }

    /** The largest estimated relative error of an answer that is said to solve its equations. */
    public static final double RESOLVED = 0.1;

    /** Of the effort, what the estimate may take; the bound has what is left. */
    private static final double ESTIMATE = 0.75;

    /**
     * Both, on a grid of all axes, with the work of {@link Effort#QUICK}.
     * @throws IllegalArgumentException if the grid has other axes than the problem
     */
    public static Estimates of(Solution solution, Grid grid) {
        Args.given(solution, "solution", grid, "grid");
        return of(solution, grid, Effort.QUICK);
    }

    /**
     * Both, on a grid of all axes.
     * @throws IllegalArgumentException if the grid has other axes than the problem
     */
    public static Estimates of(Solution solution, Grid grid, Effort effort) {
        Args.given(solution, "solution", grid, "grid");
        Args.given(effort, "effort");
        Optional<String> weakly = solution.problem().onlyWeakly();
        if (weakly.isPresent()) { // a grid, or an inequality, of the equations at points would judge another problem
            return new Estimates(DefectEstimate.none(weakly.get()), ErrorBound.none(weakly.get()));
        }
        List<Pulse> pulses = Pulses.of(solution.problem());
        RoundOff roundOff = RoundOff.of(solution);
        double operations = effort.operations(solution);
        Meter meter = new Meter(ESTIMATE * operations);
        DefectEstimate estimate = DefectEstimate.of(solution, grid, pulses, roundOff, meter);
        double rest = (1 - ESTIMATE) * operations + Math.max(0, meter.left());
        ErrorBound bound = ErrorBound.of(solution, pulses, roundOff, new Meter(rest));
        return new Estimates(estimate, above(bound, estimate));
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

    /** The relative L2 error if it is estimated, or its size where it is at round-off. */
    public OptionalDouble relativeL2() {
        return estimate.kind() == DefectEstimate.Kind.AT_MOST ? OptionalDouble.empty() : estimate.relativeL2();
    }

    /** What the relative L2 error is no more than, where no grid affordable tells it; empty otherwise. */
    public OptionalDouble atMost() {
        return estimate.kind() == DefectEstimate.Kind.AT_MOST ? estimate.relativeL2() : OptionalDouble.empty();
    }

    /**
     * The solution with an outcome that this estimate allows: UNRESOLVED where the relative error is more than {@link #RESOLVED},
     * points left out where data disagree and the statement has acknowledged it. A graver outcome stays, and so does every one
     * where there is no estimate.
     * @param solution the one that was estimated
     */
    public Solution judged(Solution solution) {
        Args.given(solution, "solution");
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
