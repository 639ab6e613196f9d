package org.pinn4j.train;

import java.util.List;

/**
 * One training from first step to last: a trial, or what follows it.
 * @param network the best one by the held-out residual
 * @param onwards the recipe to go on with from here
 */
record Leg(TrainedNetwork network, Recipe onwards, TrainingResult result) {
    Leg withNotes(List<String> notes) {
        return new Leg(network, onwards, result.withNotes(notes));
    }

    Leg judged() {
        return new Leg(network, onwards, result.judged());
    }

    /** The outcome of this training with the network of its trial, which it did not get past. */
    Leg behind(Leg trial, Recipe next) {
        TrainingResult here = result;
        TrainingResult figures = new TrainingResult(
                here.outcome(),
                trial.result.heldOut(),
                trial.result.overZeroField(),
                here.steps(),
                trial.result.points(),
                here.seconds(),
                here.message(),
                here.notes(),
                here.history());
        return new Leg(trial.network, next, figures);
    }
}
