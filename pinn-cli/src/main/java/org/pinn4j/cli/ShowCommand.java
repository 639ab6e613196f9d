package org.pinn4j.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pinn show FILE.pinn}. */
@Command(name = "show", description = "Show what a solution file holds.", mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private StoredOptions stored;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        CardLines.of(stored.open()).forEach(out::println);
        out.flush();
        return ExitCode.SOLVED.code();
    }
}
