package org.pinn4j.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.solution.Reference;
import org.pinn4j.validation.References;

/** Problems by name, and what to hold their solutions against. */
final class Problems {
    private static final Duration CAP = Duration.ofSeconds(60);

    private Problems() {}

    /** @throws Failure if the catalogue has no problem of that name, with the nearest one */
    static CatalogueProblem named(String name) {
        Failure.require(
                Catalogue.names().contains(name),
                "no problem '%s' in the catalogue (%s)%s"
                        .formatted(
                                name, String.join(", ", Catalogue.names()), DidYouMean.hint(name, Catalogue.names())));
        return Catalogue.find(name);
    }

    /**
     * The truth of a problem of the catalogue where a formula gives it, otherwise what a reference solver finds, if there is one.
     * @param note told what takes time
     */
    static Optional<Reference> reference(CatalogueProblem problem, Consumer<String> note) {
        if (problem.exact().isPresent()) {
            return problem.exact();
        }
        References references = References.of(problem);
        if (references.refusal().isPresent()) {
            return Optional.empty();
        }
        note.accept("computing the reference solution");
        return Optional.of(references.best());
    }

    /**
     * The reference that a file states, otherwise one computed from the statement, if that is possible in reasonable time.
     * @param note told what takes time, or why there is none
     */
    static Optional<Reference> referenceOfFile(CatalogueProblem problem, Consumer<String> note) {
        if (problem.exact().isPresent()
                || !problem.statement().blockingFindings().isEmpty()) {
            return problem.exact();
        }
        note.accept("computing a reference from the statement, at most %d s".formatted(CAP.toSeconds()));
        try {
            return Optional.of(References.of(problem).within(CAP).best());
        } catch (IllegalArgumentException e) {
            note.accept("no reference: " + Errors.firstLine(e));
            return Optional.empty();
        }
    }
}
