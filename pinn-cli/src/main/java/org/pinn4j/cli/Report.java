package org.pinn4j.cli;

import java.util.Optional;
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
    ModelCard card() {
        return solution.card();
    }
}
