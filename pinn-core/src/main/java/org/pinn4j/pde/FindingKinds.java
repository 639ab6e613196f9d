package org.pinn4j.pde;

import java.util.List;

/** What the keys of findings begin with. The names after the colon may belong to what is stated later, these words do not. */
final class FindingKinds {
    private static final List<String> ALL = List.of(
            "contradicting-equations",
            "contradicting-initial",
            "disagree",
            "gauge",
            "ill-posed",
            "initial-value",
            "missing-boundary",
            "missing-equation",
            "missing-initial",
            "narrow",
            "parameter-axis",
            "partial-wrap",
            "singular",
            "surplus-boundary",
            "surplus-equation",
            "surplus-initial",
            "unbalanced",
            "unused-axis",
            "varying-equation",
            "wrap-jump",
            "wrap-slope");

    private FindingKinds() {}

    static boolean has(String key) {
        return ALL.contains(key.split(":", 2)[0]);
    }

    /** @throws IllegalArgumentException with the known ones, if no finding has such a key, whatever the statement */
    static void require(String key) {
        if (!has(key)) {
            throw new IllegalArgumentException(
                    "acknowledge %s: no finding has such a key; it is what a finding's message ends in, a colon and names after one of %s"
                            .formatted(key, String.join(", ", ALL)));
        }
    }
}
