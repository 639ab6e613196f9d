package org.pinn4j.validation.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.pinn4j.args.Args;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.train.Cancellation;
import org.pinn4j.train.Progress;

/**
 * A convergence study: every combination of some variables' values, each with every seed.
 * <pre>{@code
 * StudyResult found = Study.of(new Burgers()).vary("points", 500, 1000, 2000, 4000).seeds(1, 2, 3).run(folder);
 * }</pre>
 * Immutable: every setting returns another one. A run is confined to the calling thread and what the experiment starts.
 */
public final class Study {
    private final Experiment experiment;
    private final List<Variable> variables;
    private final List<Long> seeds;
    private final Consumer<StudyProgress> listener;
    private final Cancellation stop;

    private Study(
            Experiment experiment,
            List<Variable> variables,
            List<Long> seeds,
            Consumer<StudyProgress> listener,
            Cancellation stop) {
        this.experiment = Objects.requireNonNull(experiment, "experiment");
        this.variables = List.copyOf(variables);
        this.seeds = List.copyOf(seeds);
        this.listener = Objects.requireNonNull(listener, "listener");
        this.stop = Objects.requireNonNull(stop, "cancellation");
    }

    /** Of a problem of the catalogue, solved by the standard recipe within its standard budget. */
    public static Study of(CatalogueProblem problem) {
        Args.given(problem, "problem");
        return of(Solving.of(problem));
    }

    public static Study of(Experiment experiment) {
        return new Study(experiment, List.of(), List.of(1L), progress -> {}, new Cancellation());
    }

    /** @throws IllegalArgumentException if the variable means nothing here, or is varied already */
    public Study vary(Variable variable) {
        Args.given(variable, "variable");
        if (variables.stream().anyMatch(v -> v.name().equals(variable.name()))) {
            throw new IllegalArgumentException(
                    "study: %s is varied already; give all its values at once".formatted(variable.name()));
        }
        experiment.check(variable);
        List<Variable> more = new ArrayList<>(variables);
        more.add(variable);
        return new Study(experiment, more, seeds, listener, stop);
    }

    public Study vary(String name, double... values) {
        Args.given(name, "name");
        Args.given(values, "values");
        return vary(Variable.of(name, values));
    }

    public Study vary(String name, String... values) {
        return vary(Variable.of(name, values));
    }

    /** One run of each combination for each; 1 unless given. */
    public Study seeds(long... newSeeds) {
        Args.given(newSeeds, "newSeeds");
        if (newSeeds.length == 0 || LongStream.of(newSeeds).distinct().count() < newSeeds.length) {
            throw new IllegalArgumentException("study: need one or more seeds, each once, got "
                    + LongStream.of(newSeeds).boxed().toList());
        }
        return new Study(experiment, variables, LongStream.of(newSeeds).boxed().toList(), listener, stop);
    }

    /** Called before each run and as its training goes on, on the thread that runs the study. */
    public Study onProgress(Consumer<StudyProgress> newListener) {
        Args.given(newListener, "newListener");
        return new Study(experiment, variables, seeds, newListener, stop);
    }

    /** A request that any thread may make; the run under way is then given up and the study returns what is finished. */
    public Study cancelledBy(Cancellation token) {
        return new Study(experiment, variables, seeds, listener, token);
    }

    /** The cases, in the order in which they run. */
    public List<Case> cases() {
        return Case.all(variables, seeds);
    }

    /**
     * Makes the runs that {@code folder} lacks, each kept there as soon as it is finished, and writes the reports. Killed
     * and started again it goes on. More values and seeds may be asked for later.
     * @throws IllegalArgumentException if the folder holds a study with other settings
     * @throws IllegalStateException if another process works on it
     */
    public StudyResult run(Path folder) throws IOException {
        Args.given(folder, "folder");
        Map<String, String> settings = settings();
        try (RunFolder runs = new RunFolder(folder, settings)) {
            StudyResult result =
                    new StudyResult(experiment.name(), settings, variables, seeds, finish(runs), cases().size());
            StudyFiles.write(result, folder);
            return result;
        }
    }

    private List<StudyRun> finish(RunFolder runs) throws IOException {
        List<Case> cases = cases();
        Map<Case, StudyRun> finished = new LinkedHashMap<>();
        for (Case at : cases) {
            runs.find(at).ifPresent(run -> finished.put(at, run));
        }
        int found = finished.size();
        Experiment.Runner runner = experiment.start();
        for (Case at : experiment.order(cases)) {
            if (!finished.containsKey(at) && !stop.isRequested()) {
                Consumer<Optional<Progress>> tell = training ->
                        listener.accept(new StudyProgress(finished.size(), found, cases.size(), at, training));
                tell.accept(Optional.empty());
                Optional<Figures> figures = runner.run(at, p -> tell.accept(Optional.of(p)), stop);
                if (figures.isPresent()) {
                    finished.put(at, runs.write(at, figures.get()));
                }
            }
        }
        return cases.stream().map(finished::get).filter(Objects::nonNull).toList();
    }

    /** The experiment's, and the names of what varies. */
    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(experiment.settings());
        settings.put("varied", variables.stream().map(Variable::name).sorted().collect(Collectors.joining(", ")));
        return Collections.unmodifiableMap(settings);
    }
}
