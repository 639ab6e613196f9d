package org.pinn4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.pinn4j.Pinn;
import org.pinn4j.io.AtomicFile;
import org.pinn4j.pde.Field;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.solution.ErrorReport;
import org.pinn4j.solution.Outcome;
import org.pinn4j.solution.Solution;
import org.pinn4j.validation.estimate.Effort;
import org.pinn4j.validation.estimate.Estimates;
import org.pinn4j.validation.study.SecondsTo;

/**
 * What follows a training: the answer is saved, compared, estimated, drawn and told. Nothing that cannot be written keeps the
 * answer from being told.
 * @param json where the figures go, or null
 * @param truth what the answer is compared with, if anything
 * @param brief whether somebody waits for the process to end
 */
record Ending(
        PrintWriter out,
        PrintWriter err,
        SolveOptions options,
        Path folder,
        Path json,
        CatalogueProblem problem,
        Truth truth,
        boolean brief) {
    ExitCode of(Pinn.Solved solved, List<WatchedSolve.Point> history, Optional<SecondsTo> secondsTo) {
        Solution solution = solved.solution();
        Saving saving = new Saving(err);
        Optional<SolutionPlace> place =
                options.saves() ? Optional.of(new SolutionPlace(folder, solution, saving, err)) : Optional.empty();
        place.ifPresent(p -> p.saveFirst(solution)); // first of all: nothing after this can lose it
        Report report = report(solved);
        String saved = place.map(
                        p -> p.save(report.solution()).map(Path::toString).orElse("not saved"))
                .orElse("not saved, as was asked");
        List<Path> pictures = brief || !options.plots() ? List.of() : draw(solution, history);
        tell(report, saved, pictures);
        if (json != null) {
            String figures = ResultJson.of(report, () -> secondsTo.flatMap(s -> standing(s, solved)));
            saving.save("the figures", json, f -> AtomicFile.write(f, stream -> stream.write(bytes(figures))));
        }
        return brief
                ? ExitCode.INTERRUPTED
                : ExitCode.of(report.card(), options.acceptsUnresolved(), saving.complete());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Not where somebody waits: it may take longer than a comparison. */
    private Optional<Map<Double, OptionalDouble>> standing(SecondsTo looks, Pinn.Solved solved) {
        return truth.reference()
                .filter(r -> !brief)
                .map(r -> looks.of(
                        solved.solution(),
                        solved.training().seconds(),
                        s -> problem.error(s, r).relativeL2()));
    }

    private Report report(Pinn.Solved solved) {
        Solution solution = solved.solution();
        Optional<ErrorReport> comparison = truth.reference().map(r -> problem.error(solution, r));
        Optional<Estimates> estimates =
                brief ? Optional.empty() : options.estimate().map(effort -> estimates(solution, effort));
        Solution judged = existing(estimates.map(e -> e.judged(solution)).orElse(solution), estimates);
        Solution compared =
                comparison.map(c -> judged.withCard(judged.card().withError(c))).orElse(judged);
        return new Report(problem, options, compared, solved.training(), comparison, truth.reason(), estimates);
    }

    /** Where the solution seems to end at a time and no estimate says that this one is near it, it is none. */
    private Solution existing(Solution judged, Optional<Estimates> estimates) {
        boolean known = estimates.filter(e -> e.relativeL2().isPresent()).isPresent();
        Outcome outcome = judged.outcome().unresolved();
        return !truth.ended() || known
                ? judged
                : judged.withCard(judged.card().withOutcome(outcome, truth.reason() + "; " + outcome.advice()));
    }

    private Estimates estimates(Solution solution, Effort effort) {
        label("estimating the error");
        return Estimates.of(solution, problem.grid(), effort);
    }

    private void label(String phase) {
        err.println(phase);
        err.flush();
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

    private List<Path> draw(Solution solution, List<WatchedSolve.Point> history) {
        label("drawing pictures");
        Pictures pictures = new Pictures(folder);
        try {
            Slice slice = Slice.of(FieldValues.gridAxes(problem.statement()), problem.grid());
            List<Field> fields = problem.statement().fields();
            for (Field field : fields) {
                double[] reference = truth.reference()
                        .map(r -> FieldValues.of(r, field, problem.statement().domain(), slice.points(), slice.size()))
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
