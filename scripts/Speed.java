import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Seconds of a solve until its error stands below a bound: this checkout beside another one, a new JVM for each run, in turns.
 * Every JVM solves twice, so that there is a cold time and a warm one. A finished run is a file and is not made again.
 */
public final class Speed {
    private static final String USAGE = """
            usage: scripts/speed OTHER [options]
              OTHER      folder of the other checkout, which is built if need be
              --runs NAME:ERROR:BUDGET,...  default %s
              --rounds N        default 7
              --work DIR        where finished runs are kept (default: out/speed)""";
    private static final String RUNS = "poisson-2d:1e-9:20s,heat-1d:1e-9:20s,wave:1e-4:60s";

    /** What runs in the JVM that is measured; it uses what both checkouts have. */
    private static final String PROGRAM = """
            import java.time.Duration;
            import java.util.ArrayList;
            import java.util.List;
            import java.util.function.Supplier;
            import org.pinn4j.Pinn;
            import org.pinn4j.problems.Catalogue;
            import org.pinn4j.problems.CatalogueProblem;
            import org.pinn4j.solution.Reference;
            import org.pinn4j.solution.Solution;
            import org.pinn4j.validation.References;

            public final class Stand {
                private final List<Double> seconds = new ArrayList<>();
                private final List<Solution> best = new ArrayList<>();
                private double looking;
                private double next;

                private void look(double now, Supplier<Solution> solution) {
                    if (now - looking >= next) {
                        long start = System.nanoTime();
                        seconds.add(now - looking);
                        best.add(solution.get());
                        next = 1.02 * (now - looking);
                        looking += (System.nanoTime() - start) * 1e-9;
                    }
                }

                private double to(double error, CatalogueProblem problem, Reference truth) {
                    double found = Double.POSITIVE_INFINITY;
                    for (int k = best.size() - 1; k >= 0; k--) {
                        if (!(best.get(k).compare(truth, problem.grid()).relativeL2() <= error)) {
                            return found;
                        }
                        found = seconds.get(k);
                    }
                    return found;
                }

                public static void main(String[] a) {
                    CatalogueProblem problem = Catalogue.find(a[0]);
                    for (int k = 0; k < 2; k++) {
                        Stand stand = new Stand();
                        Pinn.Solved solved = Pinn.standard()
                                .seed(Long.parseLong(a[3]))
                                .budget(Duration.parse("PT" + a[2]))
                                .onProgress(now -> stand.look(now.seconds(), () -> now.best().get()))
                                .run(problem.statement());
                        stand.next = 0;
                        stand.look(solved.training().seconds(), solved::solution);
                        Reference truth = References.of(problem).best();
                        System.out.println(stand.to(Double.parseDouble(a[1]), problem, truth));
                    }
                }
            }
            """;

    private final Map<String, String> options =
            new LinkedHashMap<>(Map.of("--runs", RUNS, "--rounds", "7", "--work", "out/speed"));
    private final List<Path> homes; // the other one first
    private final List<String> commits = new ArrayList<>();
    private final Path work;

    private Speed(Path home, List<String> words) throws Exception {
        for (int k = 1; k < words.size(); k += 2) {
            if (!options.containsKey(words.get(k)) || k + 1 == words.size()) {
                throw new IllegalArgumentException(USAGE.formatted(RUNS));
            }
            options.put(words.get(k), words.get(k + 1));
        }
        homes = List.of(Path.of(words.get(0)).toAbsolutePath().normalize(), home);
        work = Files.createDirectories(home.resolve(options.get("--work")));
        for (Path h : homes) {
            if (!Files.isExecutable(h.resolve("pinn"))) {
                throw new IllegalArgumentException("%s: no checkout, it has no pinn".formatted(h));
            }
            said(h, h.resolve("pinn").toString(), "--version"); // builds
            commits.add(said(h, "git", "rev-parse", "--short=10", "HEAD").strip());
            Path program = work.resolve(commits.get(commits.size() - 1) + "-program");
            Files.createDirectories(program);
            Files.writeString(program.resolve("Stand.java"), PROGRAM);
            said(h, "javac", "-cp", jar(h), "-d", program.toString(), program.resolve("Stand.java").toString());
        }
    }

    public static void main(String[] args) throws Exception {
        List<String> words = Arrays.asList(args).subList(1, args.length);
        try {
            if (words.isEmpty() || words.get(0).startsWith("-")) {
                throw new IllegalArgumentException(USAGE.formatted(RUNS));
            }
            System.out.print(new Speed(Path.of(args[0]), words).table());
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private String table() throws Exception {
        int rounds = Integer.parseInt(options.get("--rounds"));
        StringBuilder table = new StringBuilder(
                "%s beside %s, medians of %d rounds, seconds%n%n| problem | error | before, cold | now | ratio | before, second solve | now | ratio |%n|---|---|---|---|---|---|---|---|%n"
                        .formatted(commits.get(1), commits.get(0), rounds));
        for (String run : options.get("--runs").split(",")) {
            String[] part = run.split(":");
            double[][][] seconds = new double[2][2][rounds];
            for (int r = 0; r < rounds; r++) {
                for (int k = 0; k < 2; k++) {
                    int turn = (r + k) % 2; // who comes first changes
                    double[] both = seconds(turn, part, r + 1);
                    seconds[turn][0][r] = both[0];
                    seconds[turn][1][r] = both[1];
                }
            }
            table.append("| %s | %s".formatted(part[0], part[1]));
            for (int which = 0; which < 2; which++) {
                double before = median(seconds[0][which]);
                double now = median(seconds[1][which]);
                table.append(String.format(Locale.ROOT, " | %.2f | %.2f | 1/%.1f", before, now, before / now));
            }
            table.append(" |\n");
        }
        return table.toString();
    }

    /** Of the first and the second solve of a JVM; the seed is the round. */
    private double[] seconds(int turn, String[] part, int round) throws Exception {
        Path kept = work.resolve(String.join("_", commits.get(turn), part[0], part[1], part[2], "round" + round) + ".txt");
        if (!Files.exists(kept)) {
            System.err.println(kept.getFileName());
            String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            String classes = work.resolve(commits.get(turn) + "-program") + ":" + jar(homes.get(turn));
            Files.writeString(kept, said(homes.get(turn), java, "-XX:+UseParallelGC", "-XX:-UsePerfData", "-cp", classes,
                    "Stand", part[0], part[1], part[2], Integer.toString(round)));
        }
        return Files.readString(kept).lines().mapToDouble(Double::parseDouble).toArray();
    }

    private static String jar(Path home) {
        return home.resolve("pinn-cli/target/pinn.jar").toString();
    }

    /** What a command says on standard output. */
    private static String said(Path home, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            throw new IllegalStateException("%s ended with %d".formatted(String.join(" ", command), code));
        }
        return said;
    }

    private static double median(double[] values) {
        double[] s = values.clone();
        Arrays.sort(s);
        int n = s.length;
        return n % 2 == 1 ? s[n / 2] : (s[n / 2 - 1] + s[n / 2]) / 2;
    }
}
