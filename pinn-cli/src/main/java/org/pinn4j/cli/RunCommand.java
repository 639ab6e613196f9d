package org.pinn4j.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pinn run FILE.java}. */
@Command(
        name = "run",
        description = {
            "Solve the problem of a Java file.",
            "A class in the file has 'public static Problem problem()'; it may have"
                    + " 'public static Reference reference()', 'public static Grid grid()' and"
                    + " 'public static Recipe recipe()', which --recipe expert uses.",
            "Without a reference of its own one is computed from the statement where that is possible."
        },
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE.java", description = "The file.")
    private Path file;

    @Mixin
    private SolveOptions options;

    @Override
    public Integer call() throws Exception {
        String name = UserFile.nameOf(file);
        SolveSession session = SolveSession.open(spec, options, name);
        UserProblem problem = UserFile.load(file).problem(name);
        return session.solve(
                problem,
                () -> Problems.referenceOfFile(problem, spec.commandLine().getErr()::println));
    }
}
