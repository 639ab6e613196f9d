package org.pinn4j.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.pinn4j.pde.Finding;
import org.pinn4j.pde.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pinn check NAME} and {@code pinn check FILE.java}. */
@Command(
        name = "check",
        description = {
            "Print a statement and what looks wrong with it; nothing is solved.",
            "Exit code 2 if a finding would stop a solve."
        },
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME|FILE.java",
            description = "A name that 'pinn list' shows, or a file as for 'pinn run'.")
    private String name;

    @Override
    public Integer call() {
        Problem statement = Problems.nameOrFile(name).statement();
        PrintWriter out = spec.commandLine().getOut();
        out.println(statement);
        statement.findings().forEach(f -> out.println(line(f, statement.acknowledged())));
        if (statement.findings().isEmpty()) {
            out.println("nothing looks wrong");
        }
        out.flush();
        return (statement.blockingFindings().isEmpty() ? ExitCode.SOLVED : ExitCode.BAD_INPUT).code();
    }

    private static String line(Finding finding, Map<String, String> acknowledged) {
        String meant = acknowledged.get(finding.key());
        String what = meant != null ? "acknowledged" : finding.blocking() ? "stops a solve" : "note";
        return what + ": " + finding + (meant != null ? ": " + meant : "");
    }
}
