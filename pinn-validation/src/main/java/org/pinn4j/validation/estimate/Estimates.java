package org.pinn4j.validation.estimate;

import java.util.OptionalDouble;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.ErrorReport;
import org.pinn4j.solution.Solution;

/**
 * What can be said about the error of a solution without a reference. Immutable.
 * @param estimate by the defect equation
 * @param bound by the stability constant of the problem's class
 */
public record Estimates(DefectEstimate estimate, ErrorBound bound) {
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

    /** The estimated largest error, if there is one. */
    public OptionalDouble maxError() {
        return estimate.report()
                .map(ErrorReport::maxError)
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }
}
