package org.pinn4j.cli;

import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Problem;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.problems.Published;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;
import org.pinn4j.train.Recipe;

/** The problem of a user's file, which is in no table. */
record UserProblem(
        String name, Problem statement, Grid grid, Optional<Reference> exact, Optional<Recipe> expert, String source)
        implements CatalogueProblem {
    @Override
    public String title() {
        return name;
    }

    @Override
    public List<Published> published() {
        return List.of();
    }
}
