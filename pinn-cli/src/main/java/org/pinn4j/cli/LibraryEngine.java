package org.pinn4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.pinn4j.blas.Backend;
import org.pinn4j.blas.Backends;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.solution.Reference;
import org.pinn4j.solution.Solution;
import org.pinn4j.train.Budget;
import org.pinn4j.train.Recipe;
import org.pinn4j.validation.References;
import org.pinn4j.validation.evolution.DerivedReference;
import org.pinn4j.validation.evolution.DerivedReference.Method;
import org.pinn4j.validation.study.Experiment;
import org.pinn4j.validation.study.Solving;

/** The library itself, behind the commands. */
final class LibraryEngine implements Engine {
    private static final Duration REFERENCE_CAP = Duration.ofSeconds(60);

    @Override
    public List<Entry> catalogue() {
        return Catalogue.problems().stream()
                .map(p -> new Entry(
                        p.name(), p.title(), p.exact().map(Reference::kind).orElse("computed"), p.published()))
                .toList();
    }

    @Override
    public Task stated(String name) {
        CatalogueProblem problem = find(name);
        return new Task(name, problem.statement(), problem.grid(), problem.exact(), problem.expert());
    }

    /** The truth where a formula gives it, otherwise the solution of a reference solver, if there is one. */
    @Override
    public Task task(String name, Consumer<String> note) {
        Task stated = stated(name);
        References references = references(stated);
        if (stated.reference().isPresent() || references.refusal().isPresent()) {
            return stated;
        }
        note.accept("computing the reference solution");
        return stated.with(references.best());
    }

    @Override
    public Computed reference(Task task, ReferenceMethod method, double tolerance) {
        References references = references(task);
        references.refusal().ifPresent(why -> {
            throw Failure.badInput("%s: %s".formatted(task.name(), why));
        });
        return computed(
                switch (method) {
                    case AUTO -> references.derived(tolerance);
                    case SPECTRAL -> references.spectral(tolerance);
                    case FD -> references.finiteDifferences(tolerance);
                });
    }

    @Override
    public Computed attempt(Task task, ReferenceMethod method, double tolerance) {
        Method asked = switch (method) {
            case AUTO -> Method.AUTOMATIC;
            case SPECTRAL -> Method.SPECTRAL;
            case FD -> Method.FINITE_DIFFERENCES;
        };
        return computed(references(task).computed(asked, tolerance));
    }

    private static References references(Task task) {
        return References.of(task.problem(), task.grid());
    }

    private static Computed computed(DerivedReference found) {
        ReferenceMethod method = found.method() == Method.SPECTRAL ? ReferenceMethod.SPECTRAL : ReferenceMethod.FD;
        return new Computed(found, method, found.shortfall());
    }

    @Override
    public Task referenced(Task task, Consumer<String> note) {
        note.accept("computing a reference from the statement, at most %d s".formatted(REFERENCE_CAP.toSeconds()));
        try {
            return task.with(references(task).within(REFERENCE_CAP).best());
        } catch (IllegalArgumentException e) {
            note.accept("no reference: " + Errors.firstLine(e));
            return task;
        }
    }

    @Override
    public Answer solve(Task task, Settings settings, Consumer<Update> update, Stop stop) {
        use(settings.backend());
        return new LibrarySolve(task, settings, update).run(stop);
    }

    private static void use(String backend) {
        backend(backend);
        if (!backend.equals("auto")) {
            System.setProperty(Backends.PROPERTY, backend); // for evaluating the solution, too
        }
    }

    @Override
    public Experiment experiment(String name, Settings settings) {
        CatalogueProblem problem = find(name);
        use(settings.backend());
        Budget budget = Budget.standard();
        if (settings.steps().isPresent()) {
            budget = budget.withSteps(settings.steps().getAsInt());
        }
        if (settings.budget().isPresent()) {
            budget = budget.withTime(settings.budget().get());
        }
        Solving solving = Solving.of(problem)
                .budget(budget)
                .workers(settings.threads())
                .backend(settings.backend())
                .version(Main.version());
        return settings.recipe().equals("expert") ? solving.recipe(expert(problem)) : solving;
    }

    private static Recipe expert(CatalogueProblem problem) {
        return problem.expert()
                .orElseThrow(() ->
                        Failure.badInput("%s has no expert recipe; use --recipe standard".formatted(problem.name())));
    }

    @Override
    public Stored open(Path file) throws IOException {
        return new LibraryStored(Solution.load(file));
    }

    private CatalogueProblem find(String name) {
        require(name);
        return Catalogue.find(name);
    }

    /** @throws Failure if it cannot be used here, with the reason */
    static Backend backend(String name) {
        try {
            return Backends.select(name);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw Failure.badInput("--backend %s: %s".formatted(name, Errors.firstLine(e)), e);
        }
    }

    @Override
    public List<String> diagnosis() {
        return Diagnosis.of(backend("auto"), Runtime.getRuntime().availableProcessors());
    }
}
