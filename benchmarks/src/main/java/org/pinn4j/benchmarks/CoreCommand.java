package org.pinn4j.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.pinn4j.benchmarks.yardstick.Plan;
import org.pinn4j.benchmarks.yardstick.Report;
import org.pinn4j.benchmarks.yardstick.Yardstick;
import org.pinn4j.blas.Backends;
import org.pinn4j.io.AtomicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pinn bench core}. */
@Command(
        name = "core",
        description = "Measure peak, products, steps of every kind and evaluation in one run, some minutes.",
        mixinStandardHelpOptions = true)
final class CoreCommand implements Callable<Integer> {
    @Option(names = "--quick", description = "A few cases in well under a minute.")
    private boolean quick;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "TEXT",
            description = "Only cases whose name holds one of these, such as burgers-4x50, or whole sections:"
                    + " rates, qr, steps, levenberg, growth, evaluation.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--threads", paramLabel = "N", description = "Workers; all processors unless given.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--backend", paramLabel = "NAME", description = "Linear algebra, as for solve.")
    private String backend = "auto";

    @Option(names = "--json", paramLabel = "FILE", description = "Write every figure.")
    private Path json;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write the tables.")
    private Path markdown;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Plan plan = quick ? Plan.quick(only) : Plan.full(only);
        Report report = Yardstick.measure(plan, Backends.select(backend), threads, err::println);
        write(json, report.json());
        write(markdown, report.markdown());
        report.console().forEach(spec.commandLine().getOut()::println);
        return 0;
    }

    private static void write(Path file, String text) throws IOException {
        if (file != null) {
            AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
