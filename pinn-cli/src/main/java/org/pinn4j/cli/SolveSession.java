package org.pinn4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pinn4j.Pinn;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Finding;
import org.pinn4j.pde.Problem;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.solution.ErrorReport;
import org.pinn4j.solution.Reference;
import org.pinn4j.solution.Solution;
import org.pinn4j.validation.estimate.Estimates;
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
     * @param reference what the answer is compared with
     * @return the exit code
     */
    int solve(CatalogueProblem problem, Optional<Reference> reference) throws IOException {
        Problem statement = problem.statement();
        List<Finding> blocking = statement.blockingFindings();
        if (!blocking.isEmpty()) {
            throw Failure.badInput(problem.name() + ": " + blocking.get(0));
        }
        Pinn pinn = options.pinn(problem);
        statement.openFindings().forEach(f -> err.println("note: " + f.message()));
        out.println(statement);
        out.flush();
        return solve(problem, pinn, reference.map(r -> new GridReference(r, problem.grid())));
    }

    private int solve(CatalogueProblem problem, Pinn pinn, Optional<GridReference> truth) throws IOException {
        Problem statement = problem.statement();
        Optional<LiveError> live =
                truth.map(r -> new LiveError(statement.axes(), statement.fields(), problem.grid(), r));
        try (Stop stop = new Stop().listen()) {
            WatchedSolve watched;
            Pinn.Solved solved;
            try (ProgressLine line = new ProgressLine(err, Terminal.columns(), System::nanoTime)) {
                watched = new WatchedSolve(line, live);
                solved = watched.run(pinn, statement, stop);
            }
            return report(problem, truth, solved, watched.history(), stop);
        }
    }

    private int report(
            CatalogueProblem problem,
            Optional<GridReference> truth,
            Pinn.Solved solved,
            List<WatchedSolve.Point> history,
            Stop stop)
            throws IOException {
        Solution solution = solved.solution();
        Path file = folder.resolve("solution.pinn");
        boolean saved = save(solution, file); // first of all: nothing after this can lose it
        Optional<ErrorReport> comparison = truth.map(r -> solution.compare(r, problem.grid()));
        if (saved && comparison.isPresent()) {
            save(solution.withCard(solution.card().withError(comparison.get())), file);
        }
        Optional<Estimates> estimates =
                stop.requested() ? Optional.empty() : Optional.of(Estimates.of(solution, problem.grid()));
        Report report = new Report(problem, options, solved, comparison, estimates);
        List<Path> pictures =
                options.plots() && !stop.requested() ? draw(problem, truth, solution, history) : List.of();
        if (json != null) {
            Files.writeString(json, ResultJson.of(report), StandardCharsets.UTF_8);
        }
        tell(report, saved ? file.toString() : "not saved", pictures);
        return stop.requested() ? ExitCode.INTERRUPTED : exitCode(report);
    }

    private void tell(Report report, String file, List<Path> pictures) {
        ResultTable.print(out, report, file, pictures);
        report.card().notes().forEach(note -> err.println("note: " + note));
        if (!report.card().advice().isEmpty()) {
            err.println("note: " + report.card().advice());
        }
        out.flush();
        err.flush();
    }

    private static int exitCode(Report report) {
        return ExitCode.of(report.card().outcome(), report.card().tolerance().isPresent());
    }

    /** @return whether it could be: a part of the problem or the network may have no text form */
    private boolean save(Solution solution, Path file) throws IOException {
        try {
            solution.save(file);
            return true;
        } catch (IllegalArgumentException e) {
            err.println("note: not saved: " + Errors.firstLine(e));
            return false;
        }
    }

    private List<Path> draw(
            CatalogueProblem problem,
            Optional<GridReference> truth,
            Solution solution,
            List<WatchedSolve.Point> history) {
        Pictures pictures = new Pictures(folder);
        try {
            Slice slice = Slice.of(problem.statement().axes(), problem.grid());
            List<Field> fields = problem.statement().fields();
            for (Field field : fields) {
                double[] reference = truth.map(r -> r.values(field, slice.points(), slice.size()))
                        .orElse(null);
                String suffix = fields.size() == 1 ? "" : "-" + field.name();
                double[] values = FieldValues.of(solution, field, slice.points(), slice.size());
                pictures.field(field, suffix, slice, values, reference);
            }
            pictures.history(history);
        } catch (IOException | RuntimeException | LinkageError | InternalError e) {
            // no fonts or no graphics on this machine: the answer is worth more than its picture
            err.println("note: no pictures (" + e.getClass().getSimpleName() + ": " + Errors.firstLine(e) + ")");
        }
        return pictures.written();
    }
}
