package org.pinn4j.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.pinn4j.benchmarks.yardstick.Guard;
import org.pinn4j.blas.Backend;
import org.pinn4j.blas.Backends;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pinn bench guard}. */
@Command(
        name = "guard",
        description = "Fail if a step has become slower in relation to the products it is made of.",
        mixinStandardHelpOptions = true)
final class GuardCommand implements Callable<Integer> {
    private static final int TOO_SLOW = 1;
    private static final String HEAD =
            "# Share of the products' rate that a loss with its gradient reaches on one worker; ./pinn bench guard --update";

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "The committed shares; benchmarks/guard.properties unless given.")
    private Path file = Path.of("benchmarks", "guard.properties");

    @Option(names = "--update", description = "Measure and write the shares into the file.")
    private boolean update;

    @Option(names = "--backend", paramLabel = "NAME", description = "Linear algebra, as for solve.")
    private String name = "auto";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Guard guard = new Guard(committed());
        Backend backend = Backends.select(name);
        if (update) {
            List<String> lines = new ArrayList<>(List.of(HEAD));
            lines.addAll(guard.updated(backend, Guard.measure(backend)));
            Files.write(file, lines);
            lines.forEach(out::println);
            return 0;
        }
        List<String> failures = guard.check(backend, out::println);
        failures.forEach(spec.commandLine().getErr()::println);
        return failures.isEmpty() ? 0 : TOO_SLOW;
    }

    private Properties committed() throws IOException {
        Properties shares = new Properties();
        if (!Files.exists(file) && !update) {
            throw new IllegalArgumentException(
                    file + ": no such file; run this in the project's folder, or name it with --file");
        }
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                shares.load(reader);
            }
        }
        return shares;
    }
}
