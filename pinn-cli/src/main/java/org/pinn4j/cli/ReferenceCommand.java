package org.pinn4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;
import org.pinn4j.validation.file.TabulatedSolution;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pinn reference NAME} and {@code pinn reference FILE.java}. */
@Command(
        name = "reference",
        description = {
            "Solve a problem without a network, by spectral collocation or finite differences.",
            "The result is compared with the closed form, if there is one, and with what --check and --against ask for;"
                    + " exit code 1 if they differ by more than the sum of their floors."
        },
        mixinStandardHelpOptions = true)
final class ReferenceCommand implements Callable<Integer> {
    /** How much looser the method that only checks may be: it is the slower or the less accurate one. */
    private static final double LOOSER = 10;

    private static final double LOOSEST = 0.5;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME|FILE.java",
            description = "A name that 'pinn list' shows, or a file as for 'pinn run'.")
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

    @Mixin
    private AgainstOptions against;

    @Option(names = "--out", paramLabel = "FILE.csv", description = "File to write, .csv or .npy.")
    private Path out;

    private boolean explained = true;

    @Override
    public Integer call() throws Exception {
        Failure.require(tolerance > 0 && tolerance < 1, "--tolerance " + tolerance + ": need a number in (0, 1)");
        TableFile table = out == null ? null : TableFile.prepare(out, "--out");
        Task task = task();
        Grid points =
                grid == null ? task.grid() : GridSize.parse(grid, task.problem().axes());
        Optional<TabulatedSolution> file = against.solution(task.problem(), points);
        Engine.Computed found = derive(task, points);
        FieldValues values = FieldValues.of(found.reference(), task.problem(), points);
        if (table != null) {
            write(table, points, values);
        }
        compare(task, points, found, values);
        file.ifPresent(other -> tell(new Difference(
                found.reference().floor(),
                against.file().toString(),
                other.floor(),
                other.distance(found.reference()))));
        return explained ? ExitCode.SOLVED : ExitCode.OTHER;
    }

    private Task task() {
        if (!name.endsWith(".java")) {
            return Main.engine(spec).stated(name);
        }
        Path file = Path.of(name);
        return UserFile.load(file).task(UserFile.nameOf(file));
    }

    private Engine.Computed derive(Task task, Grid points) {
        long start = System.nanoTime();
        Engine.Computed found = Main.engine(spec).reference(task, method, tolerance);
        double seconds = (System.nanoTime() - start) / 1e9;
        print(
                "%s: %s on %s, floor %s, %.1f s",
                task.name(),
                found.reference().kind(),
                points,
                ResultTable.size(found.reference().floor()),
                seconds);
        return found;
    }

    private void write(TableFile table, Grid points, FieldValues values) throws IOException {
        table.write(points, values.byName());
        print("%s: %s", out, String.join(", ", values.byName().keySet()));
    }

    /** With the closed form, and with the other method if that was asked for. */
    private void compare(Task task, Grid points, Engine.Computed found, FieldValues values) {
        task.reference().ifPresent(truth -> {
            FieldValues exact = FieldValues.of(truth, task.problem(), points);
            tell(difference(found, truth, exact.distance(values)));
        });
        if (against.check()) {
            Reference other = other(task, found.method()).reference();
            tell(difference(found, other, values.distance(FieldValues.of(other, task.problem(), points))));
        }
    }

    private Engine.Computed other(Task task, ReferenceMethod first) {
        ReferenceMethod second = first == ReferenceMethod.FD ? ReferenceMethod.SPECTRAL : ReferenceMethod.FD;
        try {
            Engine.Computed other = Main.engine(spec).attempt(task, second, Math.min(LOOSER * tolerance, LOOSEST));
            if (!other.shortfall().isEmpty()) {
                note("%s stop at a floor of %s: %s"
                        .formatted(
                                other.reference().kind(),
                                ResultTable.size(other.reference().floor()),
                                other.shortfall()));
            }
            return other;
        } catch (IllegalArgumentException e) {
            throw Failure.other("--check by the other method: " + Errors.firstLine(e), e);
        }
    }

    private static Difference difference(Engine.Computed found, Reference other, double distance) {
        return new Difference(found.reference().floor(), other.kind(), OptionalDouble.of(other.floor()), distance);
    }

    private void tell(Difference difference) {
        explained &= difference.isExplained();
        print("%s", difference);
    }

    private void print(String format, Object... values) {
        PrintWriter console = spec.commandLine().getOut();
        console.printf(Locale.ROOT, format + "%n", values);
        console.flush();
    }

    private void note(String line) {
        spec.commandLine().getErr().println("note: " + line);
        spec.commandLine().getErr().flush();
    }
}
