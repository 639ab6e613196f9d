package org.pinn4j.benchmarks.published;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.pinn4j.problems.CatalogueProblem;

/** The runs of some problems, recipes and seeds: which are there, which are left, and how one is made. Immutable. */
public final class Contest {
    private final List<Row> rows;
    private final List<Long> seeds;
    private final int seconds;
    private final Runs runs;

    /**
     * @param recipes as in {@link Row#of}
     * @param seconds the budget of a run
     */
    public Contest(List<CatalogueProblem> problems, List<String> recipes, List<Long> seeds, int seconds, Runs runs) {
        this.rows = problems.stream().flatMap(p -> Row.of(p, recipes).stream()).toList();
        this.seeds = List.copyOf(seeds);
        this.seconds = seconds;
        this.runs = runs;
    }

    private List<Run> of(Row row) {
        return seeds.stream().map(seed -> new Run(row, seed, seconds)).toList();
    }

    /** The names of the runs that are not finished, in the order in which they would be made. */
    public List<String> missing() throws IOException {
        return left().stream().map(Run::name).toList();
    }

    private List<Run> left() throws IOException {
        List<Run> left = new ArrayList<>();
        for (Row row : rows) {
            for (Run run : of(row)) {
                if (runs.find(run).isEmpty()) {
                    left.add(run);
                }
            }
        }
        return left;
    }

    /** Makes what is left, one after the other, each in a Java machine of its own like this one. @param note told what runs */
    public void make(Consumer<String> note) throws IOException, InterruptedException {
        List<Run> left = left();
        for (int k = 0; k < left.size(); k++) {
            note.accept("%d of %d: %s".formatted(k + 1, left.size(), left.get(k).name()));
            make(left.get(k));
        }
    }

    private void make(Run run) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(run)).inheritIO().start();
        int code = process.waitFor();
        if (code != 0) {
            throw new IllegalArgumentException(
                    "%s: its Java machine ended with exit code %d; its message is above".formatted(run.name(), code));
        }
    }

    private List<String> command(Run run) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Solve.class.getName()));
        command.addAll(run.settings().values().stream().limit(3).toList());
        command.addAll(List.of(Integer.toString(run.seconds()), runs.file(run).toString()));
        return command;
    }

    /** What is there. */
    public Table table() throws IOException {
        List<Table.Line> lines = new ArrayList<>();
        for (Row row : rows) {
            List<Result> results = new ArrayList<>();
            for (Run run : of(row)) {
                Optional<Result> found = runs.find(run);
                found.ifPresent(results::add);
            }
            lines.add(new Table.Line(row, results, seeds.size()));
        }
        return new Table(lines, runs.commit(), runs.machine(), seconds);
    }
}
