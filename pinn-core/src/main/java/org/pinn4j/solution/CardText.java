package org.pinn4j.solution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.pinn4j.io.NamedArrays;

/** A model card as strings by key. */
final class CardText {
    private CardText() {}

    static NamedArrays write(NamedArrays content, ModelCard card) {
        NamedArrays result = content.withMetadata("card.recipe", card.recipe())
                .withMetadata("card.seed", Long.toString(card.seed()))
                .withMetadata("card.outcome", card.outcome().name())
                .withMetadata("card.advice", card.advice())
                .withMetadata("card.steps", Integer.toString(card.steps()))
                .withMetadata("card.points", Integer.toString(card.points()))
                .withMetadata("card.parameters", Integer.toString(card.parameters()))
                .withMetadata("card.heldOut", Double.toString(card.heldOut()))
                .withMetadata("card.backend", card.backend())
                .withMetadata("card.version", card.version());
        if (card.tolerance().isPresent()) {
            result = result.withMetadata(
                    "card.tolerance", Double.toString(card.tolerance().getAsDouble()));
        }
        if (card.overZeroField().isPresent()) {
            result = result.withMetadata(
                    "card.overZeroField", Double.toString(card.overZeroField().getAsDouble()));
        }
        result = SolutionFile.list(result, "card.knowledge", card.knowledge());
        result = SolutionFile.list(result, "card.note", card.notes());
        for (int k = 0; k < card.errors().size(); k++) {
            ModelCard.Measured m = card.errors().get(k);
            String key = "card.error." + k;
            result = result.withMetadata(key + ".reference", m.reference())
                    .withMetadata(key + ".grid", m.grid())
                    .withMetadata(key + ".relativeL2", Double.toString(m.relativeL2()))
                    .withMetadata(key + ".maxError", Double.toString(m.maxError()))
                    .withMetadata(key + ".floor", Double.toString(m.floor()));
        }
        return rungs(uncertainties(result, card.uncertainties()), card.rungs());
    }

    private static NamedArrays rungs(NamedArrays content, List<Rung> all) {
        NamedArrays result = content;
        for (int k = 0; k < all.size(); k++) {
            Rung rung = all.get(k);
            String key = "card.rung." + k;
            result = result.withMetadata(key + ".name", rung.name())
                    .withMetadata(key + ".figure", Double.toString(rung.figure()))
                    .withMetadata(key + ".steps", Integer.toString(rung.steps()))
                    .withMetadata(key + ".taken", Boolean.toString(rung.taken()));
        }
        return result;
    }

    private static List<Rung> rungs(Entries e) {
        List<Rung> all = new ArrayList<>();
        while (e.has("card.rung." + all.size() + ".name")) {
            String key = "card.rung." + all.size();
            all.add(new Rung(
                    e.text(key + ".name"),
                    e.number(key + ".figure"),
                    e.integer(key + ".steps"),
                    flag(e, key + ".taken")));
        }
        return all;
    }

    private static NamedArrays uncertainties(NamedArrays content, Map<String, Coefficient.Uncertainty> all) {
        NamedArrays result = content;
        int k = 0;
        for (Map.Entry<String, Coefficient.Uncertainty> entry : all.entrySet()) {
            Coefficient.Uncertainty u = entry.getValue();
            String key = "card.uncertainty." + k++;
            result = result.withMetadata(key + ".coefficient", entry.getKey())
                    .withMetadata(key + ".standardError", Double.toString(u.standardError()))
                    .withMetadata(key + ".low", Double.toString(u.low()))
                    .withMetadata(key + ".high", Double.toString(u.high()));
        }
        return result;
    }

    private static Map<String, Coefficient.Uncertainty> uncertainties(Entries e) {
        Map<String, Coefficient.Uncertainty> all = new LinkedHashMap<>();
        while (e.has("card.uncertainty." + all.size() + ".coefficient")) {
            String key = "card.uncertainty." + all.size();
            String name = e.text(key + ".coefficient");
            Coefficient.Uncertainty u = new Coefficient.Uncertainty(
                    e.number(key + ".standardError"), e.number(key + ".low"), e.number(key + ".high"));
            if (all.put(name, u) != null) {
                throw new IllegalArgumentException("%s: '%s' has one already".formatted(key, name));
            }
        }
        return all;
    }

    private static boolean flag(Entries e, String key) {
        String value = e.text(key);
        if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException("entry '%s': '%s' is neither true nor false".formatted(key, value));
        }
        return value.equals("true");
    }

    private static OptionalDouble optional(Entries e, String key) {
        return e.has(key) ? OptionalDouble.of(e.number(key)) : OptionalDouble.empty();
    }

    static ModelCard read(Entries e) {
        return new ModelCard(
                e.text("card.recipe"),
                e.whole("card.seed"),
                outcome(e),
                e.text("card.advice"),
                e.integer("card.steps"),
                e.integer("card.points"),
                e.integer("card.parameters"),
                e.number("card.heldOut"),
                optional(e, "card.overZeroField"),
                optional(e, "card.tolerance"),
                e.list("card.knowledge"),
                e.list("card.note"),
                e.text("card.backend"),
                e.text("card.version"),
                errors(e),
                uncertainties(e),
                rungs(e));
    }

    private static Outcome outcome(Entries e) {
        String name = e.text("card.outcome");
        return Stream.of(Outcome.values())
                .filter(o -> o.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "entry 'card.outcome': '%s' is none of %s".formatted(name, List.of(Outcome.values()))));
    }

    private static List<ModelCard.Measured> errors(Entries e) {
        List<ModelCard.Measured> errors = new ArrayList<>();
        while (e.has("card.error." + errors.size() + ".reference")) {
            String key = "card.error." + errors.size();
            errors.add(new ModelCard.Measured(
                    e.text(key + ".reference"),
                    e.text(key + ".grid"),
                    e.number(key + ".relativeL2"),
                    e.number(key + ".maxError"),
                    e.number(key + ".floor")));
        }
        return errors;
    }
}
