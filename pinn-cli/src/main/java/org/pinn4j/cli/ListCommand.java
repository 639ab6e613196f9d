package org.pinn4j.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.problems.Group;
import org.pinn4j.problems.Published;
import org.pinn4j.solution.Reference;
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
        List<CatalogueProblem> problems = Catalogue.problems();
        String format = "%-" + width(problems, CatalogueProblem::name, "name") + "s  %-"
                + width(problems, CatalogueProblem::title, "equation") + "s  %-"
                + width(problems, ListCommand::reference, "reference") + "s  %s%n";
        out.printf(format, "name", "equation", "reference", "best published error");
        for (Group group : Group.values()) {
            if (!Catalogue.in(group).isEmpty()) {
                out.printf("%n%s%n", group.title());
                Catalogue.in(group).forEach(p -> out.printf(format, p.name(), p.title(), reference(p), published(p)));
            }
        }
        out.printf("%n%s%n", legend());
        out.flush();
        return ExitCode.SOLVED.code();
    }

    private static String reference(CatalogueProblem problem) {
        return problem.exact().map(Reference::kind).orElse("computed");
    }

    private static String published(CatalogueProblem problem) {
        return problem.published().stream().findFirst().map(Published::toString).orElse("none found");
    }

    private static String legend() {
        return Arrays.stream(Published.Seen.values())
                .map(seen -> "[%s] %s".formatted(seen.tag(), seen.words()))
                .collect(Collectors.joining(", ", "Figures of others were read ", "."));
    }

    private static int width(
            List<CatalogueProblem> problems, Function<CatalogueProblem, String> column, String heading) {
        return problems.stream().map(column).mapToInt(String::length).reduce(heading.length(), Math::max);
    }
}
