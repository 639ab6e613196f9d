package org.pinn4j.benchmarks.published;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One solve of a row.
 * @param seconds the budget
 */
public record Run(Row row, long seed, int seconds) {
    public Run {
        if (seconds < 1) {
            throw new IllegalArgumentException("budget: need 1 s or more, got " + seconds);
        }
    }

    String name() {
        return "%s-%s-%ds-seed%d".formatted(row.problem().name(), row.recipe(), seconds, seed);
    }

    /** What makes it this run, by name. */
    Map<String, String> settings() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("problem", row.problem().name());
        all.put("recipe", row.recipe());
        all.put("seed", Long.toString(seed));
        all.put("budget", seconds + " s");
        return all;
    }
}
