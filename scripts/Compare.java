import java.io.File;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Another checkout and this one on the same machine, in turns: what a step costs, how accurate an answer is, how small a heap
 * may be. Every finished run is a file whose name says commit, what, seed and machine; it is not made again.
 */
public final class Compare {
    private static final String USAGE = """
            usage: scripts/compare cost|accuracy|heap OTHER [options]
              cost       ratio of the times of a loss with its gradient (3x20, 4x50; 10,000 points) and of a
                         Levenberg-Marquardt step (p = 921), a new JVM each; median and 95 %% interval
              accuracy   medians of the relative L2 error of the runs of README.md
              heap       the smallest -Xmx, in steps of 2 MB, with which 'solve burgers --steps 100 --no-plots' ends
              OTHER      folder of the other checkout
              --rounds N        of cost (default: 15)
              --runs NAME:RECIPE:BUDGET,...  of accuracy (default: %s)
              --seeds 1,2,3     of accuracy
              --work DIR        where finished runs are kept (default: out/compare)
              --missing         list the runs that are left, and make none""";
    private static final String RUNS = "burgers:standard:60s,burgers:expert:60s,poisson-2d:standard:20s,heat-1d:standard:20s,"
            + "allen-cahn:standard:120s,allen-cahn:expert:120s";
    /** Section, row and quantity of a figure in the report of {@code bench core}. */
    private static final List<List<String>> COSTS = List.of(
            List.of("steps", "burgers-3x20-10000", "loss+gradient"),
            List.of("steps", "burgers-4x50-10000", "loss+gradient"),
            List.of("levenberg", "burgers-3x20-5000", "LM step"));
    private static final int HEAP_STEP = 2;
    private static final int UNRESOLVED = 3;
    private static final int HEAP_MOST = 256;

    private final Map<String, String> options = new LinkedHashMap<>(
            Map.of("--rounds", "15", "--runs", RUNS, "--seeds", "1,2,3", "--work", "out/compare"));
    private final Path work;
    private final boolean missing;
    private final List<Path> homes; // the other one first
    private final List<String> commits = new ArrayList<>();
    private final String machine;
    private int left;

    private Compare(Path home, List<String> arguments) throws Exception {
        List<String> rest = new ArrayList<>(arguments);
        missing = rest.remove("--missing");
        for (int k = 2; k < rest.size(); k += 2) {
            if (!options.containsKey(rest.get(k)) || k + 1 == rest.size()) {
                throw new IllegalArgumentException(USAGE.formatted(RUNS));
            }
            options.put(rest.get(k), rest.get(k + 1));
        }
        homes = List.of(Path.of(rest.get(1)).toAbsolutePath().normalize(), home);
        work = Files.createDirectories(home.resolve(options.get("--work")));
        machine = processor().replaceAll("[^A-Za-z0-9]+", "-") + "-java" + System.getProperty("java.version");
        for (Path h : homes) {
            if (!Files.isExecutable(h.resolve("pinn"))) {
                throw new IllegalArgumentException("%s: no checkout, it has no pinn".formatted(h));
            }
            commits.add(run(h, "git", "rev-parse", "--short=10", "HEAD").strip());
            if (!run(h, "git", "status", "--porcelain", "--untracked-files=no").isBlank()) {
                throw new IllegalArgumentException("%s: has changes that are in no commit; commit them first".formatted(h));
            }
        }
    }

    public static void main(String[] args) throws Exception {
        try {
            List<String> words = Arrays.asList(args).subList(1, args.length);
            if (words.size() < 2 || !List.of("cost", "accuracy", "heap").contains(words.get(0))) {
                throw new IllegalArgumentException(USAGE.formatted(RUNS));
            }
            Compare compare = new Compare(Path.of(args[0]), words);
            String table = switch (words.get(0)) {
                case "cost" -> compare.cost();
                case "heap" -> compare.heap();
                default -> compare.accuracy();
            };
            System.out.print(compare.left > 0 ? compare.left + " runs are left\n" : table);
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private String title() {
        return "%s beside %s on %s\n\n".formatted(commits.get(1), commits.get(0), machine);
    }

    private String cost() throws Exception {
        int rounds = Integer.parseInt(options.get("--rounds"));
        double[][][] seconds = new double[2][COSTS.size()][rounds];
        for (int r = 0; r < rounds; r++) {
            for (int k = 0; k < 2; k++) {
                int turn = (r + k) % 2; // who comes first changes
                Path json = file("cost", turn, "round" + (r + 1), ".json");
                if (wanted(json)) {
                    measure(homes.get(turn), json);
                }
                for (int c = 0; !missing && c < COSTS.size(); c++) {
                    seconds[turn][c][r] = figure(Files.readString(json), COSTS.get(c));
                }
            }
        }
        StringBuilder table = new StringBuilder(title())
                .append("| step | before, ms | now, ms | ratio, median | 95 % interval of the median |\n|---|---|---|---|---|\n");
        for (int c = 0; c < COSTS.size(); c++) {
            double[] ratio = new double[rounds];
            for (int r = 0; r < rounds; r++) {
                ratio[r] = seconds[1][c][r] / seconds[0][c][r];
            }
            int rank = rankOfInterval(rounds);
            double[] sorted = sorted(ratio);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s, %s | %.2f | %.2f | %.3f | %.3f to %.3f |%n",
                    COSTS.get(c).get(1),
                    COSTS.get(c).get(2),
                    median(seconds[0][c]),
                    median(seconds[1][c]),
                    median(ratio),
                    sorted[rank],
                    sorted[rounds - 1 - rank]));
        }
        return table.toString();
    }

    private static void measure(Path home, Path json) throws Exception {
        run(home, home.resolve("pinn").toString(), "bench", "core", "--quick", "--only",
                "burgers-3x20-10000,burgers-4x50-10000,burgers-3x20-5000", "--json", json.toString());
    }

    /** The order statistics that hold the median with at least 95 %: the largest k with P(B(n, ½) ≤ k - 1) ≤ 2.5 %, from 0. */
    private static int rankOfInterval(int n) {
        double below = 0;
        double term = Math.pow(0.5, n);
        int k = 0;
        while (below + term <= 0.025) {
            below += term;
            term *= (double) (n - k) / (k + 1);
            k++;
        }
        return Math.max(0, k - 1);
    }

    private String accuracy() throws Exception {
        String[] seeds = options.get("--seeds").split(",");
        StringBuilder table = new StringBuilder(title()).append("| problem | recipe | budget | before, median of %d seeds (worst) | now | ratio of medians |\n|---|---|---|---|---|---|\n"
                .formatted(seeds.length));
        for (String run : options.get("--runs").split(",")) {
            String[] part = run.split(":");
            double[][] errors = new double[2][seeds.length];
            for (int s = 0; s < seeds.length; s++) {
                for (int k = 0; k < 2; k++) {
                    int turn = (s + k) % 2;
                    Path json = file("accuracy", turn, String.join("-", part[0], part[1], part[2], "seed" + seeds[s]), ".json");
                    if (wanted(json)) {
                        solve(homes.get(turn), part, seeds[s], json);
                    }
                    errors[turn][s] = missing ? 0 : number(Files.readString(json), "relativeL2");
                }
            }
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %.2e (%.1e) | %.2e (%.1e) | %.2f |%n",
                    part[0],
                    part[1],
                    part[2],
                    median(errors[0]),
                    sorted(errors[0])[seeds.length - 1],
                    median(errors[1]),
                    sorted(errors[1])[seeds.length - 1],
                    median(errors[1]) / median(errors[0])));
        }
        return table.toString();
    }

    private static void solve(Path home, String[] part, String seed, Path json) throws Exception {
        Path out = Files.createTempDirectory("pinn-compare");
        run(home, home.resolve("pinn").toString(), "solve", part[0], "--recipe", part[1], "--budget", part[2],
                "--seed", seed, "--no-plots", "--out", out.toString(), "--json", json.toString());
    }

    private String heap() throws Exception {
        int[] least = new int[2];
        for (int turn = 0; turn < 2; turn++) {
            Path kept = file("heap", turn, "burgers-100", ".txt");
            if (wanted(kept)) {
                Files.writeString(kept, Integer.toString(leastHeap(homes.get(turn))));
            }
            least[turn] = missing ? 0 : Integer.parseInt(Files.readString(kept));
        }
        return title() + String.format(
                Locale.ROOT, "smallest heap: %d MB before, %d MB now, ratio %.2f%n", least[0], least[1], (double) least[1] / least[0]);
    }

    /** By bisection: what ends with some heap ends with more. */
    private static int leastHeap(Path home) throws Exception {
        int fails = 0;
        int ends = HEAP_MOST / HEAP_STEP;
        while (ends - fails > 1) {
            int middle = (fails + ends) / 2;
            if (endsWith(home, middle * HEAP_STEP)) {
                ends = middle;
            } else {
                fails = middle;
            }
        }
        return ends * HEAP_STEP;
    }

    private static boolean endsWith(Path home, int megabytes) throws Exception {
        Path out = Files.createTempDirectory("pinn-compare");
        Path json = out.resolve("figures.json");
        Process process = process(home, Map.of("PINN_JAVA_OPTS", "-Xmx" + megabytes + "m"), List.of(
                home.resolve("pinn").toString(), "solve", "burgers", "--steps", "100", "--no-plots", "--out", out.toString(),
                "--json", json.toString()));
        process.getInputStream().readAllBytes();
        process.waitFor();
        return Files.exists(json); // whatever the answer is worth
    }

    private Path file(String kind, int turn, String what, String ending) {
        return work.resolve(String.join("_", kind, commits.get(turn), what, machine) + ending);
    }

    private boolean wanted(Path file) {
        if (Files.exists(file)) {
            return false;
        }
        if (missing) {
            System.out.println(file.getFileName());
            left++;
        }
        return !missing;
    }

    /** What the command said. */
    private static String run(Path home, String... command) throws Exception {
        Process process = process(home, Map.of(), List.of(command));
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0 && code != UNRESOLVED) { // an older checkout has no option to accept what a short budget leaves
            throw new IllegalStateException(
                    "%s ended with %d: %s".formatted(String.join(" ", command), process.exitValue(), said));
        }
        return said;
    }

    private static Process process(Path home, Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(new File(home.toString())).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** A figure of a report of {@code bench core}: by section, row and quantity. */
    private static double figure(String json, List<String> path) {
        int at = 0;
        for (String key : path) {
            at = json.indexOf("\"" + key + "\"", at);
            if (at < 0) {
                throw new IllegalStateException("no %s in the report".formatted(path));
            }
        }
        return number(json.substring(at), "value");
    }

    private static double number(String json, String key) {
        Matcher m = Pattern.compile("\"" + key + "\"\\s*:\\s*([-+0-9.eE]+)").matcher(json);
        if (!m.find()) {
            throw new IllegalStateException("no %s in: %s".formatted(key, json));
        }
        return Double.parseDouble(m.group(1));
    }

    private static double[] sorted(double[] values) {
        double[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }

    private static double median(double[] values) {
        double[] s = sorted(values);
        int n = s.length;
        return n % 2 == 1 ? s[n / 2] : (s[n / 2 - 1] + s[n / 2]) / 2;
    }

    private static String processor() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.exists(info)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(info)) {
            return lines.filter(l -> l.startsWith("model name"))
                    .map(l -> l.substring(l.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }
}
