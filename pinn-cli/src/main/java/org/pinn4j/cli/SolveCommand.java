package org.pinn4j.cli;

import java.util.concurrent.Callable;
import org.pinn4j.problems.CatalogueProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pinn solve NAME}. */
@Command(name = "solve", description = "Solve a problem of the catalogue.", mixinStandardHelpOptions = true)
final class SolveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "A name that 'pinn list' shows.")
    private String name;

    @Mixin
    private SolveOptions options;

    @Override
    public Integer call() throws Exception {
        CatalogueProblem problem = Problems.named(name);
        SolveSession session = SolveSession.open(spec, options, name);
        return session.solve(
                problem, () -> Problems.reference(problem, spec.commandLine().getErr()::println));
    }
}
