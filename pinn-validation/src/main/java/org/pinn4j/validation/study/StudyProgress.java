package org.pinn4j.validation.study;

import java.util.Optional;
import org.pinn4j.args.Args;
import org.pinn4j.train.Progress;

/**
 * Where a study stands.
 * @param finished runs, those found in the folder included
 * @param found how many of them were there before
 * @param total runs of the study
 * @param running the case that runs now
 * @param training its own progress; empty at its start
 */
public record StudyProgress(int finished, int found, int total, Case running, Optional<Progress> training) {
    public StudyProgress {
        Args.given(running, "running", training, "training");
    }
}
