package org.pinn4j.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.blas.Backend;
import org.pinn4j.loss.CompiledProblem;
import org.pinn4j.optimize.Outcome;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Problem;

/**
 * One solve from statement to result: the trials of the standard recipe where no recipe is given, then the training.
 * @param recipe empty: choose by trials
 * @param start parameters to go on from, for a network of the same shape
 */
public record Run(
        Problem problem,
        Optional<Recipe> recipe,
        Optional<TrainedNetwork> start,
        long seed,
        Budget budget,
        Workers workers,
        Backend backend,
        Cancellation cancellation,
        Consumer<Progress> listener) {
    /**
     * Trains. Confined to the calling thread and the workers; may be cancelled from any thread.
     * @throws IllegalArgumentException where the recipe and the problem, or the start, do not fit
     */
    public TrainingResult train() {
        Training.Clock clock = new Training.Clock(budget);
        History history = new History();
        List<String> notes = new ArrayList<>();
        int steps = 0;
        Recipe chosen = recipe.orElseGet(StandardRecipe::smooth);
        if (recipe.isEmpty() && start.isEmpty()) {
            TrainingResult trial =
                    new Training(this, setup(chosen), "trial", clock, 0, history).run(StandardRecipe.TRIAL_STEPS);
            boolean over = trial.steps() < StandardRecipe.TRIAL_STEPS && trial.outcome() != Outcome.STALLED;
            if (over || trial.outcome() == Outcome.CONVERGED || trial.outcome() == Outcome.NON_FINITE) {
                return trial;
            }
            notes.add(StandardRecipe.reason(trial));
            chosen = StandardRecipe.choose(trial);
            steps = trial.steps();
        }
        Setup setup = setup(chosen);
        notes.addAll(0, setup.compiled.design().notes());
        notes.add("%s, %d parameters, %s"
                .formatted(chosen.architecture().describe(), setup.theta0.length, setup.loss.describe()));
        TrainingResult result = new Training(this, setup, "train", clock, steps, history).run(Integer.MAX_VALUE);
        return result.withNotes(notes);
    }

    private Setup setup(Recipe chosen) {
        return new Setup(
                start.map(s -> withNetworkOf(chosen, s)).orElse(chosen), problem, seed, workers, backend, start);
    }

    private static Recipe withNetworkOf(Recipe chosen, TrainedNetwork start) {
        return chosen.withNetwork(new GivenNetwork(start.ansatz().networks().get(0)), chosen.initializer());
    }

    /** Everything decided before the first step, in words: equations, channels, ansatz, cost and memory. */
    public String explain() {
        Recipe shown = recipe.orElseGet(StandardRecipe::smooth);
        Setup setup = setup(shown);
        CompiledProblem compiled = setup.compiled;
        Ansatz ansatz = compiled.ansatz();
        StringBuilder text = new StringBuilder(problem.toString()).append('\n');
        problem.openFindings().forEach(f -> text.append("finding: ").append(f).append('\n'));
        compiled.design().notes().forEach(n -> text.append(n).append('\n'));
        text.append("inputs: ").append(ansatz.features()).append('\n');
        ansatz.forms().forEach(f -> text.append("%s = %s + (%s)·N%n".formatted(f.field(), f.base(), f.factor())));
        compiled.regions()
                .forEach(r -> text.append("%s: %s%n  channels (%d): %s%n"
                        .formatted(r.region(), r.conditions(), r.plan().channels(), r.plan())));
        int dense = ansatz.networks().stream().mapToInt(n -> n.parameters()).sum();
        int channels = compiled.regions().stream()
                .mapToInt(r -> r.plan().channels())
                .max()
                .orElse(1);
        text.append("network: %s, %d parameters, %s%n"
                .formatted(shown.architecture().describe(), setup.theta0.length, setup.loss.describe()));
        text.append("cost per point: about %d flops forward, three times that with the gradient, %d a Jacobian row%n"
                .formatted(2 * channels * dense, 2 * channels * dense));
        text.append("memory: JᵀJ twice %.1f MB, a panel of rows %.1f MB%n"
                .formatted(2 * 8e-6 * setup.theta0.length * setup.theta0.length, 8e-6 * 1024 * setup.theta0.length));
        return text.toString();
    }
}
