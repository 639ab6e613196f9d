package org.pinn4j.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.validation.study.Solving;
import org.pinn4j.validation.study.Variable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code study}. */
final class StudyOptions {
    @Option(
            names = "--vary",
            paramLabel = "NAME=V1,V2,...",
            description =
                    "points, width, depth, optimiser (levenberg-marquardt, ssbroyden, lbfgs, adam, sgd and others) or reference"
                            + " (its largest floor). Repeat it for a product. Points, network or optimiser varied fix the recipe.")
    private List<String> varied = new ArrayList<>();

    @Option(names = "--seeds", paramLabel = "1,2,3", split = ",", description = "One run of each combination for each.")
    private long[] seeds = {1};

    @Mixin
    private TrainingOptions training;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the study; one that was begun goes on (default: out/study-NAME).")
    private Path out;

    @Option(names = "--no-plots", description = "Draw no PNG pictures; the HTML page has its own.")
    private boolean noPlots;

    /**
     * What the study repeats; the seeds are its own.
     * @throws Failure that names the option, the value and what is possible
     */
    Solving solving(CatalogueProblem problem) {
        training.check();
        Solving solving = Solving.of(problem)
                .budget(training.budget())
                .workers(training.threads())
                .backend(training.backend())
                .version(Main.version());
        return training.recipe(problem).map(solving::recipe).orElse(solving);
    }

    List<Variable> variables() {
        return varied.stream().map(StudyOptions::variable).toList();
    }

    private static Variable variable(String text) {
        int equals = text.indexOf('=');
        Failure.require(
                equals > 0 && equals < text.length() - 1,
                "--vary %s: write a name and its values, for example points=500,1000,2000".formatted(text));
        try {
            return Variable.of(
                    text.substring(0, equals), text.substring(equals + 1).split(",", -1));
        } catch (IllegalArgumentException e) {
            throw Failure.badInput("--vary " + Errors.firstLine(e), e);
        }
    }

    long[] seeds() {
        return seeds.clone();
    }

    Path out(String name) {
        return OutFolder.prepare(out == null ? Path.of("out", "study-" + name) : out);
    }

    boolean plots() {
        return !noPlots;
    }
}
