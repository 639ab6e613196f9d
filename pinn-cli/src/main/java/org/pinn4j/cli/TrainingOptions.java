package org.pinn4j.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.pinn4j.Pinn;
import org.pinn4j.blas.Backend;
import org.pinn4j.blas.Backends;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.train.Budget;
import org.pinn4j.train.Recipe;
import picocli.CommandLine.Option;

/** The options of every command that trains: how long, by which recipe, on what. */
final class TrainingOptions {
    private static final List<String> BACKENDS = List.of("auto", "openblas", "system", "jblas", "java");
    private static final List<String> RECIPES = List.of("standard", "expert", "direct", "trained");
    private static final int MOST_THREADS = 1024;

    @Option(names = "--budget", paramLabel = "60s", description = "Time to train: 500ms, 60s, 2m (default: 60s).")
    private Duration budget;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Train at most so many steps; without --budget for as long as they take.")
    private Integer steps;

    @Option(
            names = "--recipe",
            paramLabel = "standard|expert|direct|trained",
            description =
                    "standard knows the statement alone: it solves directly, by least squares in the output layer, and trains"
                            + " where that does not reach the digits; direct and trained do one of the two; expert knows more"
                            + " (default: ${DEFAULT-VALUE}).")
    private String recipe = "standard";

    @Option(names = "--threads", paramLabel = "N", description = "Workers (default: all processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--backend",
            paramLabel = "auto|openblas|system|jblas|java",
            description = "Linear algebra (default: ${DEFAULT-VALUE}).")
    private String backend = "auto";

    /** @throws Failure that names the option, the value and what is possible */
    void check() {
        Failure.require(steps == null || steps >= 1, "--steps " + steps + ": need at least 1");
        Failure.require(
                threads >= 1 && threads <= MOST_THREADS, "--threads %d: need 1 to %d".formatted(threads, MOST_THREADS));
        Choice.require("--recipe", recipe, RECIPES);
        Choice.require("--backend", backend, BACKENDS);
    }

    Budget budget() {
        Budget asked = steps == null ? Budget.standard() : Budget.standard().withSteps(steps);
        return budget == null ? asked : asked.withTime(budget);
    }

    String recipe() {
        return recipe;
    }

    int threads() {
        return threads;
    }

    /**
     * The expert's or the direct recipe if that was asked for; otherwise empty.
     * @throws Failure if the problem has none
     */
    Optional<Recipe> recipe(CatalogueProblem problem) {
        if (recipe.equals("direct")) {
            return Optional.of(Recipe.direct());
        }
        boolean expert = recipe.equals("expert");
        Failure.require(
                !expert || problem.expert().isPresent(),
                "%s has no expert recipe; use --recipe standard".formatted(problem.name()));
        return problem.expert().filter(any -> expert);
    }

    /**
     * The backend's name.
     * @throws Failure if it cannot be used here, with the reason
     */
    String backend() {
        backend(backend);
        return backend;
    }

    /** @throws Failure if it cannot be used here, with the reason */
    static Backend backend(String name) {
        try {
            return Backends.select(name);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw Failure.badInput("--backend %s: %s".formatted(name, Errors.firstLine(e)), e);
        }
    }

    /** As these options say, seed and tolerance excepted. */
    Pinn pinn(CatalogueProblem problem) {
        return recipe(problem)
                .map(Pinn::with)
                .orElseGet(recipe.equals("trained") ? Pinn::trained : Pinn::standard)
                .budget(budget())
                .workers(threads)
                .backend(backend());
    }
}
