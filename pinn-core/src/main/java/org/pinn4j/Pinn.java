package org.pinn4j;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Finding;
import org.pinn4j.pde.Problem;
import org.pinn4j.solution.ModelCard;
import org.pinn4j.solution.Solution;
import org.pinn4j.solution.Storable;
import org.pinn4j.train.Budget;
import org.pinn4j.train.Cancellation;
import org.pinn4j.train.Progress;
import org.pinn4j.train.Recipe;
import org.pinn4j.train.Run;
import org.pinn4j.train.Rungs;
import org.pinn4j.train.Settings;
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
    public static final String VERSION = ModelCard.VERSION;

    /** A solution and how it came about. */
    public record Solved(Solution solution, TrainingResult training) {
        public Solved {
            Args.given(solution, "solution", training, "training");
        }

        /** For logs: what was solved and how that ended. */
        @Override
        public String toString() {
            return solution + "; " + training;
        }
    }

    private final Settings settings;

    private Pinn(Settings settings) {
        this.settings = settings;
    }

    /**
     * Chooses everything from the statement and is told nothing else; a minute at most. Solves directly where that reaches the
     * digits, by least squares in the output layer, and trains where it does not.
     */
    public static Pinn standard() {
        return new Pinn(Settings.standard());
    }

    /**
     * Chooses everything from the statement like {@link #standard}, but trains: all weights of a network by an optimiser, from a
     * trial on. For comparisons, and where a small network is wanted rather than the last digits.
     */
    public static Pinn trained() {
        return new Pinn(Settings.standard().withRungs(Rungs.TRAINED));
    }

    /** Solves as the recipe says. */
    public static Pinn with(Recipe recipe) {
        Args.given(recipe, "recipe");
        return standard().recipe(recipe);
    }

    /** What it was told so far. */
    public Settings settings() {
        return settings;
    }

    /** The same with another recipe. */
    public Pinn recipe(Recipe recipe) {
        Args.given(recipe, "recipe");
        return new Pinn(settings.withRecipe(recipe));
    }

    /** Every random stream follows from it. */
    public Pinn seed(long newSeed) {
        return new Pinn(settings.withSeed(newSeed));
    }

    /** Training time. */
    public Pinn budget(Duration time) {
        Args.given(time, "time");
        return budget(settings.budget().withTime(time));
    }

    public Pinn budget(Budget newBudget) {
        return new Pinn(settings.withBudget(newBudget));
    }

    /** Bounds the optimiser steps in place of the time, so that equal runs are equal. */
    public Pinn steps(int steps) {
        return budget(settings.budget().withSteps(steps));
    }

    /** Stops when the relative held-out residual is below it. */
    public Pinn tolerance(double tolerance) {
        return budget(settings.budget().withTolerance(tolerance));
    }

    /** Threads that compute, the caller's included; the result does not depend on it. */
    public Pinn workers(int count) {
        return new Pinn(settings.withWorkers(count));
    }

    /** {@code auto}, {@code openblas}, {@code system}, {@code jblas} or {@code java}. */
    public Pinn backend(String name) {
        Args.given(name, "name");
        return new Pinn(settings.withBackend(name));
    }

    /** Called after every step, on the solving thread; the first thing it throws, an error too, is noted and logged; none ends the solve. */
    public Pinn onProgress(Consumer<Progress> listener) {
        return new Pinn(settings.withListener(listener));
    }

    /** A request that any thread may make; the solve then drops the step under way and returns the best solution before it. */
    public Pinn cancelledBy(Cancellation token) {
        return new Pinn(settings.withCancellation(token));
    }

    /** Goes on from another solution with the same fields: its network and parameters are where training begins. */
    public Pinn startingFrom(Solution solution) {
        Args.given(solution, "solution");
        return new Pinn(settings.withStart(solution));
    }

    /**
     * Solves. Not converging is a result: look at {@link Solution#outcome} or call {@link Solution#orThrow}. So is code of the
     * statement that throws, and what else is thrown once there is anything to return; before that it is thrown here.
     * @throws IllegalArgumentException if a finding of the statement is open, or the recipe does not fit the problem
     */
    public Solution solve(Problem problem) {
        Args.given(problem, "problem");
        return run(problem).solution();
    }

    /** As {@link #solve}, with the figures of the run: seconds, history, points. */
    public Solved run(Problem problem) {
        Args.given(problem, "problem");
        requireComplete(problem);
        try (Run run = Run.of(problem, settings)) {
            Run.Ended ended = run.solve();
            return new Solved(ended.solution(), ended.training());
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

    /**
     * Bytes that a solution of this problem takes in a file at least, its network apart.
     * @throws IllegalArgumentException if a solution could not be saved: something of the statement has no text form or is more
     *     than is read back, or the recipe's network is of an activation that is not in this library
     */
    public long storedSize(Problem problem) {
        Args.given(problem, "problem");
        settings.recipe().filter(r -> r.directly().isEmpty()).ifPresent(r -> Storable.require(r.architecture()));
        return Storable.size(problem);
    }

    /** What a solve would do: equations, channels, ansatz, cost per point and memory. */
    public String explain(Problem problem) {
        Args.given(problem, "problem");
        try (Run run = Run.of(problem, settings)) {
            return run.explain();
        }
    }
}
