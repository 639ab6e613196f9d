package org.pinn4j.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** The options of every command that trains: how long, by which recipe, on what. */
final class TrainingOptions {
    private static final List<String> BACKENDS = List.of("auto", "openblas", "system", "jblas", "java");
    private static final List<String> RECIPES = List.of("standard", "expert");
    private static final int MOST_THREADS = 1024;

    @Option(names = "--budget", paramLabel = "60s", description = "Time to train: 500ms, 60s, 2m (default: 60s).")
    private Duration budget;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Train at most so many steps; without --budget for as long as they take.")
    private Integer steps;

    @Option(
            names = "--recipe",
            paramLabel = "standard|expert",
            description = "standard knows the statement alone (default: ${DEFAULT-VALUE}).")
    private String recipe = "standard";

    @Option(names = "--threads", paramLabel = "N", description = "Workers (default: all processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--backend",
            paramLabel = "auto|openblas|system|jblas|java",
            description = "Linear algebra (default: ${DEFAULT-VALUE}).")
    private String backend = "auto";

    /** Checked; an error names the option, the value and what is possible. */
    Settings settings(long seed, OptionalDouble tolerance) {
        Failure.require(steps == null || steps >= 1, "--steps " + steps + ": need at least 1");
        Failure.require(
                threads >= 1 && threads <= MOST_THREADS, "--threads %d: need 1 to %d".formatted(threads, MOST_THREADS));
        oneOf("--recipe", recipe, RECIPES);
        oneOf("--backend", backend, BACKENDS);
        return new Settings(
                seed,
                Optional.ofNullable(budget),
                steps == null ? OptionalInt.empty() : OptionalInt.of(steps),
                recipe,
                tolerance,
                threads,
                backend);
    }

    private static void oneOf(String option, String value, List<String> known) {
        String hint = DidYouMean.nearest(value, known)
                .map(s -> "; did you mean '" + s + "'?")
                .orElse("");
        Failure.require(
                known.contains(value),
                "%s %s: choose one of %s%s".formatted(option, value, String.join(", ", known), hint));
    }
}
