package org.pinn4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.pinn4j.train.Cancellation;
import org.pinn4j.validation.study.Study;
import org.pinn4j.validation.study.StudyResult;
import org.pinn4j.validation.study.Variable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pinn study NAME}. */
@Command(
        name = "study",
        description = {
            "Study how the error of a catalogue problem converges.",
            "Budget, steps and recipe are those of each run.",
            "Every finished run is kept: a study that was interrupted, however, goes on where it was."
        },
        mixinStandardHelpOptions = true)
final class StudyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "A name that 'pinn list' shows.")
    private String name;

    @Mixin
    private StudyOptions options;

    @Override
    public Integer call() throws Exception {
        Study study = Study.of(options.solving(Problems.named(name))).seeds(options.seeds());
        for (Variable variable : options.variables()) {
            study = study.vary(variable);
        }
        return run(study, options.out(name));
    }

    private int run(Study study, Path folder) throws IOException {
        Cancellation cancellation = new Cancellation();
        try (Stop stop = new Stop().listen()) {
            stop.onRequest(cancellation::request);
            PrintWriter err = spec.commandLine().getErr();
            StudyResult result;
            try (ProgressLine line = new ProgressLine(err, Terminal.columns(), System::nanoTime)) {
                result = study.cancelledBy(cancellation)
                        .onProgress(new StudyLine(err, line))
                        .run(folder);
            }
            List<Path> files = written(folder, result, options.plots() && !stop.requested());
            StudyTable.print(spec.commandLine().getOut(), result, files);
            return (stop.requested() ? ExitCode.INTERRUPTED : ExitCode.SOLVED).code();
        }
    }

    private List<Path> written(Path folder, StudyResult result, boolean plots) {
        List<Path> files = new ArrayList<>();
        for (String file : List.of("report.html", "study.md", "study.json", "runs.csv")) {
            files.add(folder.resolve(file));
        }
        if (plots) {
            try {
                files.addAll(StudyPictures.write(folder, result.charts()));
            } catch (IOException | RuntimeException | LinkageError | InternalError e) {
                // no fonts or no graphics on this machine: the page has its own pictures
                spec.commandLine()
                        .getErr()
                        .println("note: no PNG pictures (" + e.getClass().getSimpleName() + ": " + Errors.firstLine(e)
                                + ")");
            }
        }
        return files;
    }
}
