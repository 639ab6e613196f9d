package org.pinn4j.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** The options that {@code solve} and {@code run} share. */
final class SolveOptions {
    static final List<String> BACKENDS = List.of("auto", "openblas", "system", "jblas", "java");
    static final List<String> RECIPES = List.of("standard", "expert");

    @Option(names = "--seed", paramLabel = "N", description = "Seed of every random draw (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

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

    @Option(
            names = "--tolerance",
            paramLabel = "1e-6",
            description = "Stop when the relative held-out residual is this small; exit code 3 if it never is.")
    private Double tolerance;

    @Option(names = "--threads", paramLabel = "N", description = "Workers (default: all processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--backend",
            paramLabel = "auto|openblas|system|jblas|java",
            description = "Linear algebra (default: ${DEFAULT-VALUE}).")
    private String backend = "auto";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for solution.pinn and pictures (default: out/NAME).")
    private Path out;

    @Option(names = "--no-plots", description = "Draw no pictures.")
    private boolean noPlots;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as one JSON object.")
    private Path json;

    /** Checked; an error names the option, the value and what is possible. */
    Settings settings() {
        require(steps == null || steps >= 1, "--steps " + steps + ": need at least 1");
        require(
                tolerance == null || tolerance > 0 && tolerance < 1,
                "--tolerance " + tolerance + ": need a number in (0, 1)");
        require(threads >= 1 && threads <= 1024, "--threads " + threads + ": need 1 to 1024");
        oneOf("--recipe", recipe, RECIPES);
        oneOf("--backend", backend, BACKENDS);
        return new Settings(
                seed,
                Optional.ofNullable(budget),
                steps == null ? OptionalInt.empty() : OptionalInt.of(steps),
                recipe,
                tolerance == null ? OptionalDouble.empty() : OptionalDouble.of(tolerance),
                threads,
                backend);
    }

    Path out(String name) {
        return OutFolder.prepare(out == null ? Path.of("out", name) : out);
    }

    /** @return null if not asked for */
    Path json() {
        return json == null ? null : OutFolder.prepareFor(json, "--json");
    }

    boolean plots() {
        return !noPlots;
    }

    static void oneOf(String option, String value, List<String> known) {
        String hint = DidYouMean.nearest(value, known)
                .map(s -> "; did you mean '" + s + "'?")
                .orElse("");
        require(
                known.contains(value),
                "%s %s: choose one of %s%s".formatted(option, value, String.join(", ", known), hint));
    }

    static void require(boolean holds, String message) {
        if (!holds) {
            throw Failure.badInput(message);
        }
    }
}
