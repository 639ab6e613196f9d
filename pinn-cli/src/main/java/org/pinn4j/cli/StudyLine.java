package org.pinn4j.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;
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
            err.println("%d of %d runs are finished, going on".formatted(now.found(), now.total()));
        }
        begun = true;
        String stage = "run %d/%d (%s)".formatted(now.finished() + 1, now.total(), now.running());
        line.accept(now.training()
                .map(p -> new Update(
                        stage,
                        p.step(),
                        p.loss(),
                        p.heldOut(),
                        Double.NaN,
                        (now.finished() + p.fraction()) / now.total(),
                        Double.NaN))
                .orElseGet(() -> new Update(
                        stage,
                        0,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        (double) now.finished() / now.total(),
                        Double.NaN)));
    }
}
