package org.pinn4j.cli;

import java.util.concurrent.Callable;
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
        Engine engine = Main.engine(spec);
        engine.require(name);
        return SolveSession.open(spec, options, engine, name)
                .solve(engine.task(name, spec.commandLine().getErr()::println));
    }
}
