package org.pinn4j.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.blas.Backend;
import org.pinn4j.blas.Backends;
import org.pinn4j.loss.CompiledProblem;
import org.pinn4j.optimize.Algebra;
import org.pinn4j.optimize.Outcome;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Problem;
import org.pinn4j.solution.ModelCard;
import org.pinn4j.solution.Solution;

/**
 * One solve from statement to result: the trials of the standard recipe where no recipe is given, then the training. Confined
 * to the calling thread and the workers it has until it is closed; may be cancelled from any thread.
 */
public final class Run implements AutoCloseable {
    final Problem problem;
    final Settings settings;
    final Backend backend;
    final Workers workers;
    private final Optional<TrainedNetwork> start;

    private Run(Problem problem, Settings settings) {
        this.problem = problem;
        this.settings = settings;
        this.backend = Backends.select(settings.backend());
        this.start = settings.start().map(s -> new TrainedNetwork(s.ansatz(), s.theta()));
        this.workers = Workers.of(settings.workers());
    }

    /** With workers of its own. */
    public static Run of(Problem problem, Settings settings) {
        return new Run(problem, settings);
    }

    Algebra algebra() {
        return new Algebra(backend.blas(), backend.lapack(), workers);
    }

    @Override
    public void close() {
        workers.close();
    }

    /** @throws IllegalArgumentException where the recipe and the problem, or the start, do not fit */
    public TrainingResult train() {
        Training.Clock clock = new Training.Clock(settings.budget());
        History history = new History();
        List<String> notes = new ArrayList<>();
        int steps = 0;
        Optional<TrainingResult> trial = Optional.empty();
        Recipe chosen = settings.recipe().orElseGet(StandardRecipe::smooth);
        if (settings.recipe().isEmpty() && start.isEmpty()) {
            Setup small = setup(chosen);
            TrainingResult first =
                    new Training(this, small, "trial", clock, 0, history).run(StandardRecipe.TRIAL_STEPS);
            boolean over = first.steps() < StandardRecipe.TRIAL_STEPS && first.outcome() != Outcome.STALLED;
            if (over || first.outcome() == Outcome.CONVERGED || first.outcome() == Outcome.NON_FINITE) {
                return first.withNotes(small.compiled.design().notes());
            }
            notes.add(StandardRecipe.reason(first));
            chosen = StandardRecipe.choose(first);
            steps = first.steps();
            trial = Optional.of(first);
        }
        Setup setup = setup(chosen);
        notes.addAll(0, setup.compiled.design().notes());
        notes.add("%s, %s parameters, %s"
                .formatted(chosen.architecture().describe(), setup.theta0.length, setup.loss.describe()));
        TrainingResult result = new Training(this, setup, "train", clock, steps, history).run(Integer.MAX_VALUE);
        setup.overfit(result.network().theta()).ifPresent(notes::add);
        return trial.filter(t -> !(result.heldOut() <= t.heldOut()))
                .map(t -> ahead(t, result, notes))
                .orElse(result)
                .withNotes(notes);
    }

    /** The outcome of the run with the network of its trial: the budget ended before the training had caught up with it. */
    private static TrainingResult ahead(TrainingResult trial, TrainingResult result, List<String> notes) {
        notes.add("the network of the trial is kept: the training did not get past it");
        return new TrainingResult(
                trial.network(),
                result.outcome(),
                trial.heldOut(),
                result.steps(),
                trial.points(),
                result.seconds(),
                result.message(),
                result.notes(),
                result.history());
    }

    private Setup setup(Recipe chosen) {
        Recipe fitting = start.map(s -> new WarmStart(s).recipe(chosen)).orElse(chosen);
        return new Setup(fitting, problem, settings.seed(), workers, backend, start);
    }

    /** The solution that a training ended with. */
    public Solution solution(TrainingResult r) {
        Outcome outcome = r.outcome();
        String advice = r.message().isEmpty() ? outcome.advice() : r.message() + "; " + outcome.advice();
        return solution(r.network(), outcome, advice, r.steps(), r.points(), r.heldOut(), r.notes());
    }

    /** The best one so far, in the middle of a training. */
    Solution interim(TrainedNetwork best, int steps, double heldOut) {
        return solution(best, Outcome.RUNNING, "", steps, 0, heldOut, List.of());
    }

    private Solution solution(
            TrainedNetwork network,
            Outcome outcome,
            String advice,
            int steps,
            int points,
            double heldOut,
            List<String> notes) {
        double[] theta = network.theta();
        ModelCard card = new ModelCard(
                settings.recipe().map(Recipe::name).orElse("standard"),
                settings.seed(),
                outcome.name(),
                advice,
                steps,
                points,
                theta.length,
                heldOut,
                settings.budget().tolerance(),
                settings.recipe().map(Recipe::knowledge).orElse(List.of()),
                notes,
                backend.description(),
                ModelCard.VERSION,
                List.of());
        return new Solution(problem, network.ansatz(), theta, card);
    }

    /** Everything decided before the first step, in words: equations, channels, ansatz, cost and memory. */
    public String explain() {
        Recipe shown = settings.recipe().orElseGet(StandardRecipe::smooth);
        Setup setup = setup(shown);
        CompiledProblem compiled = setup.compiled;
        Ansatz ansatz = compiled.ansatz();
        StringBuilder text = new StringBuilder(problem.toString()).append('\n');
        problem.openFindings().forEach(f -> text.append("finding: ").append(f).append('\n'));
        compiled.design().notes().forEach(n -> text.append(n).append('\n'));
        text.append("inputs: ").append(ansatz.features()).append('\n');
        ansatz.forms().forEach(f -> text.append("%s = %s + (%s)·N%n".formatted(f.field(), f.base(), f.factor())));
        compiled.regions()
                .forEach(r -> text.append("%s: %s%n  channels (%s): %s%n  cost: %s%n"
                        .formatted(r.region(), r.conditions(), r.plan().channels(), r.plan(), r.costs())));
        int dense = ansatz.networks().stream().mapToInt(n -> n.parameters()).sum();
        int channels = compiled.regions().stream()
                .mapToInt(r -> r.plan().channels())
                .max()
                .orElse(1);
        text.append("network: %s, %s parameters, %s%n"
                .formatted(shown.architecture().describe(), setup.theta0.length, setup.loss.describe()));
        text.append("cost per point: about %s flops forward, three times that with the gradient, %s a Jacobian row%n"
                .formatted(2 * channels * dense, 2 * channels * dense));
        text.append(String.format(
                Locale.ROOT,
                "memory: JᵀJ twice %.1f MB, a panel of rows %.1f MB%n",
                2 * 8e-6 * setup.theta0.length * setup.theta0.length,
                8e-6 * 1024 * setup.theta0.length));
        return text.toString();
    }
}
