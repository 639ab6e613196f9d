import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pinn4j.Pinn;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.solution.Solution;
import org.pinn4j.train.Budget;
import org.pinn4j.validation.References;

/**
 * Training in two halves, the second in another Java from the file of the first, beside training in one go: the errors of both
 * and the median of their ratios. Every run is a Java of its own, and the runs of a seed follow each other.
 */
public final class GoingOn {
    private static final String USAGE = """
            usage: scripts/going-on [options]
              --problems NAME,...   (default: burgers,kdv,allen-cahn)
              --seeds 1,2,3
              --half 10s | 300      time or optimiser steps of each half (default: 10s)
              --threads N           (default: all processors)
              --backend NAME        (default: auto)
              --most 1.5            a median ratio above it is exit code 1""";

    private final Map<String, String> options = new LinkedHashMap<>(Map.of(
            "--problems", "burgers,kdv,allen-cahn",
            "--seeds", "1,2,3",
            "--half", "10s",
            "--threads", Integer.toString(Runtime.getRuntime().availableProcessors()),
            "--backend", "auto",
            "--most", "1.5"));
    private final Path script;

    private GoingOn(Path script, List<String> arguments) {
        this.script = script;
        for (int k = 0; k < arguments.size(); k += 2) {
            if (!options.containsKey(arguments.get(k)) || k + 1 == arguments.size()) {
                throw new IllegalArgumentException(USAGE);
            }
            options.put(arguments.get(k), arguments.get(k + 1));
        }
    }

    public static void main(String[] args) throws Exception {
        if (args[0].equals("part")) {
            part(args);
            return;
        }
        try {
            System.exit(new GoingOn(Path.of(args[0]), Arrays.asList(args).subList(1, args.length)).compare() ? 0 : 1);
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /** One run: problem, seed, budget, threads, backend, file to start from or -, file to write or -; prints steps and error. */
    private static void part(String[] a) throws IOException {
        CatalogueProblem problem = Catalogue.find(a[1]);
        Pinn pinn = Pinn.trained().budget(budget(a[3])).workers(Integer.parseInt(a[4])).backend(a[5]);
        pinn = a[6].equals("-") ? pinn.seed(Long.parseLong(a[2])) : pinn.startingFrom(Solution.load(Path.of(a[6])));
        Solution found = pinn.solve(problem.statement());
        if (!a[7].equals("-")) {
            found.save(Path.of(a[7]));
        }
        double error = found.compare(References.of(problem).best(), problem.grid()).relativeL2();
        System.out.println(found.card().steps() + " " + error);
    }

    private static Budget budget(String text) {
        Budget standard = Budget.standard();
        return text.endsWith("s")
                ? standard.withTime(Duration.parse("PT" + text))
                : standard.withSteps(Integer.parseInt(text));
    }

    private static String twice(String half) {
        String digits = half.endsWith("s") ? half.substring(0, half.length() - 1) : half;
        return 2 * Integer.parseInt(digits) + half.substring(digits.length());
    }

    /** @return whether every median is small enough */
    private boolean compare() throws IOException, InterruptedException {
        String half = options.get("--half");
        System.out.printf(
                "| problem | seed | %s + %s | steps | %s | steps | ratio |%n|---|---|---|---|---|---|---|%n",
                half, half, twice(half));
        boolean fine = true;
        for (String problem : options.get("--problems").split(",")) {
            List<Double> ratios = new ArrayList<>();
            for (String seed : options.get("--seeds").split(",")) {
                ratios.add(row(problem, seed));
            }
            double median = ratios.stream().sorted().toList().get(ratios.size() / 2);
            System.out.printf(Locale.ROOT, "| %s | median | | | | | %.2f |%n", problem, median);
            fine &= median <= Double.parseDouble(options.get("--most"));
        }
        return fine;
    }

    private double row(String problem, String seed) throws IOException, InterruptedException {
        Path file = Files.createTempFile("half", ".pinn");
        try {
            String[] first = run(problem, seed, options.get("--half"), "-", file.toString());
            String[] second = run(problem, seed, options.get("--half"), file.toString(), "-");
            String[] whole = run(problem, seed, twice(options.get("--half")), "-", "-");
            double ratio = Double.parseDouble(second[1]) / Double.parseDouble(whole[1]);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %.2e → %.2e | %s + %s | %.2e | %s | %.2f |%n",
                    problem,
                    seed,
                    Double.parseDouble(first[1]),
                    Double.parseDouble(second[1]),
                    first[0],
                    second[0],
                    Double.parseDouble(whole[1]),
                    whole[0],
                    ratio);
            return ratio;
        } finally {
            Files.delete(file);
        }
    }

    private String[] run(String problem, String seed, String budget, String from, String to)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"), "-XX:+UseParallelGC", "-XX:-UsePerfData"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), script.toString(), "part"));
        command.addAll(List.of(problem, seed, budget, options.get("--threads"), options.get("--backend"), from, to));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes()).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + process.exitValue());
        }
        return out.split(" ");
    }
}
