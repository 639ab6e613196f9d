package org.pinn4j.train;

import java.util.List;
import org.pinn4j.solution.Outcome;
import org.pinn4j.solution.Rung;

/**
 * One way from first step to last: a trial, or what follows it; a direct solve.
 * @param network the best one by the held-out residual
 * @param onwards the recipe to go on with from here
 * @param rungs that were tried, where several were open
 */
record Leg(TrainedNetwork network, Recipe onwards, TrainingResult result, List<Rung> rungs) {
    Leg {
        rungs = List.copyOf(rungs);
    }

    Leg(TrainedNetwork network, Recipe onwards, TrainingResult result) {
        this(network, onwards, result, List.of());
    }

    Leg withNotes(List<String> notes) {
        return new Leg(network, onwards, result.withNotes(notes), rungs);
    }

    Leg withRungs(List<Rung> tried) {
        return new Leg(network, onwards, result, tried);
    }

    /** The same where what followed ended like this. @param words what it threw; empty for a cancellation */
    Leg followedBy(Outcome outcome, String words) {
        return new Leg(network, onwards, result.followedBy(outcome, words), rungs);
    }

    Leg judged() {
        return new Leg(network, onwards, result.judged(), rungs);
    }

    /** The outcome of this training with the network of its trial, which it did not get past. */
    Leg behind(Leg trial, Recipe next) {
        return behind(trial, next, result.outcome(), result.message());
    }

    /** Steps, time and history of this one, with the network of an earlier one. */
    Leg behind(Leg earlier, Recipe next, Outcome outcome, String message) {
        TrainingResult figures = new TrainingResult(
                outcome,
                earlier.result.heldOut(),
                earlier.result.overZeroField(),
                result.steps(),
                earlier.result.points(),
                result.seconds(),
                message,
                result.notes(),
                result.history());
        return new Leg(earlier.network, next, figures);
    }
}
