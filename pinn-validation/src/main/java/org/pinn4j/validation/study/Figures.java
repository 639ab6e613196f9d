package org.pinn4j.validation.study;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.pinn4j.Pinn;
import org.pinn4j.args.Args;
import org.pinn4j.solution.ErrorReport;
import org.pinn4j.solution.ModelCard;

/**
 * What one run found; an unknown number is NaN. Immutable.
 * @param relativeL2 error against the reference
 * @param maxError largest error at a point
 * @param floor relative L2 error that the reference itself may have
 * @param reference what it is
 * @param heldOut relative residual on points that no gradient saw
 * @param seconds of training
 * @param steps optimiser steps
 * @param points training points, all regions together
 * @param parameters of network and problem
 * @param outcome name of the outcome, such as {@code COMPLETED}
 * @param machine Java and linear algebra that it ran on
 */
public record Figures(
        double relativeL2,
        double maxError,
        double floor,
        String reference,
        double heldOut,
        double seconds,
        int steps,
        int points,
        int parameters,
        String outcome,
        String machine) {
    public Figures {
        Args.given(reference, "reference", outcome, "outcome");
        Args.given(machine, "machine");
    }

    /** Whether the error is a number that a logarithm may be taken of, above what the reference can tell. */
    public boolean isAboveFloor() {
        return Double.isFinite(relativeL2) && relativeL2 > 0 && !(relativeL2 < floor);
    }

    /** Of a solve and its error. */
    public static Figures of(Pinn.Solved solved, ErrorReport error) {
        Args.given(solved, "solved", error, "error");
        ModelCard card = solved.solution().card();
        return new Figures(
                error.relativeL2(),
                error.maxError(),
                error.floor(),
                error.referenceKind(),
                card.heldOut(),
                solved.training().seconds(),
                card.steps(),
                card.points(),
                card.parameters(),
                card.outcome().name(),
                "Java %s, %s".formatted(Runtime.version(), card.backend()));
    }

    /** The same with another error, such as that of a coefficient. */
    public Figures withError(double error) {
        return new Figures(
                error, maxError, floor, reference, heldOut, seconds, steps, points, parameters, outcome, machine);
    }

    /** By name, numbers in full. */
    public Map<String, String> texts() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("relativeL2", Double.toString(relativeL2));
        all.put("maxError", Double.toString(maxError));
        all.put("floor", Double.toString(floor));
        all.put("reference", reference);
        all.put("heldOut", Double.toString(heldOut));
        all.put("seconds", Double.toString(seconds));
        all.put("steps", Integer.toString(steps));
        all.put("points", Integer.toString(points));
        all.put("parameters", Integer.toString(parameters));
        all.put("outcome", outcome);
        all.put("machine", machine);
        return all;
    }

    /**
     * What {@link #texts} wrote.
     * @param member by name; null for none
     * @throws IllegalArgumentException if one is missing or no number where it should be
     */
    public static Figures read(Function<String, String> member) {
        Args.given(member, "member");
        Function<String, String> text = name -> {
            String value = member.apply(name);
            if (value == null) {
                throw new IllegalArgumentException("no member '%s'".formatted(name));
            }
            return value;
        };
        return new Figures(
                Double.parseDouble(text.apply("relativeL2")),
                Double.parseDouble(text.apply("maxError")),
                Double.parseDouble(text.apply("floor")),
                text.apply("reference"),
                Double.parseDouble(text.apply("heldOut")),
                Double.parseDouble(text.apply("seconds")),
                Integer.parseInt(text.apply("steps")),
                Integer.parseInt(text.apply("points")),
                Integer.parseInt(text.apply("parameters")),
                text.apply("outcome"),
                text.apply("machine"));
    }
}
