package org.pinn4j.train;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.pinn4j.args.Args;
import org.pinn4j.blas.Backends;
import org.pinn4j.parallel.Workers;
import org.pinn4j.solution.Solution;

/**
 * What a run is told beside the problem. Immutable; every {@code with} method returns another one.
 * @param recipe empty: choose, among the rungs that are open
 * @param rungs that are open where no recipe is given
 * @param start a solution to go on from
 * @param seed of every random stream; empty: that of the start, otherwise 1
 * @param workers threads that compute, the caller's included
 * @param backend {@code auto} or the name of one
 * @param cancellation asks the run to stop
 * @param listener called after every step, on the thread of the run
 */
public record Settings(
        Optional<Recipe> recipe,
        Rungs rungs,
        Optional<Solution> start,
        OptionalLong seed,
        Budget budget,
        int workers,
        String backend,
        Cancellation cancellation,
        Consumer<Progress> listener) {
    public Settings {
        Objects.requireNonNull(recipe, "recipe");
        Objects.requireNonNull(rungs, "rungs");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(seed, "seed");
        Objects.requireNonNull(budget, "budget");
        Objects.requireNonNull(backend, "backend");
        Objects.requireNonNull(cancellation, "cancellation");
        Objects.requireNonNull(listener, "listener");
    }

    /** The seed of the run. */
    public long chosenSeed() {
        return seed.orElse(start.map(s -> s.card().seed()).orElse(1L));
    }

    /** No recipe, no start, a minute on all processors. */
    public static Settings standard() {
        return new Settings(
                Optional.empty(),
                Rungs.ALL,
                Optional.empty(),
                OptionalLong.empty(),
                Budget.standard(),
                Runtime.getRuntime().availableProcessors(),
                "auto",
                new Cancellation(),
                progress -> {});
    }

    public Settings withRecipe(Recipe chosen) {
        Args.given(chosen, "chosen");
        return new Settings(Optional.of(chosen), rungs, start, seed, budget, workers, backend, cancellation, listener);
    }

    public Settings withRungs(Rungs open) {
        return new Settings(recipe, open, start, seed, budget, workers, backend, cancellation, listener);
    }

    public Settings withStart(Solution from) {
        Args.given(from, "from");
        return new Settings(recipe, rungs, Optional.of(from), seed, budget, workers, backend, cancellation, listener);
    }

    public Settings withSeed(long newSeed) {
        return new Settings(
                recipe, rungs, start, OptionalLong.of(newSeed), budget, workers, backend, cancellation, listener);
    }

    public Settings withBudget(Budget newBudget) {
        return new Settings(recipe, rungs, start, seed, newBudget, workers, backend, cancellation, listener);
    }

    public Settings withWorkers(int count) {
        return new Settings(
                recipe, rungs, start, seed, budget, Workers.possible(count), backend, cancellation, listener);
    }

    public Settings withBackend(String name) {
        Args.given(name, "name");
        return new Settings(recipe, rungs, start, seed, budget, workers, Backends.known(name), cancellation, listener);
    }

    public Settings withCancellation(Cancellation token) {
        return new Settings(recipe, rungs, start, seed, budget, workers, backend, token, listener);
    }

    public Settings withListener(Consumer<Progress> newListener) {
        Args.given(newListener, "newListener");
        return new Settings(recipe, rungs, start, seed, budget, workers, backend, cancellation, newListener);
    }
}
