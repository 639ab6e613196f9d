package org.pinn4j.train;

import org.pinn4j.solution.Continuation;
import org.pinn4j.solution.Solution;

/**
 * The recipe of a training as it was chosen, and as it is to go on.
 * @param steps of all runs so far
 */
record Going(Recipe chosen, Recipe onwards, long steps) implements Continuation {
    @Override
    public String recipe() {
        return chosen.toString();
    }

    @Override
    public String next() {
        return onwards.toString();
    }

    /** @throws IllegalArgumentException if the solution holds no recipe, or one that cannot be read */
    static Going from(Solution start) {
        Continuation stored = start.continuation()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the solution holds no recipe (it was saved by an older version, or not trained); say"
                                + " how to go on: Pinn.with(recipe).startingFrom(solution)"));
        if (stored instanceof Going going) {
            return going;
        }
        try {
            return new Going(read(stored.recipe(), start), read(stored.next(), start), stored.steps());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "start: %s; or say how to go on: Pinn.with(recipe).startingFrom(solution)"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private static Recipe read(String text, Solution start) {
        return Recipe.parse(text, start.problem(), start.functions());
    }
}
