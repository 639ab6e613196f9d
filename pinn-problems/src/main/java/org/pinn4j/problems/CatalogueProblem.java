package org.pinn4j.problems;

import java.util.Optional;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;
import org.pinn4j.train.Recipe;

/** A named problem with what is known about it. Immutable. */
public interface CatalogueProblem {
    /** Lower case with hyphens, for example {@code heat-1d}; unique in the {@link Catalogue}. */
    String name();

    /** One line for tables, with the equation. */
    String title();

    /** The equations and conditions, named by {@link #name}. */
    Problem statement();

    /** The grid of record: errors are relative L2 over its points, unweighted, t = 0 included. */
    Grid grid();

    /** The truth, if a formula or a quadrature gives it without a solver. */
    Optional<Reference> exact();

    /** A recipe that uses more than the statement, and says what; most problems have none. */
    default Optional<Recipe> expert() {
        return Optional.empty();
    }

    /** The best published error of a trained network for this statement, and how far the figure can be trusted. */
    String published();

    /** Where the statement comes from. */
    String source();
}
