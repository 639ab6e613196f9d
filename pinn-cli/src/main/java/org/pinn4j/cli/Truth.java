package org.pinn4j.cli;

import java.util.Optional;
import org.pinn4j.solution.Reference;

/**
 * What an answer is compared with.
 * @param reason why there is none, where that is to be told
 * @param ended whether the reason is that the solution seems to exist up to a time only
 */
record Truth(Optional<Reference> reference, String reason, boolean ended) {
    static Truth of(Optional<Reference> reference) {
        return new Truth(reference, "", false);
    }

    static Truth none(String reason, boolean ended) {
        return new Truth(Optional.empty(), reason, ended);
    }

    /** The same with values that are remembered. */
    Truth onGridOf(org.pinn4j.problems.CatalogueProblem problem) {
        return new Truth(reference.map(r -> new GridReference(r, problem.grid())), reason, ended);
    }
}
