package org.pinn4j.cli;

import java.util.Optional;
import java.util.OptionalDouble;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.solution.ErrorReport;
import org.pinn4j.solution.ModelCard;
import org.pinn4j.solution.Solution;
import org.pinn4j.train.TrainingResult;
import org.pinn4j.validation.estimate.Estimates;

/**
 * A finished solve and all that is known about it: what the closing table and the JSON tell.
 * @param uncompared why there is no comparison, where that is to be told
 * @param solution with the outcome that the estimate allows
 */
record Report(
        CatalogueProblem problem,
        SolveOptions options,
        Solution solution,
        TrainingResult training,
        Optional<ErrorReport> comparison,
        String uncompared,
        Optional<Estimates> estimates) {
    private static final double MUCH = 100; // more than the two can explain

    ModelCard card() {
        return solution.card();
    }

    /**
     * Why error and estimate cannot both be right, where they cannot: they share nothing but the statement, and the floor of a
     * reference is what it says of itself.
     */
    Optional<String> quarrel() {
        if (comparison.isEmpty() || estimates.isEmpty()) {
            return Optional.empty();
        }
        double error = comparison.get().relativeL2();
        double floor = comparison.get().floor();
        OptionalDouble estimate = estimates.get().relativeL2();
        if (estimate.isEmpty() || !(error > MUCH * (estimate.getAsDouble() + floor))) {
            return Optional.empty();
        }
        return Optional.of(
                "%s cannot both hold: the reference is of another problem or worse than its floor of %s, or the estimate is wrong; look at the reference on a finer grid"
                        .formatted(ResultTable.size(error), ResultTable.size(floor)));
    }
}
