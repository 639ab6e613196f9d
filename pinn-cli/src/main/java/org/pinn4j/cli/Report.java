package org.pinn4j.cli;

import java.util.Optional;
import org.pinn4j.Pinn;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.solution.ErrorReport;
import org.pinn4j.solution.ModelCard;
import org.pinn4j.solution.Solution;
import org.pinn4j.validation.estimate.Estimates;

/** A finished solve and all that is known about it: what the closing table and the JSON tell. */
record Report(
        CatalogueProblem problem,
        SolveOptions options,
        Pinn.Solved solved,
        Optional<ErrorReport> comparison,
        Optional<Estimates> estimates) {
    Solution solution() {
        return solved.solution();
    }

    ModelCard card() {
        return solution().card();
    }
}
