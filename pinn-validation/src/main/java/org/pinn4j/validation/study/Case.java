package org.pinn4j.validation.study;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.pinn4j.args.Args;
import org.pinn4j.io.Json;

/**
 * One run of a study: a value for each variable, and a seed. Immutable.
 * @param choices value by variable name, in the order of the variables
 */
public record Case(Map<String, String> choices, long seed) {
    private static final int KEY_BYTES = 12;

    public Case {
        Args.given(choices, "choices");
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
    }

    /** All combinations; the last variable changes fastest, and the seed before any variable. */
    static List<Case> all(List<Variable> variables, List<Long> seeds) {
        List<Case> cases = new ArrayList<>();
        combine(variables, 0, new LinkedHashMap<>(), choices -> seeds.forEach(s -> cases.add(new Case(choices, s))));
        return List.copyOf(cases);
    }

    private static void combine(
            List<Variable> variables, int first, Map<String, String> chosen, Consumer<Map<String, String>> each) {
        if (first == variables.size()) {
            each.accept(chosen);
            return;
        }
        Variable variable = variables.get(first);
        for (String value : variable.values()) {
            chosen.put(variable.name(), value);
            combine(variables, first + 1, chosen, each);
        }
    }

    /** A number of this run under these settings: 96 bits of SHA-256 over all that tells it from another. */
    String key(Map<String, String> settings) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("settings", new TreeMap<>(settings));
        all.put("choices", new TreeMap<>(choices));
        all.put("seed", seed);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(Json.compact(all).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
        }
    }

    /** The choices of the other variables. */
    Map<String, String> without(String variable) {
        Map<String, String> rest = new LinkedHashMap<>(choices);
        rest.remove(variable);
        return rest;
    }

    /** {@code points 500, width 16}. */
    static String text(Map<String, String> choices) {
        return choices.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return (choices.isEmpty() ? "" : text(choices) + ", ") + "seed " + seed;
    }
}
