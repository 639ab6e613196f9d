package org.pinn4j.validation.study;

import org.pinn4j.args.Args;

/**
 * A finished run.
 * @param key of its file
 */
public record StudyRun(String key, Case at, Figures found) {
    public StudyRun {
        Args.given(key, "key", at, "at");
        Args.given(found, "found");
    }
}
