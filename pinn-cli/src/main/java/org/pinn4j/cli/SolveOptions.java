package org.pinn4j.cli;

import java.nio.file.Path;
import java.util.OptionalDouble;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that {@code solve} and {@code run} share. */
final class SolveOptions {
    @Option(names = "--seed", paramLabel = "N", description = "Seed of every random draw (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Mixin
    private TrainingOptions training;

    @Option(
            names = "--tolerance",
            paramLabel = "1e-6",
            description = "Stop when the relative held-out residual is this small; exit code 3 if it never is.")
    private Double tolerance;

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
        Failure.require(
                tolerance == null || tolerance > 0 && tolerance < 1,
                "--tolerance " + tolerance + ": need a number in (0, 1)");
        return training.settings(seed, tolerance == null ? OptionalDouble.empty() : OptionalDouble.of(tolerance));
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
}
