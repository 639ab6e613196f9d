package org.pinn4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Locale;
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
        return ExitCode.BAD_INPUT.code();
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
            return ExitCode.BAD_INPUT.code();
        }
        String advice = trace ? "" : "; --stacktrace shows where";
        say(command, e.getClass().getSimpleName() + ": " + firstLine(e) + advice);
        return ExitCode.OTHER.code();
    }

    private static void say(CommandLine command, String line) {
        PrintWriter err = command.getErr();
        err.println("pinn: " + line);
        err.flush();
    }

    /** What went wrong in one line. A file system's exception may have the path alone for a message; its name says the rest. */
    static String firstLine(Throwable e) {
        if (e instanceof UncheckedIOException unchecked) {
            return firstLine(unchecked.getCause());
        }
        String message = e.getMessage();
        String first = message == null
                ? "no further detail"
                : message.lines().findFirst().orElse("no further detail");
        return e instanceof FileSystemException f && f.getReason() == null ? words(f) + ": " + first : first;
    }

    /** {@code AccessDeniedException} is {@code access denied}. */
    private static String words(FileSystemException e) {
        String name = e.getClass().getSimpleName().replaceFirst("Exception$", "");
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
