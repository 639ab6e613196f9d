package org.pinn4j.solution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Names;

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
 * @param overZeroField held-out residual of the equations and conditions over that of fields that are zero everywhere, where
 *     it is known: above {@link #RESOLVED} the equations do not hold
 * @param tolerance the bound that was asked for, if any
 * @param knowledge what the recipe used beyond the statement
 * @param notes decisions taken on the way
 * @param backend description of the linear algebra
 * @param version of the library
 * @param errors comparisons with references
 * @param uncertainties of found coefficients by name, where they were computed
 * @param rungs that were tried where more than one way to solve was open, in order; empty where a recipe said which
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
        OptionalDouble overZeroField,
        OptionalDouble tolerance,
        List<String> knowledge,
        List<String> notes,
        String backend,
        String version,
        List<Measured> errors,
        Map<String, Coefficient.Uncertainty> uncertainties,
        List<Rung> rungs) {
    /** The version of this library that the cards of its solutions name. */
    public static final String VERSION = Version.read();

    /** The largest residual, relative to that of the zero field, with which equations are said to hold. */
    public static final double RESOLVED = 0.1;

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

    /** A card without rungs. */
    public ModelCard(
            String recipe,
            long seed,
            Outcome outcome,
            String advice,
            int steps,
            int points,
            int parameters,
            double heldOut,
            OptionalDouble overZeroField,
            OptionalDouble tolerance,
            List<String> knowledge,
            List<String> notes,
            String backend,
            String version,
            List<Measured> errors,
            Map<String, Coefficient.Uncertainty> uncertainties) {
        this(
                recipe,
                seed,
                outcome,
                advice,
                steps,
                points,
                parameters,
                heldOut,
                overZeroField,
                tolerance,
                Args.list(knowledge, "knowledge"),
                Args.list(notes, "notes"),
                backend,
                version,
                Args.list(errors, "errors"),
                Args.given(uncertainties, "uncertainties"),
                List.of());
    }

    public ModelCard {
        Args.list(knowledge, "knowledge");
        Args.list(notes, "notes");
        Args.list(errors, "errors");
        Args.given(uncertainties, "uncertainties");
        Args.list(rungs, "rungs");
        Objects.requireNonNull(recipe, "recipe");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(advice, "advice");
        Objects.requireNonNull(overZeroField, "overZeroField");
        Objects.requireNonNull(tolerance, "tolerance");
        Objects.requireNonNull(backend, "backend");
        Objects.requireNonNull(version, "version");
        knowledge = List.copyOf(knowledge);
        notes = List.copyOf(notes);
        errors = List.copyOf(errors);
        uncertainties = Collections.unmodifiableMap(new LinkedHashMap<>(uncertainties));
        rungs = List.copyOf(rungs);
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
                OptionalDouble.empty(),
                List.of(),
                List.of(),
                "",
                "",
                List.of(),
                Map.of());
    }

    /** The same with one more comparison. */
    public ModelCard withError(ErrorReport report) {
        Args.given(report, "report");
        List<Measured> longer = new ArrayList<>(errors);
        longer.add(new Measured(
                report.referenceKind(), report.grid(), report.relativeL2(), report.maxError(), report.floor()));
        return with(outcome, advice, longer, uncertainties);
    }

    /** The same with another outcome and what to do about it. */
    public ModelCard withOutcome(Outcome newOutcome, String newAdvice) {
        Args.given(newAdvice, "newAdvice");
        return with(newOutcome, newAdvice, errors, uncertainties);
    }

    /** The same with what the data leave open of a coefficient. */
    public ModelCard withUncertainty(String coefficient, Coefficient.Uncertainty uncertainty) {
        Args.given(coefficient, "coefficient", uncertainty, "uncertainty");
        Map<String, Coefficient.Uncertainty> more = new LinkedHashMap<>(uncertainties);
        more.put(coefficient, uncertainty);
        return with(outcome, advice, errors, more);
    }

    private ModelCard with(
            Outcome newOutcome,
            String newAdvice,
            List<Measured> newErrors,
            Map<String, Coefficient.Uncertainty> newUncertainties) {
        return new ModelCard(
                recipe,
                seed,
                newOutcome,
                newAdvice,
                steps,
                points,
                parameters,
                heldOut,
                overZeroField,
                tolerance,
                knowledge,
                notes,
                backend,
                version,
                newErrors,
                newUncertainties,
                rungs);
    }

    /** Whether the outcome is one that a caller who asked for an answer must not overlook. */
    boolean failed() {
        return outcome == Outcome.NON_FINITE
                || outcome == Outcome.FAILED
                || outcome == Outcome.UNRESOLVED
                || tolerance.isPresent() && (outcome == Outcome.STALLED || outcome == Outcome.BUDGET_SPENT);
    }

    /** The rung that this solution is from, where several were open. */
    public Optional<Rung> rung() {
        return rungs.stream().filter(Rung::taken).findFirst();
    }

    /** Outcome, numbers and advice in one line. */
    String failure() {
        String asked = tolerance.isPresent() ? ", tolerance " + size(tolerance.getAsDouble()) : "";
        return "%s after %s: relative held-out residual %s%s%s%s"
                .formatted(
                        outcome,
                        Names.count(steps, "step"),
                        size(heldOut),
                        asked,
                        advice.isEmpty() ? "" : "; ",
                        advice);
    }

    private static String size(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
