package org.pinn4j.benchmarks;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./pinn bench}. The kernels one by one: {@code java -cp benchmarks.jar org.openjdk.jmh.Main}. */
@Command(
        name = "pinn bench",
        description = "Measures what the library costs on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {CoreCommand.class, GuardCommand.class, PublishedCommand.class})
public final class Main implements Callable<Integer> {
    static final int BAD_INPUT = 2;

    @Spec
    private CommandSpec spec;

    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine()
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(args));
    }

    /** {@code execute} returns the exit code and never ends the process. */
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setParameterExceptionHandler((e, args) -> refuse(e.getCommandLine(), e))
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    if (e instanceof IllegalArgumentException || e instanceof java.io.IOException) {
                        return refuse(command, e);
                    }
                    throw e;
                });
    }

    private static int refuse(CommandLine command, Exception e) {
        command.getErr()
                .println("pinn bench: " + e.getMessage() + " ("
                        + command.getCommandSpec().qualifiedName() + " --help)");
        return BAD_INPUT;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return BAD_INPUT;
    }
}
