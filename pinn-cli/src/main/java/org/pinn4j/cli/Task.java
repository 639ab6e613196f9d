package org.pinn4j.cli;

import java.util.Optional;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;
import org.pinn4j.train.Recipe;

/**
 * A problem to solve and what to hold the answer against.
 * @param grid where errors are measured and pictures are drawn
 * @param expert a recipe that knows more than the statement
 */
record Task(String name, Problem problem, Grid grid, Optional<Reference> reference, Optional<Recipe> expert) {
    /** The same with something to hold the answer against. */
    Task with(Reference found) {
        return new Task(name, problem, grid, Optional.of(found), expert);
    }
}
