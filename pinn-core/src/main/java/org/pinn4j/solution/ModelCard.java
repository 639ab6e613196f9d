package org.pinn4j.solution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Where a solution comes from. Holds nothing that differs between two equal runs: no times, no number of threads. Immutable.
 * @param recipe name of the recipe
 * @param seed of every random number of the run
 * @param outcome how the solve ended
 * @param advice what the outcome suggests to do; empty where all is well
 * @param steps optimiser steps, trials included
 * @param points training points at the end
 * @param parameters length of theta
 * @param heldOut relative held-out residual: mean size over that of the untrained network
 * @param tolerance the bound that was asked for, if any
 * @param knowledge what the recipe used beyond the statement
 * @param notes decisions taken on the way
 * @param backend description of the linear algebra
 * @param version of the library
 * @param errors comparisons with references
 */
public record ModelCard(
        String recipe,
        long seed,
        Outcome outcome,
        String advice,
        int steps,
        int points,
        int parameters,
        double heldOut,
        OptionalDouble tolerance,
        List<String> knowledge,
        List<String> notes,
        String backend,
        String version,
        List<Measured> errors) {
    /** The version of this library that the cards of its solutions name. */
    public static final String VERSION = "0.1.0";

    /** What a comparison found, and the floor of the reference that it was made with. */
    public record Measured(String reference, String grid, double relativeL2, double maxError, double floor) {
        public Measured {
            Objects.requireNonNull(reference, "reference");
            Objects.requireNonNull(grid, "grid");
        }

        public boolean belowFloor() {
            return relativeL2 < floor;
        }
    }

    public ModelCard {
        Objects.requireNonNull(recipe, "recipe");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(advice, "advice");
        Objects.requireNonNull(tolerance, "tolerance");
        Objects.requireNonNull(backend, "backend");
        Objects.requireNonNull(version, "version");
        knowledge = List.copyOf(knowledge);
        notes = List.copyOf(notes);
        errors = List.copyOf(errors);
    }

    /** The card of parameters that were not found by a recipe. */
    public static ModelCard untrained() {
        return new ModelCard(
                "none",
                0,
                Outcome.COMPLETED,
                "",
                0,
                0,
                0,
                Double.NaN,
                OptionalDouble.empty(),
                List.of(),
                List.of(),
                "",
                "",
                List.of());
    }

    /** The same with one more comparison. */
    public ModelCard withError(ErrorReport report) {
        List<Measured> longer = new ArrayList<>(errors);
        longer.add(new Measured(
                report.referenceKind(), report.grid(), report.relativeL2(), report.maxError(), report.floor()));
        return new ModelCard(
                recipe,
                seed,
                outcome,
                advice,
                steps,
                points,
                parameters,
                heldOut,
                tolerance,
                knowledge,
                notes,
                backend,
                version,
                longer);
    }

    /** Whether the outcome is one that a caller who asked for an answer must not overlook. */
    boolean failed() {
        return outcome == Outcome.NON_FINITE
                || tolerance.isPresent() && (outcome == Outcome.STALLED || outcome == Outcome.BUDGET_SPENT);
    }

    /** Outcome, numbers and advice in one line. */
    String failure() {
        String asked = tolerance.isPresent() ? ", tolerance " + size(tolerance.getAsDouble()) : "";
        return "%s after %s steps: relative held-out residual %s%s%s%s"
                .formatted(outcome, steps, size(heldOut), asked, advice.isEmpty() ? "" : "; ", advice);
    }

    private static String size(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
