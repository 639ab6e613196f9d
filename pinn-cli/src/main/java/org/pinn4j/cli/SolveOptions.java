package org.pinn4j.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pinn4j.Pinn;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.validation.estimate.Effort;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that {@code solve} and {@code run} share. */
final class SolveOptions {
    private static final String NONE = "none";

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
            names = "--accept-unresolved",
            description =
                    "An answer that does not solve its equations, as after a few steps, is told so and ends with 0.")
    private boolean acceptUnresolved;

    @Option(
            names = "--no-reference",
            description = {
                "Compute no reference, and no estimate, which solves for the error on grids: no error is told, the"
                        + " answer is judged by its residual alone, and a run takes little longer than its budget."
            })
    private boolean noReference;

    @Option(
            names = "--estimate",
            paramLabel = "quick|fine|none",
            description = {
                "The error without a reference: quick takes as long as the solve and about a second, fine about a minute"
                        + " (default: ${DEFAULT-VALUE})."
            })
    private String estimate = "quick";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for solution.pinn and pictures (default: out/NAME).")
    private Path out;

    @Option(names = "--no-save", description = "Write no solution file.")
    private boolean noSave;

    @Option(names = "--no-plots", description = "Draw no pictures.")
    private boolean noPlots;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as one JSON object.")
    private Path json;

    /** @throws Failure that names the option, the value and what is possible */
    void check() {
        Failure.require(
                tolerance == null || tolerance > 0 && tolerance < 1,
                "--tolerance " + tolerance + ": need a number in (0, 1)");
        Choice.require("--estimate", estimate, List.of("quick", "fine", NONE));
        training.check();
    }

    TrainingOptions training() {
        return training;
    }

    /** @throws Failure if it has no recipe of the kind that was asked for, or the backend cannot be used here */
    Pinn pinn(CatalogueProblem problem) {
        Pinn pinn = training.pinn(problem).seed(seed);
        return tolerance == null ? pinn : pinn.tolerance(tolerance);
    }

    Path out(String name) {
        return OutFolder.prepare(out == null ? Path.of("out", name) : out);
    }

    /** @return null if not asked for */
    Path json() {
        return json == null ? null : OutFolder.prepareFor(json, "--json");
    }

    boolean isReferenceWanted() {
        return !noReference;
    }

    /** Empty where none is wanted. */
    Optional<Effort> estimate() {
        return noReference || estimate.equals(NONE)
                ? Optional.empty()
                : Optional.of(Effort.valueOf(estimate.toUpperCase(Locale.ROOT)));
    }

    boolean acceptsUnresolved() {
        return acceptUnresolved;
    }

    boolean saves() {
        return !noSave;
    }

    boolean plots() {
        return !noPlots;
    }
}
