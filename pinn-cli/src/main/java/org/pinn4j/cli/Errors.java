package org.pinn4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever went wrong into one line on standard error and an exit code; the trace only when asked for. */
final class Errors implements IExecutionExceptionHandler, IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException e, String[] args) {
        String hint = "";
        if (e instanceof UnmatchedArgumentException unmatched) {
            hint = unmatched.getSuggestions().stream()
                    .findFirst()
                    .map(s -> "; did you mean '" + s + "'?")
                    .orElse("");
        }
        CommandLine command = e.getCommandLine();
        say(command, firstLine(e) + hint + " (" + command.getCommandSpec().qualifiedName() + " --help)");
        return ExitCode.BAD_INPUT;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        boolean trace = Main.wantsTrace(command);
        if (trace) {
            e.printStackTrace(command.getErr());
        }
        if (e instanceof Failure failure) {
            say(command, firstLine(e));
            return failure.exitCode();
        }
        if (e instanceof IllegalArgumentException || e instanceof IOException || e instanceof UncheckedIOException) {
            say(command, firstLine(e));
            return ExitCode.BAD_INPUT;
        }
        String advice = trace ? "" : "; --stacktrace shows where";
        say(command, e.getClass().getSimpleName() + ": " + firstLine(e) + advice);
        return ExitCode.OTHER;
    }

    private static void say(CommandLine command, String line) {
        PrintWriter err = command.getErr();
        err.println("pinn: " + line);
        err.flush();
    }

    static String firstLine(Throwable e) {
        String message = e.getMessage();
        return message == null
                ? "no further detail"
                : message.lines().findFirst().orElse("no further detail");
    }
}
