package org.pinn4j.validation.study;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.pinn4j.Pinn;
import org.pinn4j.args.Args;
import org.pinn4j.blas.Backends;
import org.pinn4j.pde.Problem;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;
import org.pinn4j.train.Budget;
import org.pinn4j.train.Recipe;
import org.pinn4j.train.Rungs;
import org.pinn4j.train.Settings;
import org.pinn4j.validation.References;

/**
 * Solves a problem and measures the error. It can vary {@code points} (of the interior), {@code width} and {@code depth} of the
 * network, the {@code optimiser}, and the {@code reference} by the floor asked of it. As soon as points, network or optimiser
 * vary, the recipe is fixed: the one given, or {@link Recipe#of}, three layers of 16 with points that follow the residual;
 * without that, the standard recipe chooses by itself. Immutable.
 */
public final class Solving implements Experiment {
    private final String name;
    private final Problem problem;
    private final Grid grid;
    final Supplier<Reference> best;
    final Optional<DoubleFunction<Reference>> byFloor;
    private final Pinn pinn;
    private final Optional<String> codeKey;
    private final String version;

    private Solving(
            String name,
            Problem problem,
            Grid grid,
            Supplier<Reference> best,
            Optional<DoubleFunction<Reference>> byFloor,
            Pinn pinn,
            Optional<String> codeKey,
            String version) {
        this.name = name;
        this.problem = problem;
        this.grid = grid;
        this.best = best;
        this.byFloor = byFloor;
        this.pinn = pinn;
        this.codeKey = codeKey;
        this.version = version;
    }

    /** Measured with the best reference there is, on the grid of record. */
    public static Solving of(CatalogueProblem problem) {
        Args.given(problem, "problem");
        return of(
                        problem.name(),
                        problem.statement(),
                        () -> References.of(problem).best(),
                        problem.grid())
                .references(floor -> References.of(problem).finiteDifferences(floor));
    }

    /** Of a problem of your own. */
    public static Solving of(String name, Problem problem, Reference reference, Grid grid) {
        Args.given(name, "name", problem, "problem");
        Args.given(reference, "reference", grid, "grid");
        return of(name, problem, () -> reference, grid);
    }

    private static Solving of(String name, Problem problem, Supplier<Reference> best, Grid grid) {
        return new Solving(
                name, problem, grid, best, Optional.empty(), Pinn.standard(), Optional.empty(), Pinn.VERSION);
    }

    /** How to come by a reference with a floor of at most the given one, for studies that vary it. */
    public Solving references(DoubleFunction<Reference> newByFloor) {
        Args.given(newByFloor, "newByFloor");
        return new Solving(name, problem, grid, best, Optional.of(newByFloor), pinn, codeKey, version);
    }

    private Solving with(Pinn changed) {
        return new Solving(name, problem, grid, best, byFloor, changed, codeKey, version);
    }

    /** The recipe of every run. One with an optimiser, a network or a sampler given as code needs a key, see below. */
    public Solving recipe(Recipe newRecipe) {
        Args.given(newRecipe, "newRecipe");
        return new Solving(name, problem, grid, best, byFloor, pinn.recipe(newRecipe), Optional.empty(), version);
    }

    /**
     * A recipe with parts given as code.
     * @param key what to call this code; another key for other code, or studies would take each other's runs
     */
    public Solving recipe(Recipe newRecipe, String key) {
        Args.given(newRecipe, "newRecipe", key, "key");
        return new Solving(name, problem, grid, best, byFloor, pinn.recipe(newRecipe), Optional.of(key), version);
    }

    /** Training time of each run. */
    public Solving budget(Duration time) {
        Args.given(time, "time");
        return with(pinn.budget(time));
    }

    public Solving budget(Budget newBudget) {
        return with(pinn.budget(newBudget));
    }

    /** Bounds the steps of each run in place of its time, so that equal runs are equal. */
    public Solving steps(int steps) {
        return with(pinn.steps(steps));
    }

    public Solving workers(int count) {
        return with(pinn.workers(count));
    }

    /** As {@link Pinn#backend}. */
    public Solving backend(String newBackend) {
        Args.given(newBackend, "newBackend");
        return with(pinn.backend(newBackend));
    }

    /** What to call the program that runs the study; runs of different versions do not mix. */
    public Solving version(String newVersion) {
        Args.given(newVersion, "newVersion");
        return new Solving(name, problem, grid, best, byFloor, pinn, codeKey, newVersion);
    }

    @Override
    public String name() {
        return name;
    }

    Problem problem() {
        return problem;
    }

    Grid grid() {
        return grid;
    }

    /** Everything but the seed. */
    Pinn pinn(Optional<Recipe> chosen) {
        return chosen.map(pinn::recipe).orElse(pinn);
    }

    @Override
    public Map<String, String> settings() {
        Settings told = pinn.settings();
        Budget budget = told.budget();
        Map<String, String> all = new LinkedHashMap<>();
        all.put("problem", name);
        all.put("statement", problem.toString());
        all.put("statement digest", SolvingKey.digest(problem));
        all.put("grid", grid.toString());
        all.put(
                "recipe",
                told.recipe()
                        .map(r -> SolvingKey.of(r, codeKey, problem.axes()))
                        .orElse(told.rungs() == Rungs.TRAINED ? "trained" : "standard"));
        all.put(
                "time",
                budget.time()
                        .map(t -> t.toString().substring(2).toLowerCase(Locale.ROOT))
                        .orElse("unbounded"));
        all.put(
                "steps",
                budget.steps().isPresent() ? Integer.toString(budget.steps().getAsInt()) : "unbounded");
        all.put(
                "tolerance",
                budget.tolerance().isPresent()
                        ? Double.toString(budget.tolerance().getAsDouble())
                        : "none");
        all.put("workers", Integer.toString(told.workers()));
        all.put("backend", told.backend());
        all.put("library", Backends.select(told.backend()).name());
        all.put("version", version);
        return all;
    }

    @Override
    public void check(Variable variable) {
        Args.given(variable, "variable");
        if (variable.name().equals(Variable.REFERENCE)) {
            if (byFloor.isEmpty()) {
                throw new IllegalArgumentException(
                        "reference: this problem has one only; give references(floor -> ...) to vary it");
            }
            SolvingVariables.requireFloors(variable);
        } else {
            SolvingVariables.check(variable, base());
        }
    }

    /** What the variables change. */
    private Recipe base() {
        return pinn.settings().recipe().orElseGet(() -> Recipe.of("trained"));
    }

    /** Empty: the standard recipe chooses. */
    Optional<Recipe> recipe(Case at) {
        boolean changed = at.choices().keySet().stream().anyMatch(v -> !v.equals(Variable.REFERENCE));
        return changed
                ? Optional.of(SolvingVariables.apply(base(), at))
                : pinn.settings().recipe();
    }

    /** The case without what has no part in the training. */
    static Case training(Case at) {
        return new Case(at.without(Variable.REFERENCE), at.seed());
    }

    /** Cases that differ in the reference alone stand together, to be trained once. */
    @Override
    public List<Case> order(List<Case> cases) {
        Args.list(cases, "cases");
        return cases.stream()
                .collect(Collectors.groupingBy(Solving::training, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Runner start() {
        return new SolvingRunner(this);
    }
}
