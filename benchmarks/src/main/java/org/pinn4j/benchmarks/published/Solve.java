package org.pinn4j.benchmarks.published;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.pinn4j.Pinn;
import org.pinn4j.io.JsonStrings;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.solution.Reference;
import org.pinn4j.solution.Rung;
import org.pinn4j.solution.Solution;
import org.pinn4j.validation.References;
import org.pinn4j.validation.kept.KeptReferences;
import org.pinn4j.validation.study.Figures;
import org.pinn4j.validation.study.SecondsTo;

/** One run in a Java machine of its own: the solve comes first, so that its seconds are those of a cold one. */
public final class Solve {
    private Solve() {}

    /** @param args problem, recipe, seed, seconds, file */
    public static void main(String[] args) throws IOException {
        Row row = new Row(Catalogue.find(args[0]), args[1]);
        Run run = new Run(row, Long.parseLong(args[2]), Integer.parseInt(args[3]));
        Map<String, String> members = new LinkedHashMap<>(run.settings());
        try {
            members.putAll(figures(run));
        } catch (IllegalArgumentException | IllegalStateException e) { // a run that cannot be is a result too
            members.put(
                    Runs.FAILURE,
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
        JsonStrings.write(Path.of(args[4]), members);
    }

    private static Map<String, String> figures(Run run) {
        CatalogueProblem problem = run.row().problem();
        SecondsTo looks = new SecondsTo();
        Pinn.Solved solved = run.row()
                .pinn()
                .seed(run.seed())
                .budget(Duration.ofSeconds(run.seconds()))
                .onProgress(looks::look)
                .run(problem.statement());
        Reference truth =
                References.of(problem).keptIn(KeptReferences.standard()).best();
        ToDoubleFunction<Solution> error = problem.coefficients().isEmpty()
                ? s -> problem.error(s, truth).relativeL2()
                : s -> coefficientError(s, problem.coefficients());
        Figures figures = Figures.of(solved, problem.error(solved.solution(), truth))
                .withError(error.applyAsDouble(solved.solution()));
        Map<String, String> all = new LinkedHashMap<>(figures.texts());
        all.put(Result.RUNG, solved.solution().card().rung().map(Rung::name).orElse(""));
        looks.of(solved.solution(), solved.training().seconds(), error)
                .forEach((e, seconds) ->
                        all.put(Result.key(e), seconds.isPresent() ? Double.toString(seconds.getAsDouble()) : ""));
        return all;
    }

    /** The largest relative error of a coefficient. */
    private static double coefficientError(Solution solution, Map<String, Double> truths) {
        return solution.coefficients().stream()
                .mapToDouble(c -> Math.abs(c.value() / truths.get(c.name()) - 1))
                .max()
                .orElseThrow();
    }
}
