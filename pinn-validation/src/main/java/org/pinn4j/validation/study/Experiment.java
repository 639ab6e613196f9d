package org.pinn4j.validation.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.pinn4j.train.Cancellation;
import org.pinn4j.train.Progress;

/** What a study repeats. Immutable; {@link Solving} is the one for solves. */
public interface Experiment {
    /** The runs of one study, one after the other, with whatever they share. Confined to one thread. */
    @FunctionalInterface
    interface Runner {
        /** What a case finds; empty if it was cancelled. */
        Optional<Figures> run(Case at, Consumer<Progress> listener, Cancellation stop);
    }

    /** For titles. */
    String name();

    /** Everything that all runs have in common, by name: two experiments with equal settings give the same runs. */
    Map<String, String> settings();

    /** @throws IllegalArgumentException if this variable, or one of its values, means nothing here */
    void check(Variable variable);

    /** The order to run them in, so that neighbours share what they can; the results do not depend on it. */
    default List<Case> order(List<Case> cases) {
        return cases;
    }

    Runner start();
}
