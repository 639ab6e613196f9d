package org.pinn4j.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.pinn4j.Pinn;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code pinn}. */
@Command(
        name = "pinn",
        description = "Solves partial differential equations with neural networks.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            ListCommand.class,
            SolveCommand.class,
            RunCommand.class,
            CheckCommand.class,
            ShowCommand.class,
            EvaluateCommand.class,
            ReferenceCommand.class,
            StudyCommand.class,
            DoctorCommand.class
        })
public final class Main implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--stacktrace", hidden = true, scope = ScopeType.INHERIT)
    private boolean stacktrace;

    public static void main(String[] args) {
        System.exit(commandLine()
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(args));
    }

    /** {@code execute} returns the exit code and never ends the process. */
    static CommandLine commandLine() {
        Errors errors = new Errors();
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(java.nio.file.Path.class, new PathConverter())
                .registerConverter(java.time.Duration.class, new DurationConverter())
                .setExecutionStrategy(Main::execute)
                .setExecutionExceptionHandler(errors)
                .setParameterExceptionHandler(errors);
    }

    /** What Java itself gives up on, such as too little memory, is one line like any other failure. */
    private static int execute(ParseResult parsed) {
        try {
            return new RunLast().execute(parsed);
        } catch (OutOfMemoryError | StackOverflowError | LinkageError e) {
            String advice = e instanceof OutOfMemoryError
                    ? "; give Java more, for example PINN_JAVA_OPTS=-Xmx4g, or ask for less"
                    : "; --stacktrace shows where";
            String line = e.getClass().getSimpleName() + ": " + Errors.firstLine(e) + advice;
            throw new ExecutionException(parsed.commandSpec().commandLine(), line, Failure.other(line, e));
        }
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.BAD_INPUT.code();
    }

    static boolean wantsTrace(CommandLine command) {
        return ((Main) command.getCommandSpec().root().userObject()).stacktrace;
    }

    static String version() {
        return Pinn.VERSION;
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"pinn4j " + version() + ", Java " + Runtime.version()};
        }
    }
}
