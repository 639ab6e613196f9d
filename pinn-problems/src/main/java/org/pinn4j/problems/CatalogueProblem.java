package org.pinn4j.problems;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.ErrorReport;
import org.pinn4j.solution.Reference;
import org.pinn4j.solution.Solution;
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

    /** All grids of record, the first one {@link #grid}: where there are several, the largest of the errors on them counts. */
    default List<Grid> grids() {
        return List.of(grid());
    }

    /** Fields that are compared after the mean difference at each time is taken off: those known up to a constant. */
    default List<Field> upToConstant() {
        return List.of();
    }

    /** The truth, if a formula or a quadrature gives it without a solver. */
    Optional<Reference> exact();

    /** Another statement whose solution gives the truth, where grids cannot solve the one of the problem. */
    default Optional<Potential> potential() {
        return Optional.empty();
    }

    /** The floor that a computed truth needs, so that it can tell what is asked of an answer. */
    default double floor() {
        return 1e-8;
    }

    /** The true values of the coefficients to be found, by name. */
    default Map<String, Double> coefficients() {
        return Map.of();
    }

    /** The error of an answer: the largest on the {@linkplain #grids grids of record}. */
    default ErrorReport error(Solution solution, Reference truth) {
        Args.given(solution, "solution", truth, "truth");
        Reference compared = upToConstant().isEmpty() ? truth : new MeansOff(truth, solution, upToConstant());
        return grids().stream()
                .map(grid -> solution.compare(compared, grid))
                .max(Comparator.comparingDouble(ErrorReport::relativeL2)) // NaN counts as the largest
                .orElseThrow();
    }

    /** A recipe that uses more than the statement, and says what; most problems have none. */
    default Optional<Recipe> expert() {
        return Optional.empty();
    }

    /** Errors of networks published for this statement, the best one first; empty if none was found. */
    List<Published> published();

    /** Where the statement comes from. */
    String source();
}
