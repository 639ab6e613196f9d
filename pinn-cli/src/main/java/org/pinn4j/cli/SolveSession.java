package org.pinn4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Finding;
import org.pinn4j.solution.ErrorReport;
import org.pinn4j.solution.Reference;
import org.pinn4j.validation.estimate.Estimates;
import picocli.CommandLine.Model.CommandSpec;

/** One solve from the checks before it to the table after it. */
final class SolveSession {
    private final PrintWriter out;
    private final PrintWriter err;
    private final Engine engine;
    private final Settings settings;
    private final Path folder;
    private final Path json;
    private final boolean plots;

    private SolveSession(CommandSpec spec, SolveOptions options, Engine engine, String name) {
        this.out = spec.commandLine().getOut();
        this.err = spec.commandLine().getErr();
        this.engine = engine;
        this.settings = options.settings();
        this.folder = options.out(name);
        this.json = options.json(); // may lie in that folder
        this.plots = options.plots();
    }

    /** Checks the options and that everything can be written, before any work. @throws Failure otherwise */
    static SolveSession open(CommandSpec spec, SolveOptions options, Engine engine, String name) {
        return new SolveSession(spec, options, engine, name);
    }

    /** @return the exit code */
    int solve(Task stated) throws IOException {
        check(stated);
        out.println(stated.problem());
        out.flush();
        Task task = remembering(stated);
        try (Stop stop = new Stop().listen()) {
            Answer answer;
            try (ProgressLine line = new ProgressLine(err, Terminal.columns(), System::nanoTime)) {
                answer = engine.solve(task, settings, line, stop);
            }
            return report(task, answer, stop);
        }
    }

    private void check(Task task) {
        List<Finding> blocking = task.problem().blockingFindings();
        if (!blocking.isEmpty()) {
            throw Failure.badInput(task.name() + ": " + blocking.get(0));
        }
        if (settings.recipe().equals("expert") && task.expert().isEmpty()) {
            throw Failure.badInput("%s has no expert recipe; use --recipe standard".formatted(task.name()));
        }
        task.problem().openFindings().forEach(f -> err.println("note: " + f.message()));
    }

    private static Task remembering(Task task) {
        Optional<Reference> reference = task.reference().map(r -> new GridReference(r, task.grid()));
        return new Task(task.name(), task.problem(), task.grid(), reference, task.expert());
    }

    private int report(Task task, Answer answer, Stop stop) throws IOException {
        Path file = folder.resolve("solution.pinn");
        boolean saved = save(answer, file, Optional.empty()); // first of all: nothing after this can lose it
        Optional<ErrorReport> comparison = task.reference().map(r -> answer.compare(r, task.grid()));
        if (saved && comparison.isPresent()) {
            save(answer, file, comparison);
        }
        Optional<Estimates> estimates = stop.requested() ? Optional.empty() : answer.estimates(task.grid());
        ResultTable table = new ResultTable(task, settings, answer, comparison, estimates);
        Pictures pictures = new Pictures(folder);
        if (plots && !stop.requested()) {
            draw(task, answer, pictures);
        }
        if (json != null) {
            Files.writeString(
                    json, ResultJson.of(task, settings, answer, comparison, estimates), StandardCharsets.UTF_8);
        }
        table.print(out, saved ? file.toString() : "not saved", pictures.written());
        answer.notes().forEach(note -> err.println("note: " + note));
        if (!answer.advice().isEmpty()) {
            err.println("note: " + answer.advice());
        }
        out.flush();
        err.flush();
        return stop.requested()
                ? ExitCode.INTERRUPTED
                : ExitCode.of(answer.outcome(), settings.tolerance().isPresent());
    }

    /** @return whether it could be: a part of the problem or the network may have no text form */
    private boolean save(Answer answer, Path file, Optional<ErrorReport> comparison) throws IOException {
        try {
            answer.save(file, comparison);
            return true;
        } catch (IllegalArgumentException e) {
            err.println("note: not saved: " + Errors.firstLine(e));
            return false;
        }
    }

    private void draw(Task task, Answer answer, Pictures pictures) {
        try {
            Slice slice = Slice.of(task.problem().axes(), task.grid());
            List<Field> fields = task.problem().fields();
            for (Field field : fields) {
                double[] reference = task.reference()
                        .map(r -> r.values(field, slice.points(), slice.size()))
                        .orElse(null);
                String suffix = fields.size() == 1 ? "" : "-" + field.name();
                pictures.field(field, suffix, slice, answer.values(field, slice.points(), slice.size()), reference);
            }
            pictures.history(answer.history());
        } catch (IOException | RuntimeException | LinkageError | InternalError e) {
            // no fonts or no graphics on this machine: the answer is worth more than its picture
            err.println("note: no pictures (" + e.getClass().getSimpleName() + ": " + Errors.firstLine(e) + ")");
        }
    }
}
