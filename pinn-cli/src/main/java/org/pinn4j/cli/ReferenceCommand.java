package org.pinn4j.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.pinn4j.pde.Problem;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;
import org.pinn4j.validation.References;
import org.pinn4j.validation.evolution.DerivedReference;
import org.pinn4j.validation.evolution.DerivedReference.Method;
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
            converter = MethodConverter.class,
            description = "auto (whichever reaches the tolerance), spectral or fd (finite differences).")
    private Method method = Method.AUTOMATIC;

    @Mixin
    private AgainstOptions against;

    @Option(names = "--out", paramLabel = "FILE.csv", description = "File to write, .csv or .npy.")
    private Path out;

    private boolean explained = true;
    private boolean saved = true;

    @Override
    public Integer call() throws Exception {
        Failure.require(tolerance > 0 && tolerance < 1, "--tolerance " + tolerance + ": need a number in (0, 1)");
        TableFile table = out == null ? null : TableFile.prepare(out, "--out");
        CatalogueProblem problem = Problems.nameOrFile(name);
        Problem statement = problem.statement();
        Grid points = grid == null ? problem.grid() : GridSize.parse(grid, statement.axes());
        Optional<TabulatedSolution> file = against.solution(statement, points);
        DerivedReference found = derive(problem, points);
        FieldValues values = FieldValues.of(found, statement, points);
        if (table != null) {
            write(table, points, values);
        }
        compare(problem, points, found, values);
        file.ifPresent(other ->
                tell(new Difference(found.floor(), against.file().toString(), other.floor(), other.distance(found))));
        return (!explained ? ExitCode.OTHER : saved ? ExitCode.SOLVED : ExitCode.NOT_SAVED).code();
    }

    private DerivedReference derive(CatalogueProblem problem, Grid points) {
        References references = References.of(problem);
        references.refusal().ifPresent(why -> {
            throw Failure.badInput("%s: %s".formatted(problem.name(), why));
        });
        long start = System.nanoTime();
        DerivedReference found = switch (method) {
            case AUTOMATIC -> references.derived(tolerance);
            case SPECTRAL -> references.spectral(tolerance);
            case FINITE_DIFFERENCES -> references.finiteDifferences(tolerance);
        };
        double seconds = (System.nanoTime() - start) / 1e9;
        print(
                "%s: %s on %s, floor %s, %.1f s",
                problem.name(), found.kind(), points, ResultTable.size(found.floor()), seconds);
        return found;
    }

    private void write(TableFile table, Grid points, FieldValues values) {
        Saving saving = new Saving(spec.commandLine().getErr());
        saving.save("the table", out, f -> table.write(f, points, values.byName()))
                .ifPresent(f ->
                        print("%s: %s", f, String.join(", ", values.byName().keySet())));
        saved = saving.complete();
    }

    /** With the closed form, and with the other method if that was asked for. */
    private void compare(CatalogueProblem problem, Grid points, DerivedReference found, FieldValues values) {
        problem.exact().ifPresent(truth -> {
            FieldValues exact = FieldValues.of(truth, problem.statement(), points);
            tell(difference(found, truth, exact.distance(values)));
        });
        if (against.check()) {
            Reference other = other(problem, found.method());
            tell(difference(found, other, values.distance(FieldValues.of(other, problem.statement(), points))));
        }
    }

    private DerivedReference other(CatalogueProblem problem, Method first) {
        Method second = first == Method.SPECTRAL ? Method.FINITE_DIFFERENCES : Method.SPECTRAL;
        try {
            DerivedReference other = References.of(problem).computed(second, Math.min(LOOSER * tolerance, LOOSEST));
            if (!other.shortfall().isEmpty()) {
                note("%s stop at a floor of %s: %s"
                        .formatted(other.kind(), ResultTable.size(other.floor()), other.shortfall()));
            }
            return other;
        } catch (IllegalArgumentException e) {
            throw Failure.other("--check by the other method: " + Errors.firstLine(e), e);
        }
    }

    private static Difference difference(DerivedReference found, Reference other, double distance) {
        return new Difference(found.floor(), other.kind(), OptionalDouble.of(other.floor()), distance);
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
