package org.pinn4j.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.pinn4j.pde.Names;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pinn doctor}. */
@Command(
        name = "doctor",
        description = "Show which linear algebra is used, how fast it is here, and what would make it faster.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println("pinn4j " + Main.version() + ", Java " + Runtime.version() + " ("
                + System.getProperty("java.vm.name") + ")");
        out.println(String.format(
                Locale.ROOT,
                "%s %s, %s, heap up to %,d MiB",
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Names.count(Runtime.getRuntime().availableProcessors(), "processor"),
                Runtime.getRuntime().maxMemory() >> 20));
        Diagnosis.of(TrainingOptions.backend("auto"), Runtime.getRuntime().availableProcessors())
                .forEach(out::println);
        out.flush();
        return ExitCode.SOLVED.code();
    }
}
