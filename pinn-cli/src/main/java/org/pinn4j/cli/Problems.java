package org.pinn4j.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.validation.NoReferenceException;
import org.pinn4j.validation.References;
import org.pinn4j.validation.kept.KeptReferences;

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

    /** A problem of the catalogue, or of a Java file. @throws Failure if there is none */
    static CatalogueProblem nameOrFile(String name) {
        if (!name.endsWith(".java")) {
            return named(name);
        }
        Path file = Path.of(name);
        return UserFile.load(file).problem(UserFile.nameOf(file));
    }

    /**
     * The truth of a problem of the catalogue where a formula gives it, otherwise what a reference solver finds, if there is one.
     * @param note told what takes time
     */
    static Truth reference(CatalogueProblem problem, Consumer<String> note) {
        if (problem.exact().isPresent()) {
            return Truth.of(problem.exact());
        }
        References references = References.of(problem).keptIn(KeptReferences.standard());
        if (references.refusal().isPresent()) {
            return Truth.none(references.refusal().get(), false);
        }
        note.accept("computing the reference solution, unless it is kept from before");
        return Truth.of(Optional.of(references.best()));
    }

    /**
     * The reference that a file states, otherwise one computed from the statement, if that is possible in reasonable time.
     * @param note told what takes time, or why there is none
     */
    static Truth referenceOfFile(CatalogueProblem problem, Consumer<String> note) {
        if (problem.exact().isPresent()
                || !problem.statement().blockingFindings().isEmpty()) {
            return Truth.of(problem.exact());
        }
        note.accept("computing a reference from the statement, at most %d s".formatted(CAP.toSeconds()));
        try {
            References references = References.of(problem).within(CAP).keptIn(KeptReferences.standard());
            return Truth.of(Optional.of(references.best()));
        } catch (NoReferenceException e) {
            return none(e.reason(), e.ended(), note);
        } catch (IllegalArgumentException e) {
            return none(Errors.firstLine(e), false, note);
        }
    }

    private static Truth none(String why, boolean ended, Consumer<String> note) {
        note.accept("no reference: " + why);
        return Truth.none(why, ended);
    }
}
