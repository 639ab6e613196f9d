package org.pinn4j.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.pinn4j.Pinn;
import org.pinn4j.pde.Finding;
import org.pinn4j.pde.Problem;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.validation.study.SecondsTo;
import picocli.CommandLine.Model.CommandSpec;

/** One solve from the checks before it to the table after it. */
final class SolveSession {
    private final PrintWriter out;
    private final PrintWriter err;
    private final SolveOptions options;
    private final Path folder;
    private final Path json;

    private SolveSession(CommandSpec spec, SolveOptions options, String name) {
        this.out = spec.commandLine().getOut();
        this.err = spec.commandLine().getErr();
        this.options = options;
        options.check();
        this.folder = options.out(name);
        this.json = options.json(); // may lie in that folder
    }

    /** Checks the options and that everything can be written, before any work. @throws Failure otherwise */
    static SolveSession open(CommandSpec spec, SolveOptions options, String name) {
        return new SolveSession(spec, options, name);
    }

    /**
     * @param reference finds what the answer is compared with, once all else is known to be right
     * @return the exit code
     */
    int solve(CatalogueProblem problem, Supplier<Truth> reference) {
        Problem statement = problem.statement();
        List<Finding> blocking = statement.blockingFindings();
        if (!blocking.isEmpty()) {
            throw Failure.badInput(problem.name() + ": " + blocking.get(0));
        }
        Pinn pinn = options.pinn(problem);
        if (options.saves()) {
            OutFolder.requireRoom(folder, storedSize(pinn, statement));
        }
        Truth truth = options.isReferenceWanted() ? reference.get() : Truth.none("", false);
        statement.openFindings().forEach(f -> err.println("note: " + f.message()));
        out.println(statement);
        out.flush();
        return solve(problem, pinn, truth.onGridOf(problem));
    }

    /** @throws Failure if the solution could not be saved, which is better known before hours of training than after */
    private static long storedSize(Pinn pinn, Problem statement) {
        try {
            return pinn.storedSize(statement);
        } catch (IllegalArgumentException e) {
            throw Failure.badInput(
                    "the solution could not be saved: %s; --no-save solves without a file"
                            .formatted(Errors.firstLine(e)),
                    e);
        }
    }

    private int solve(CatalogueProblem problem, Pinn pinn, Truth truth) {
        Problem statement = problem.statement();
        Optional<LiveError> live =
                truth.reference().map(r -> new LiveError(statement.domain(), statement.fields(), problem.grid(), r));
        Optional<SecondsTo> secondsTo =
                json == null ? Optional.empty() : truth.reference().map(r -> new SecondsTo());
        try (Stop stop = new Stop().listen()) {
            WatchedSolve watched;
            Pinn.Solved solved;
            try (ProgressLine line = new ProgressLine(err, Terminal.columns(), System::nanoTime)) {
                watched = new WatchedSolve(line, live, secondsTo);
                solved = watched.run(pinn, statement, stop);
            }
            return new Ending(out, err, options, folder, json, problem, truth, stop.requested())
                    .of(solved, watched.history(), secondsTo)
                    .code();
        }
    }
}
