package org.pinn4j.validation.study;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.pinn4j.Pinn;
import org.pinn4j.args.Args;
import org.pinn4j.solution.ErrorReport;
import org.pinn4j.solution.Outcome;
import org.pinn4j.solution.Reference;
import org.pinn4j.train.Cancellation;
import org.pinn4j.train.Progress;

/** The solves of one study. Keeps references, and the last solution for cases that differ in the reference alone. Confined to one thread. */
final class SolvingRunner implements Experiment.Runner {
    private final Solving solving;
    private final Map<String, Reference> references = new LinkedHashMap<>();
    private final Map<Case, Pinn.Solved> last = new LinkedHashMap<>();

    SolvingRunner(Solving solving) {
        this.solving = solving;
    }

    @Override
    public Optional<Figures> run(Case at, Consumer<Progress> listener, Cancellation stop) {
        Args.given(at, "at");
        Reference reference = reference(at); // first: one that cannot be had costs no training
        Pinn.Solved solved = solved(at, listener, stop);
        if (solved.training().outcome() == Outcome.CANCELLED) {
            last.clear();
            return Optional.empty();
        }
        ErrorReport error = solved.solution().compare(reference, solving.grid());
        return Optional.of(Figures.of(solved, error));
    }

    private Pinn.Solved solved(Case at, Consumer<Progress> listener, Cancellation stop) {
        Case training = Solving.training(at);
        if (!last.containsKey(training)) {
            Pinn pinn = solving.pinn(solving.recipe(at))
                    .seed(at.seed())
                    .cancelledBy(stop)
                    .onProgress(listener);
            Pinn.Solved solved = pinn.run(solving.problem());
            last.clear();
            last.put(training, solved);
        }
        return last.get(training);
    }

    private Reference reference(Case at) {
        String asked = at.choices().getOrDefault(Variable.REFERENCE, "best");
        return references.computeIfAbsent(
                asked,
                a -> new GridValues(
                        a.equals("best")
                                ? solving.best.get()
                                : solving.byFloor.orElseThrow().apply(Variable.number(a)),
                        solving.grid()));
    }
}
