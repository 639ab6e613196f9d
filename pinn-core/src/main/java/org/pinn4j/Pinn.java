package org.pinn4j;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.pinn4j.blas.Backend;
import org.pinn4j.blas.Backends;
import org.pinn4j.optimize.Outcome;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Finding;
import org.pinn4j.pde.Problem;
import org.pinn4j.solution.ModelCard;
import org.pinn4j.solution.Solution;
import org.pinn4j.train.Budget;
import org.pinn4j.train.Cancellation;
import org.pinn4j.train.Progress;
import org.pinn4j.train.Recipe;
import org.pinn4j.train.Run;
import org.pinn4j.train.TrainedNetwork;
import org.pinn4j.train.TrainingResult;

/**
 * The front door: a problem in, a solution out.
 * <pre>{@code
 * Solution s = Pinn.standard().seed(42).solve(problem).orThrow();
 * }</pre>
 * Immutable: every setting returns another one. A solve is confined to the calling thread and the workers it starts.
 */
public final class Pinn {
    /** The version of this library that solution files name. */
    public static final String VERSION = "0.1.0";

    private static final System.Logger LOG = System.getLogger(Pinn.class.getName());

    /**
     * Where a solve stands.
     * @param progress step, loss, held-out residual, share of the budget
     * @param best the best solution so far; made when asked for
     */
    public record Update(Progress progress, Supplier<Solution> best) {}

    /** A solution and how it came about. */
    public record Solved(Solution solution, TrainingResult training) {}

    private final Optional<Recipe> recipe;
    private final Optional<Solution> start;
    private final long seed;
    private final Budget budget;
    private final int workers;
    private final String backend;
    private final Cancellation cancellation;
    private final Consumer<Update> listener;

    private Pinn(
            Optional<Recipe> recipe,
            Optional<Solution> start,
            long seed,
            Budget budget,
            int workers,
            String backend,
            Cancellation cancellation,
            Consumer<Update> listener) {
        this.recipe = recipe;
        this.start = start;
        this.seed = seed;
        this.budget = budget;
        this.workers = workers;
        this.backend = backend;
        this.cancellation = cancellation;
        this.listener = listener;
    }

    /** Chooses everything from the statement and is told nothing else; a minute at most. */
    public static Pinn standard() {
        return new Pinn(
                Optional.empty(),
                Optional.empty(),
                1,
                Budget.standard(),
                Runtime.getRuntime().availableProcessors(),
                "auto",
                new Cancellation(),
                update -> {});
    }

    /** Solves as the recipe says. */
    public static Pinn with(Recipe recipe) {
        Pinn p = standard();
        return new Pinn(
                Optional.of(recipe), p.start, p.seed, p.budget, p.workers, p.backend, p.cancellation, p.listener);
    }

    /** Every random stream follows from it. */
    public Pinn seed(long newSeed) {
        return new Pinn(recipe, start, newSeed, budget, workers, backend, cancellation, listener);
    }

    /** Training time. */
    public Pinn budget(Duration time) {
        return budget(budget.withTime(time));
    }

    public Pinn budget(Budget newBudget) {
        return new Pinn(recipe, start, seed, newBudget, workers, backend, cancellation, listener);
    }

    /** Bounds the optimiser steps in place of the time, so that equal runs are equal. */
    public Pinn steps(int steps) {
        return budget(budget.withSteps(steps));
    }

    /** Stops when the relative held-out residual is below it. */
    public Pinn tolerance(double tolerance) {
        return budget(budget.withTolerance(tolerance));
    }

    /** Threads that compute, the caller's included; the result does not depend on it. */
    public Pinn workers(int count) {
        return new Pinn(recipe, start, seed, budget, count, backend, cancellation, listener);
    }

    /** {@code auto}, {@code openblas}, {@code system}, {@code jblas} or {@code java}. */
    public Pinn backend(String name) {
        return new Pinn(recipe, start, seed, budget, workers, name, cancellation, listener);
    }

    /** Called after every step, on the solving thread; the first thing it throws is logged; none ends the solve. */
    public Pinn onProgress(Consumer<Update> newListener) {
        return new Pinn(
                recipe, start, seed, budget, workers, backend, cancellation, Objects.requireNonNull(newListener));
    }

    /** A request that any thread may make; the solve then returns its best solution after the current step. */
    public Pinn cancelledBy(Cancellation token) {
        return new Pinn(recipe, start, seed, budget, workers, backend, Objects.requireNonNull(token), listener);
    }

    /** Goes on from another solution with the same fields: its network and parameters are where training begins. */
    public Pinn startingFrom(Solution solution) {
        return new Pinn(recipe, Optional.of(solution), seed, budget, workers, backend, cancellation, listener);
    }

    /**
     * Solves. Not converging is a result: look at {@link Solution#outcome} or call {@link Solution#orThrow}.
     * @throws IllegalArgumentException if a finding of the statement is open, or the recipe does not fit the problem
     */
    public Solution solve(Problem problem) {
        return run(problem).solution();
    }

    /** As {@link #solve}, with the figures of the run: seconds, history, points. */
    public Solved run(Problem problem) {
        requireComplete(problem);
        Backend chosen = Backends.select(backend);
        try (Workers pool = Workers.of(workers)) {
            TrainingResult result = plan(problem, pool, chosen).train();
            return new Solved(solution(problem, result, chosen), result);
        }
    }

    private static void requireComplete(Problem problem) {
        List<Finding> blocking = problem.blockingFindings();
        if (!blocking.isEmpty()) {
            throw new IllegalArgumentException("the statement is not complete: "
                    + blocking.stream().map(Finding::toString).collect(Collectors.joining("; "))
                    + "; correct it, or problem.acknowledge(key, reason) what is meant");
        }
    }

    /** What a solve would do: equations, channels, ansatz, cost per point and memory. */
    public String explain(Problem problem) {
        try (Workers pool = Workers.of(workers)) {
            return plan(problem, pool, Backends.select(backend)).explain();
        }
    }

    private Run plan(Problem problem, Workers pool, Backend chosen) {
        AtomicBoolean failedBefore = new AtomicBoolean();
        return new Run(
                problem,
                recipe,
                start.map(s -> new TrainedNetwork(s.ansatz(), s.theta())),
                seed,
                budget,
                pool,
                chosen,
                cancellation,
                progress -> report(problem, progress, chosen, failedBefore));
    }

    private void report(Problem problem, Progress progress, Backend chosen, AtomicBoolean failedBefore) {
        try {
            listener.accept(new Update(progress, () -> interim(problem, progress, chosen)));
        } catch (RuntimeException e) {
            if (!failedBefore.getAndSet(true)) {
                LOG.log(Level.WARNING, "the progress listener failed; said once, whatever follows: " + e, e);
            }
        }
    }

    private Solution interim(Problem problem, Progress progress, Backend chosen) {
        TrainedNetwork best = progress.best().get();
        ModelCard card = card(
                Outcome.RUNNING, "", progress.step(), 0, best.theta().length, progress.heldOut(), List.of(), chosen);
        return new Solution(problem, best.ansatz(), best.theta(), card);
    }

    private Solution solution(Problem problem, TrainingResult r, Backend chosen) {
        Outcome outcome = r.outcome();
        String advice = r.message().isEmpty() ? outcome.advice() : r.message() + "; " + outcome.advice();
        double[] theta = r.network().theta();
        ModelCard card = card(outcome, advice, r.steps(), r.points(), theta.length, r.heldOut(), r.notes(), chosen);
        return new Solution(problem, r.network().ansatz(), theta, card);
    }

    private ModelCard card(
            Outcome outcome,
            String advice,
            int steps,
            int points,
            int parameters,
            double heldOut,
            List<String> notes,
            Backend chosen) {
        return new ModelCard(
                recipe.map(Recipe::name).orElse("standard"),
                seed,
                outcome.name(),
                advice,
                steps,
                points,
                parameters,
                heldOut,
                budget.tolerance(),
                recipe.map(Recipe::knowledge).orElse(List.of()),
                notes,
                chosen.description(),
                VERSION,
                List.of());
    }
}
