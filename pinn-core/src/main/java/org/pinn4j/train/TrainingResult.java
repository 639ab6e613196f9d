package org.pinn4j.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Names;
import org.pinn4j.solution.Coefficient;
import org.pinn4j.solution.ModelCard;
import org.pinn4j.solution.Outcome;

/**
 * How a run ended.
 * @param heldOut relative held-out residual of the best network: mean size over that of the untrained network
 * @param overZeroField its held-out residual of the equations and conditions over that of fields that are zero everywhere;
 *     empty where that is not known
 * @param steps done, trials included
 * @param points training points at the end
 * @param seconds training time
 * @param message for a failure: which condition and where; otherwise empty
 * @param notes decisions taken on the way, one line each
 * @param uncertainties of coefficients found from data, by name
 */
public record TrainingResult(
        Outcome outcome,
        double heldOut,
        OptionalDouble overZeroField,
        int steps,
        int points,
        double seconds,
        String message,
        List<String> notes,
        History history,
        Map<String, Coefficient.Uncertainty> uncertainties) {
    public TrainingResult {
        Args.given(outcome, "outcome", overZeroField, "overZeroField");
        Args.given(message, "message");
        Args.list(notes, "notes");
        Args.given(history, "history", uncertainties, "uncertainties");
        notes = List.copyOf(notes);
        uncertainties = Collections.unmodifiableMap(new LinkedHashMap<>(uncertainties));
    }

    /** Without uncertainties. */
    TrainingResult(
            Outcome outcome,
            double heldOut,
            OptionalDouble overZeroField,
            int steps,
            int points,
            double seconds,
            String message,
            List<String> notes,
            History history) {
        this(outcome, heldOut, overZeroField, steps, points, seconds, message, notes, history, Map.of());
    }

    /** The same after a last fit of coefficients: its figures, notes after the present ones, and intervals. */
    TrainingResult identified(
            double newHeldOut, OptionalDouble overZero, List<String> more, Map<String, Coefficient.Uncertainty> found) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new TrainingResult(outcome, newHeldOut, overZero, steps, points, seconds, message, all, history, found);
    }

    /** Whether it ended before its time, so that nothing is to be made of it. */
    boolean failed() {
        return outcome == Outcome.CANCELLED || outcome == Outcome.NON_FINITE || outcome == Outcome.FAILED;
    }

    TrainingResult followedBy(Outcome ending, String words) {
        return with(ending, words, notes);
    }

    TrainingResult withNotes(List<String> newNotes) {
        return with(outcome, message, newNotes);
    }

    /** UNRESOLVED where the residual says that the equations do not hold, unless the outcome is a graver one. */
    TrainingResult judged() {
        double size = overZeroField.orElse(0);
        Outcome judged = size > ModelCard.RESOLVED ? outcome.unresolved() : outcome;
        if (judged == outcome) {
            return this;
        }
        String seen = String.format(
                Locale.ROOT,
                "the held-out residual of equations and conditions is %.2g of what fields that are zero everywhere leave",
                size);
        return with(judged, message.isEmpty() ? seen : message + "; " + seen, notes);
    }

    private TrainingResult with(Outcome newOutcome, String newMessage, List<String> newNotes) {
        return new TrainingResult(
                newOutcome,
                heldOut,
                overZeroField,
                steps,
                points,
                seconds,
                newMessage,
                newNotes,
                history,
                uncertainties);
    }

    /** For logs: outcome, residual, steps and time. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s after %s in %.1f s: held-out residual %.2e on %s%s",
                outcome,
                Names.count(steps, "step"),
                seconds,
                heldOut,
                Names.count(points, "point"),
                message.isEmpty() ? "" : "; " + message);
    }
}
