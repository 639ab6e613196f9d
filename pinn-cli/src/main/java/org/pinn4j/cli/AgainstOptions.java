package org.pinn4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.validation.file.TabulatedSolution;
import picocli.CommandLine.Option;

/** What {@code reference} compares with, besides what the problem knows itself. */
final class AgainstOptions {
    @Option(
            names = "--check",
            description = "Compute the problem by the other method as well, to ten times the tolerance, and compare.")
    private boolean check;

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description =
                    "Compare with the values of a file: .csv (a column for each axis and field), .npy (on the grid), .mat"
                            + " (MATLAB, level 5).")
    private Path file;

    @Option(
            names = "--against-floor",
            paramLabel = "2.9e-12",
            description =
                    "Relative L2 distance of that file from the truth; exit code 1 if the difference is more than the"
                            + " floors explain.")
    private Double floor;

    boolean check() {
        return check;
    }

    Path file() {
        return file;
    }

    /** The file's values, if one was given. @throws IOException with the file and what is wrong with it */
    Optional<TabulatedSolution> solution(Problem problem, Grid grid) throws IOException {
        Failure.require(floor == null || file != null, "--against-floor: of what? Give the file with --against FILE");
        Failure.require(
                floor == null || floor >= 0 && floor < 1,
                "--against-floor %s: need a number in [0, 1)".formatted(floor));
        if (file == null) {
            return Optional.empty();
        }
        TabulatedSolution read = TabulatedSolution.read(file, problem, grid);
        return Optional.of(floor == null ? read : read.withFloor(floor));
    }
}
