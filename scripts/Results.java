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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures the results table of README.md: runs {@code ./pinn}, reads its figures and replaces the text between the markers. */
public final class Results {
    private static final String BEGIN = "<!-- results:begin -->";
    private static final String END = "<!-- results:end -->";
    private static final String USAGE = """
            usage: scripts/results [options]
              --runs NAME:RECIPE:BUDGET,...   what to solve (default: %s)
              --seeds 1,2,3                   each run once for each seed (default: 1,2,3)
              --references NAME:TOLERANCE,... finite differences to set beside (default: %s)
              --work DIR                      where the figures of each run are kept (default: out/results)
              --reuse                         do not repeat a run whose figures are there
              --print                         print the table and leave README.md as it is""";

    private final Map<String, String> options = new LinkedHashMap<>(Map.of(
            "--runs",
            "burgers:standard:60s,burgers:expert:60s,poisson-2d:standard:20s,heat-1d:standard:20s,"
                    + "allen-cahn:standard:120s,allen-cahn:expert:120s",
            "--seeds", "1,2,3",
            "--references", "burgers:1e-8,poisson-2d:1e-10,heat-1d:1e-10,allen-cahn:1e-7",
            "--work", "out/results"));
    private final Path home;
    private final boolean reuse;
    private final boolean print;
    private String machine = "";

    private Results(Path home, List<String> arguments) {
        this.home = home;
        List<String> rest = new ArrayList<>(arguments);
        reuse = rest.remove("--reuse");
        print = rest.remove("--print");
        for (int k = 0; k < rest.size(); k += 2) {
            if (!options.containsKey(rest.get(k)) || k + 1 == rest.size()) {
                throw new IllegalArgumentException(
                        USAGE.formatted(options.get("--runs"), options.get("--references")));
            }
            options.put(rest.get(k), rest.get(k + 1));
        }
    }

    public static void main(String[] args) throws Exception {
        try {
            new Results(Path.of(args[0]), Arrays.asList(args).subList(1, args.length)).measure();
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private void measure() throws Exception {
        Files.createDirectories(work());
        String table = networks() + "\n" + differences() + "\n" + machine + "\n";
        if (print) {
            System.out.print(table);
            return;
        }
        Path readme = home.resolve("README.md");
        String text = Files.readString(readme);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("%s: need the markers %s and %s".formatted(readme, BEGIN, END));
        }
        Files.writeString(readme, text.substring(0, begin + BEGIN.length()) + "\n" + table + text.substring(end));
    }

    private Path work() {
        return home.resolve(options.get("--work"));
    }

    private String networks() throws Exception {
        String[] seeds = options.get("--seeds").split(",");
        StringBuilder table = new StringBuilder("""
                | problem | recipe | budget | relative L2, median of %s seeds | worst | estimated without a reference, median | floor of the reference | seconds, JVM start included | parameters | knows |
                |---|---|---|---|---|---|---|---|---|---|
                """.formatted(seeds.length));
        for (String run : options.get("--runs").split(",")) {
            String[] part = parts(run, 3);
            List<String> figures = new ArrayList<>();
            for (String seed : seeds) {
                figures.add(solve(part[0], part[1], part[2], seed));
            }
            table.append(row(part, figures));
        }
        return table.toString();
    }

    private static String row(String[] run, List<String> figures) {
        double[] errors = numbers(figures, "relativeL2");
        double[] seconds = numbers(figures, "wallSeconds");
        double floor = number(figures.get(0), "referenceFloor");
        String knows = run[1].equals("standard") ? "the statement" : String.join("; ", texts(figures.get(0), "knowledge"));
        boolean estimated = figures.stream()
                .noneMatch(f -> Pattern.compile("\"estimate\"\\s*:\\s*null").matcher(f).find());
        return "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        run[0],
                        run[1],
                        run[2],
                        error(median(errors), floor),
                        error(Arrays.stream(errors).max().orElseThrow(), floor),
                        estimated ? size(median(numbers(figures, "estimate"))) : "-",
                        size(floor),
                        String.format(Locale.ROOT, "%.1f", median(seconds)),
                        (long) number(figures.get(0), "parameters"),
                        knows);
    }

    private String solve(String problem, String recipe, String budget, String seed) throws Exception {
        String name = "%s-%s-%s-%s".formatted(problem, recipe, budget, seed);
        Path json = work().resolve(name + ".json");
        if (!reuse || !Files.exists(json)) {
            Files.deleteIfExists(json);
            pinn("solve", problem, "--accept-unresolved", "--recipe", recipe, "--budget", budget, "--seed", seed, "--json", json.toString(),
                    "--out", work().resolve(name).toString(), "--no-plots");
        }
        String figures = Files.readString(json);
        machine = "Measured with version %s, %s, %s threads, Java %s, %s; grids of record, references of the catalogue."
                .formatted(
                        text(figures, "version"),
                        text(figures, "backend"),
                        (long) number(figures, "threads"),
                        System.getProperty("java.version"),
                        processor());
        return figures;
    }

    private String differences() throws Exception {
        StringBuilder table = new StringBuilder("""
                The same problems by the finite-difference solver that the library checks itself with, refinements for its floor included:

                | problem | solver | floor | distance from the reference | seconds |
                |---|---|---|---|---|
                """);
        for (String reference : options.get("--references").split(",")) {
            String[] part = parts(reference, 2);
            Path kept = work().resolve("reference-%s-%s.txt".formatted(part[0], part[1]));
            if (!reuse || !Files.exists(kept)) {
                Files.writeString(kept, pinn("reference", part[0], "--method", "fd", "--tolerance", part[1]));
            }
            table.append(referenceRow(part[0], Files.readString(kept)));
        }
        return table.toString();
    }

    private static String referenceRow(String problem, String said) {
        Matcher first = find("(?m)^[^:]+: (.+) on (\\S+), floor (\\S+), ([0-9.]+) s$", said);
        Matcher second = Pattern.compile("by (\\S+) in relative L2").matcher(said);
        String distance = second.find() ? second.group(1) : "-";
        return "| %s | %s | %s | %s | %s |\n"
                .formatted(problem, first.group(1), first.group(3), distance, first.group(4));
    }

    /** Runs the command line; what it says on standard error is shown, what it says on standard output is returned. */
    private String pinn(String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of(home.resolve("pinn").toString()), Arrays.stream(arguments))
                .toList();
        System.err.println(String.join(" ", command));
        Process process = new ProcessBuilder(command)
                .directory(new File(home.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            throw new IllegalStateException("%s ended with exit code %d".formatted(String.join(" ", command), code));
        }
        return said;
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

    private static String[] parts(String text, int count) {
        String[] parts = text.split(":");
        if (parts.length != count) {
            throw new IllegalArgumentException("'%s': need %d parts with : between them".formatted(text, count));
        }
        return parts;
    }

    private static String error(double value, double floor) {
        return value < floor ? "< " + size(floor) : size(value);
    }

    private static String size(double value) {
        return String.format(Locale.ROOT, "%.1e", value);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    private static double[] numbers(List<String> figures, String key) {
        return figures.stream().mapToDouble(f -> number(f, key)).toArray();
    }

    /** The first value of a key: the keys of the whole run stand before those of the single fields. */
    private static double number(String json, String key) {
        return Double.parseDouble(find("\"" + key + "\"\\s*:\\s*([-+0-9.eE]+)", json).group(1));
    }

    private static String text(String json, String key) {
        return find("\"" + key + "\"\\s*:\\s*\"([^\"]*)\"", json).group(1);
    }

    private static List<String> texts(String json, String key) {
        String inside = find("\"" + key + "\"\\s*:\\s*\\[([^\\]]*)\\]", json).group(1);
        return Pattern.compile("\"([^\"]*)\"").matcher(inside).results().map(m -> m.group(1)).collect(Collectors.toList());
    }

    private static Matcher find(String pattern, String in) {
        Matcher m = Pattern.compile(pattern).matcher(in);
        if (!m.find()) {
            throw new IllegalStateException("no %s in: %s".formatted(pattern, in));
        }
        return m;
    }
}
