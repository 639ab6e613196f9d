package org.pinn4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.pinn4j.solution.Reference;
import org.pinn4j.validation.study.Experiment;

/** What the command line asks of the library. */
interface Engine {
    /** One row of the catalogue. */
    record Entry(String name, String title, String reference, String published) {}

    /**
     * A reference that was computed.
     * @param method never AUTO
     * @param shortfall why the floor is above the one asked for; empty if it is not
     */
    record Computed(Reference reference, ReferenceMethod method, String shortfall) {}

    List<Entry> catalogue();

    /** @throws Failure if the catalogue has no problem of that name, with the nearest one */
    default void require(String name) {
        List<String> names = catalogue().stream().map(Entry::name).toList();
        if (!names.contains(name)) {
            String hint = DidYouMean.nearest(name, names)
                    .map(s -> "; did you mean '" + s + "'?")
                    .orElse("");
            throw Failure.badInput(
                    "no problem '%s' in the catalogue (%s)%s".formatted(name, String.join(", ", names), hint));
        }
    }

    /**
     * A problem of the catalogue, with a reference only if a formula gives it; nothing is computed.
     * @throws Failure if there is none of that name
     */
    Task stated(String name);

    /**
     * A problem of the catalogue with the best reference that it has.
     * @param note told what takes time
     * @throws Failure if there is none of that name
     */
    Task task(String name, Consumer<String> note);

    /**
     * Computed from the statement with a floor of at most {@code tolerance}.
     * @throws Failure if that costs too much, or the statement has none, with the reason
     */
    Computed reference(Task task, ReferenceMethod method, double tolerance);

    /**
     * Computed from the statement to a floor of {@code tolerance}, or as near to it as the method comes.
     * @throws IllegalArgumentException if there are no values at all, with the reason
     */
    Computed attempt(Task task, ReferenceMethod method, double tolerance);

    /**
     * A problem with a reference computed from its statement, if that is possible in reasonable time.
     * @param note told what takes time, or why there is none
     */
    Task referenced(Task task, Consumer<String> note);

    /** @param update called from the solving thread */
    Answer solve(Task task, Settings settings, Consumer<Update> update, Stop stop);

    /**
     * What a study of a problem repeats.
     * @param settings the seed is the study's own
     * @throws Failure if there is no problem of that name, or it lacks the recipe
     */
    Experiment experiment(String name, Settings settings);

    Stored open(Path file) throws IOException;

    /** What {@code doctor} says, one line each. */
    List<String> diagnosis();
}
