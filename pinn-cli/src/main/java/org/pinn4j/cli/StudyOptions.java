package org.pinn4j.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.pinn4j.validation.study.Variable;
import picocli.CommandLine.Option;

/** The options of {@code study}. */
final class StudyOptions {
    @Option(
            names = "--vary",
            paramLabel = "NAME=V1,V2,...",
            description =
                    "points, width, depth, optimiser (levenberg-marquardt, ssbroyden, lbfgs, adam) or reference"
                            + " (its largest floor). Repeat it for a product. Points, network or optimiser varied fix the recipe.")
    private List<String> varied = new ArrayList<>();

    @Option(names = "--seeds", paramLabel = "1,2,3", split = ",", description = "One run of each combination for each.")
    private long[] seeds = {1};

    @Option(
            names = "--budget",
            paramLabel = "60s",
            description = "Time to train, each run: 500ms, 60s, 2m (default: 60s).")
    private Duration budget;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Train each run at most so many steps; without --budget for as long as they take.")
    private Integer steps;

    @Option(
            names = "--recipe",
            paramLabel = "standard|expert",
            description = "What is varied (default: ${DEFAULT-VALUE}).")
    private String recipe = "standard";

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
            description = "Folder of the study; one that was begun goes on (default: out/study-NAME).")
    private Path out;

    @Option(names = "--no-plots", description = "Draw no PNG pictures; the HTML page has its own.")
    private boolean noPlots;

    /** Checked; an error names the option, the value and what is possible. */
    Settings settings() {
        SolveOptions.require(steps == null || steps >= 1, "--steps " + steps + ": need at least 1");
        SolveOptions.require(threads >= 1 && threads <= 1024, "--threads " + threads + ": need 1 to 1024");
        SolveOptions.oneOf("--recipe", recipe, SolveOptions.RECIPES);
        SolveOptions.oneOf("--backend", backend, SolveOptions.BACKENDS);
        return new Settings(
                seeds[0],
                Optional.ofNullable(budget),
                steps == null ? OptionalInt.empty() : OptionalInt.of(steps),
                recipe,
                OptionalDouble.empty(),
                threads,
                backend);
    }

    List<Variable> variables() {
        return varied.stream().map(StudyOptions::variable).toList();
    }

    private static Variable variable(String text) {
        int equals = text.indexOf('=');
        SolveOptions.require(
                equals > 0 && equals < text.length() - 1,
                "--vary %s: write a name and its values, for example points=500,1000,2000".formatted(text));
        try {
            return Variable.of(
                    text.substring(0, equals), text.substring(equals + 1).split(",", -1));
        } catch (IllegalArgumentException e) {
            throw Failure.badInput("--vary " + Errors.firstLine(e), e);
        }
    }

    long[] seeds() {
        return seeds.clone();
    }

    Path out(String name) {
        return OutFolder.prepare(out == null ? Path.of("out", "study-" + name) : out);
    }

    boolean plots() {
        return !noPlots;
    }
}
