package org.pinn4j.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;
import org.pinn4j.pde.Names;
import org.pinn4j.train.Progress;
import org.pinn4j.validation.study.StudyProgress;

/** A study's progress as that of one long solve, each run a stage of it. Confined to the thread that runs the study. */
final class StudyLine implements Consumer<StudyProgress> {
    private final PrintWriter err;
    private final ProgressLine line;
    private boolean begun;

    StudyLine(PrintWriter err, ProgressLine line) {
        this.err = err;
        this.line = line;
    }

    @Override
    public void accept(StudyProgress now) {
        if (!begun && now.found() > 0) {
            err.println("%d of %s finished, going on".formatted(now.found(), Names.count(now.total(), "run")));
        }
        begun = true;
        String stage = "run %d/%d (%s)".formatted(now.finished() + 1, now.total(), now.running());
        line.accept(now.training().map(p -> of(stage, p, now)).orElseGet(() -> starting(stage, now)), Double.NaN);
    }

    /** Without a time left, which is that of the run alone. */
    private static Progress of(String stage, Progress run, StudyProgress now) {
        double fraction = (now.finished() + run.fraction()) / now.total();
        return new Progress(
                stage, run.step(), run.loss(), run.heldOut(), Double.NaN, fraction, run.detail(), run.best());
    }

    private static Progress starting(String stage, StudyProgress now) {
        double fraction = (double) now.finished() / now.total();
        return new Progress(stage, 0, Double.NaN, Double.NaN, Double.NaN, fraction, "", () -> {
            throw new IllegalStateException("nothing is trained before the first step");
        });
    }
}
