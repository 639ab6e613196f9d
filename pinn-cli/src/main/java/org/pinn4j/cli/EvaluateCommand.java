package org.pinn4j.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.text.ExprText;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Solution;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pinn evaluate FILE.pinn --grid 256x101}. */
@Command(
        name = "evaluate",
        description = "Write a solution, or an expression of it, on a grid.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private StoredOptions stored;

    @Option(names = "--grid", required = true, paramLabel = "256x101", description = "Points along each axis.")
    private String grid;

    @Option(names = "--expr", paramLabel = "\"u_x\"", description = "What to evaluate (default: every field).")
    private List<String> expressions = List.of();

    @Option(names = "--out", required = true, paramLabel = "F.csv|F.npy", description = "File to write.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        TableFile table = TableFile.prepare(out, "--out");
        Solution solution = stored.open();
        Grid points = GridSize.parse(grid, FieldValues.gridAxes(solution.problem()));
        double[] x = points.points().coordinates();
        Map<String, double[]> values = new LinkedHashMap<>();
        List<String> fields = solution.fields().stream().map(Field::name).toList();
        for (String expression : expressions.isEmpty() ? fields : expressions) {
            values.put(expression, FieldValues.of(solution, parse(expression, solution), x, points.size()));
        }
        Saving saving = new Saving(spec.commandLine().getErr());
        saving.save("the table", out, f -> table.write(f, points, values))
                .ifPresent(f -> spec.commandLine()
                        .getOut()
                        .printf("%s: %s on %s%n", f, String.join(", ", values.keySet()), points));
        spec.commandLine().getOut().flush();
        return (saving.complete() ? ExitCode.SOLVED : ExitCode.NOT_SAVED).code();
    }

    private static Expr parse(String expression, Solution solution) {
        try {
            return ExprText.parse(expression, solution.problem());
        } catch (IllegalArgumentException e) {
            throw Failure.badInput("--expr \"%s\": %s".formatted(expression, Errors.firstLine(e)), e);
        }
    }
}
