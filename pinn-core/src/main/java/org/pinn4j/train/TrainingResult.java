package org.pinn4j.train;

import java.util.List;
import org.pinn4j.solution.Outcome;

/**
 * How a run ended.
 * @param heldOut relative held-out residual of the best network: mean size over that of the untrained network
 * @param steps done, trials included
 * @param points training points at the end
 * @param seconds training time
 * @param message for a failure: which condition and where; otherwise empty
 * @param notes decisions taken on the way, one line each
 */
public record TrainingResult(
        Outcome outcome,
        double heldOut,
        int steps,
        int points,
        double seconds,
        String message,
        List<String> notes,
        History history) {
    public TrainingResult {
        notes = List.copyOf(notes);
    }

    TrainingResult withNotes(List<String> newNotes) {
        return new TrainingResult(outcome, heldOut, steps, points, seconds, message, newNotes, history);
    }
}
