package org.pinn4j.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.pinn4j.benchmarks.published.Contest;
import org.pinn4j.benchmarks.published.Runs;
import org.pinn4j.benchmarks.published.Table;
import org.pinn4j.benchmarks.yardstick.Machine;
import org.pinn4j.io.AtomicFile;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.problems.CatalogueProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pinn bench published}. */
@Command(
        name = "published",
        description =
                "Solve the catalogue and set the errors beside those that others published. May be stopped at any time:"
                        + " finished runs are kept and not made again.",
        mixinStandardHelpOptions = true)
final class PublishedCommand implements Callable<Integer> {
    @Option(names = "--only", split = ",", paramLabel = "NAME", description = "These problems; all unless given.")
    private List<String> only = Catalogue.names();

    @Option(
            names = "--recipe",
            split = ",",
            paramLabel = "NAME",
            description =
                    "standard, expert, direct, trained. Unless given standard, and expert where a problem has one.")
    private List<String> recipes = new ArrayList<>();

    @Option(names = "--seeds", split = ",", paramLabel = "N", description = "1,2,3 unless given.")
    private List<Long> seeds = List.of(1L, 2L, 3L);

    @Option(names = "--budget", paramLabel = "SECONDS", description = "Of each run; 60 unless given.")
    private int seconds = 60;

    @Option(names = "--work", paramLabel = "DIR", description = "Where finished runs are; out/published unless given.")
    private Path work = Path.of("out", "published");

    @Option(
            names = "--commit",
            paramLabel = "ID",
            description = "Write the table of another commit's runs, and make none.")
    private String commit;

    @Option(names = "--missing", description = "List the runs that are left, and make none.")
    private boolean missing;

    @Option(names = "--json", paramLabel = "FILE", description = "Write every figure.")
    private Path json;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write the table.")
    private Path markdown;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        List<CatalogueProblem> problems = only.stream().map(Catalogue::find).toList();
        Contest contest = new Contest(problems, recipes, seeds, seconds, new Runs(work, commit(), machine()));
        if (missing) {
            contest.missing().forEach(out::println);
            return 0;
        }
        if (commit == null) {
            contest.make(spec.commandLine().getErr()::println);
        }
        Table table = contest.table();
        write(json, table.json());
        write(markdown, table.markdown());
        out.print(table.markdown());
        out.flush();
        return 0;
    }

    private String commit() throws IOException, InterruptedException {
        return commit == null ? Checkout.commit(Path.of("")) : commit;
    }

    private static String machine() {
        return "%s-java%s"
                .formatted(Machine.processor().replaceAll("[^A-Za-z0-9]+", "-"), System.getProperty("java.version"));
    }

    private static void write(Path file, String text) throws IOException {
        if (file != null) {
            AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
