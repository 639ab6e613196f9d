package org.pinn4j.benchmarks.published;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.pinn4j.validation.study.Figures;
import org.pinn4j.validation.study.SecondsTo;

/**
 * What a run came to.
 * @param figures none where it failed
 * @param rung that the solution is from; empty where a recipe said which
 * @param secondsTo errors; empty for those that it does not come to
 * @param failure why, in one line; empty where it did not
 */
public record Result(
        Run run, Optional<Figures> figures, String rung, Map<Double, OptionalDouble> secondsTo, String failure) {
    static final String RUNG = "rung";

    static String key(double error) {
        return String.format(Locale.ROOT, "seconds to %.0e", error);
    }

    static Result failed(Run run, String why) {
        return new Result(run, Optional.empty(), "", Map.of(), why);
    }

    /** @throws IllegalArgumentException if a member is missing or no number where it should be */
    static Result read(Run run, Map<String, String> members) {
        Map<Double, OptionalDouble> secondsTo = new TreeMap<>();
        for (double error : SecondsTo.ERRORS) {
            String seconds = text(members, key(error));
            secondsTo.put(
                    error, seconds.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(seconds)));
        }
        return new Result(run, Optional.of(Figures.read(members::get)), text(members, RUNG), secondsTo, "");
    }

    private static String text(Map<String, String> members, String key) {
        return Optional.ofNullable(members.get(key))
                .orElseThrow(() -> new IllegalArgumentException("no member '%s'".formatted(key)));
    }
}
