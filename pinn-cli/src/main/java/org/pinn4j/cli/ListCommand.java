package org.pinn4j.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.pinn4j.cli.Engine.Entry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pinn list}. */
@Command(name = "list", description = "Show the catalogue of problems.", mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Entry> entries = Main.engine(spec).catalogue();
        String format = "%-" + width(entries, Entry::name, "name") + "s  %-" + width(entries, Entry::title, "equation")
                + "s  %-" + width(entries, Entry::reference, "reference") + "s  %s%n";
        out.printf(format, "name", "equation", "reference", "best published error");
        entries.forEach(e -> out.printf(format, e.name(), e.title(), e.reference(), e.published()));
        out.flush();
        return ExitCode.SOLVED;
    }

    private static int width(List<Entry> entries, Function<Entry, String> column, String heading) {
        return entries.stream().map(column).mapToInt(String::length).reduce(heading.length(), Math::max);
    }
}
