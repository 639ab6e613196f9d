package org.pinn4j.benchmarks.published;

import java.util.Optional;
import org.pinn4j.validation.study.Figures;

/**
 * What a run came to.
 * @param figures none where it failed
 * @param failure why, in one line; empty where it did not
 */
public record Result(Run run, Optional<Figures> figures, String failure) {}
