package org.pinn4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.pinn4j.solution.Outcome;
import org.pinn4j.solution.Solution;

/**
 * Where the answer of a solve stands. It is saved twice: at once, so that nothing which follows can lose it, and again with what
 * the estimate says of it. An answer that turns out to be none does not take the place of a better one of the same problem: it
 * stands beside it, under the name of its outcome.
 */
final class SolutionPlace {
    private final Path file;
    private final Path first;
    private final Optional<Solution> before;
    private final Saving saving;
    private final PrintWriter err;

    /** @param solution what is to be saved; its functions given as code are those of an earlier file */
    SolutionPlace(Path folder, Solution solution, Saving saving, PrintWriter err) {
        this.file = folder.resolve("solution.pinn");
        this.before = better(file, solution);
        this.first = before.isPresent() ? folder.resolve("solution-new.pinn") : file;
        this.saving = saving;
        this.err = err;
    }

    /** A file of the same problem that holds an answer. */
    private static Optional<Solution> better(Path file, Solution solution) {
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(Solution.load(file, solution.functions()))
                            .filter(s -> s.problem().equals(solution.problem()) && !isNone(s.outcome()))
                    : Optional.empty();
        } catch (IOException | RuntimeException e) { // of another version, or damaged
            return Optional.empty();
        }
    }

    private static boolean isNone(Outcome outcome) {
        return outcome == Outcome.NON_FINITE || outcome == Outcome.FAILED || outcome == Outcome.UNRESOLVED;
    }

    /** Before anything is known of it. */
    void saveFirst(Solution solution) {
        saving.save("the solution", first, solution::save);
    }

    /** @return where it is; empty if nowhere */
    Optional<Path> save(Solution judged) {
        Optional<Path> saved = saving.save("the solution", target(judged), judged::save);
        if (!first.equals(file)) {
            forget();
        }
        return saved;
    }

    private Path target(Solution judged) {
        if (before.isEmpty() || !isNone(judged.outcome())) {
            return file;
        }
        String outcome = judged.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Path beside = file.resolveSibling("solution-" + outcome + ".pinn");
        err.println("note: %s has an answer of this problem (%s, held-out residual %s) and is kept; this one is in %s"
                .formatted(
                        file,
                        before.get().outcome(),
                        ResultTable.size(before.get().card().heldOut()),
                        beside.getFileName()));
        return beside;
    }

    private void forget() {
        try {
            Files.deleteIfExists(first);
        } catch (IOException e) {
            err.println("note: %s is not removed: %s".formatted(first, Errors.firstLine(e)));
        }
    }
}
