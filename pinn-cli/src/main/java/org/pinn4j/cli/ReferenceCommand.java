package org.pinn4j.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.pinn4j.pde.Field;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pinn reference NAME}. */
@Command(
        name = "reference",
        description =
                "Solve a problem of the catalogue without a network, by spectral collocation or finite differences.",
        mixinStandardHelpOptions = true)
final class ReferenceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "A name that 'pinn list' shows.")
    private String name;

    @Option(names = "--grid", paramLabel = "256x101", description = "Points along each axis (default: grid of record).")
    private String grid;

    @Option(
            names = "--tolerance",
            paramLabel = "1e-8",
            description = "Largest floor allowed (default: ${DEFAULT-VALUE}).")
    private double tolerance = 1e-8;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            converter = ReferenceMethodConverter.class,
            description = "auto (whichever reaches the tolerance), spectral or fd (finite differences).")
    private ReferenceMethod method = ReferenceMethod.AUTO;

    @Option(names = "--out", paramLabel = "FILE.csv", description = "File to write, .csv or .npy.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        if (!(tolerance > 0 && tolerance < 1)) {
            throw Failure.badInput("--tolerance " + tolerance + ": need a number in (0, 1)");
        }
        TableFile table = out == null ? null : TableFile.prepare(out, "--out");
        PrintWriter console = spec.commandLine().getOut();
        Engine engine = Main.engine(spec);
        Task task = engine.task(name, spec.commandLine().getErr()::println);
        Grid points =
                grid == null ? task.grid() : GridSize.parse(grid, task.problem().axes());
        long start = System.nanoTime();
        Reference reference = engine.reference(name, method, tolerance);
        Map<String, double[]> values = values(task, points, reference);
        console.printf(
                Locale.ROOT,
                "%s: %s on %s, floor %s, %.1f s%n",
                name,
                reference.kind(),
                points,
                ResultTable.size(reference.floor()),
                (System.nanoTime() - start) / 1e9);
        task.reference()
                .ifPresent(truth -> console.printf(
                        Locale.ROOT,
                        "agrees with %s (floor %s) to %s in relative L2%n",
                        truth.kind(),
                        ResultTable.size(truth.floor()),
                        ResultTable.size(distance(values, values(task, points, truth)))));
        if (table != null) {
            table.write(points, values);
            console.printf("%s: %s%n", out, String.join(", ", values.keySet()));
        }
        console.flush();
        return ExitCode.SOLVED;
    }

    private static double distance(Map<String, double[]> values, Map<String, double[]> truth) {
        double difference = 0;
        double size = 0;
        for (Map.Entry<String, double[]> field : truth.entrySet()) {
            double[] u = values.get(field.getKey());
            double[] v = field.getValue();
            for (int i = 0; i < v.length; i++) {
                difference += (u[i] - v[i]) * (u[i] - v[i]);
                size += v[i] * v[i];
            }
        }
        return Math.sqrt(difference / size);
    }

    private static Map<String, double[]> values(Task task, Grid grid, Reference reference) {
        double[] x = grid.points().coordinates();
        Map<String, double[]> values = new LinkedHashMap<>();
        for (Field field : task.problem().fields()) {
            values.put(field.name(), reference.values(field, x, grid.size()));
        }
        return values;
    }
}
