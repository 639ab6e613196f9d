package org.pinn4j.cli;

import java.util.List;

/** An option that takes one of a few words. */
final class Choice {
    private Choice() {}

    /** @throws Failure that names the option, the value and what is possible, the nearest word first */
    static void require(String option, String value, List<String> known) {
        Failure.require(
                known.contains(value),
                "%s %s: choose one of %s%s"
                        .formatted(option, value, String.join(", ", known), DidYouMean.hint(value, known)));
    }
}
