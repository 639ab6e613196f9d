import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Writes docs/performance.md: the figures of {@code ./pinn bench core}, and what benchmarks/peers has measured, if it has. */
public final class Performance {
    private static final String USAGE = """
            usage: scripts/performance [options]
              --quick     a few cases only
              --reuse     do not measure again if out/performance/core.md is there
              --work DIR  where the figures are kept (default: out/performance)
            Peers are measured by benchmarks/peers on demand; their tables are taken from benchmarks/peers/results/*.json.""";
    private static final double[] ERRORS = {1e-2, 1e-3, 1e-4, 1e-5};

    private final Path home;
    private final boolean quick;
    private final boolean reuse;
    private final Path work;

    private Performance(Path home, List<String> arguments) {
        this.home = home;
        List<String> rest = new ArrayList<>(arguments);
        quick = rest.remove("--quick");
        reuse = rest.remove("--reuse");
        boolean folder = rest.size() == 2 && rest.get(0).equals("--work");
        if (!rest.isEmpty() && !folder) {
            throw new IllegalArgumentException(USAGE);
        }
        work = home.resolve(folder ? rest.get(1) : "out/performance");
    }

    public static void main(String[] args) throws Exception {
        try {
            new Performance(Path.of(args[0]), Arrays.asList(args).subList(1, args.length)).write();
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private void write() throws Exception {
        StringBuilder text = new StringBuilder("""
                # Performance
                Written by `scripts/performance`, every figure measured; run it to have those of your machine. How each of them came
                about: [performance-notes.md](performance-notes.md). Ratios travel between machines, milliseconds do not.

                ## The core
                One process, everything in turns, medians of 7 rounds or more (`./pinn bench core`).

                """);
        text.append(core());
        text.append(steps()).append(accuracy());
        Files.writeString(home.resolve("docs/performance.md"), text);
    }

    private String core() throws Exception {
        Files.createDirectories(work);
        Path tables = work.resolve("core.md");
        if (!reuse || !Files.exists(tables)) {
            List<String> command = new ArrayList<>(List.of(
                    home.resolve("pinn").toString(), "bench", "core",
                    "--markdown", tables.toString(), "--json", work.resolve("core.json").toString()));
            if (quick) {
                command.add("--quick");
            }
            int code = new ProcessBuilder(command).directory(home.toFile()).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IllegalStateException("%s ended with exit code %d".formatted(String.join(" ", command), code));
            }
        }
        return Files.readString(tables);
    }

    /** One line for each case and number of threads, one column for each peer and mode; its time over ours in brackets. */
    private String steps() throws IOException {
        List<String> records = records("steps.json");
        if (records.isEmpty()) {
            return "";
        }
        Set<String> columns = new LinkedHashSet<>();
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        StringBuilder refused = new StringBuilder();
        for (String r : records) {
            if (r.contains("\"failure\"")) {
                refused.append("\n%s, %s does not run: %s\n".formatted(text(r, "peer"), text(r, "mode"), text(r, "failure")));
                continue;
            }
            String column = text(r, "peer") + ", " + text(r, "mode");
            columns.add(column);
            Map<String, String> row = rows.computeIfAbsent(
                    text(r, "case") + " | " + text(r, "threads"), k -> new LinkedHashMap<>());
            row.put("ours", number(r, "ours_ms", "%.2f"));
            row.put(column, "%s (%s×)".formatted(number(r, "ms", "%.2f"), number(r, "ratio", "%.1f")));
        }
        StringBuilder table = new StringBuilder("""

                ## The same step by peers
                Loss and gradient of the same network on the same points, double precision, in one run; ms, and in brackets over ours.
                Measured by `benchmarks/peers`.

                """);
        table.append("| case | threads | pinn4j | ").append(String.join(" | ", columns)).append(" |\n");
        table.append("|---".repeat(3 + columns.size())).append("|\n");
        rows.forEach((name, row) -> {
            table.append("| ").append(name).append(" | ").append(row.get("ours"));
            columns.forEach(c -> table.append(" | ").append(row.getOrDefault(c, "-")));
            table.append(" |\n");
        });
        return table.append(refused).toString();
    }

    private String accuracy() throws IOException {
        List<String> records = records("accuracy.json");
        Map<String, List<String>> byProblem = new LinkedHashMap<>();
        records.forEach(r -> byProblem.computeIfAbsent(text(r, "problem"), k -> new ArrayList<>()).add(r));
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, List<String>> problem : byProblem.entrySet()) {
            text.append("""

                    ## Time to accuracy: %s
                    Each with the recipe its own examples recommend; seconds until the relative L2 error stays below, and the best error.

                    | who | recipe | threads | 1e-2 | 1e-3 | 1e-4 | 1e-5 | best | after s |
                    |---|---|---|---|---|---|---|---|---|
                    """.formatted(problem.getKey()));
            XYChart chart = chart(problem.getKey());
            for (String r : problem.getValue()) {
                double[][] curve = curve(r);
                text.append(accuracyRow(r, curve));
                if (curve[0].length > 0) {
                    String name = "%s, %s, %s threads".formatted(text(r, "peer"), text(r, "recipe"), text(r, "threads"));
                    chart.addSeries(name, curve[0], curve[1])
                            .setMarker(SeriesMarkers.NONE);
                }
            }
            String picture = "performance-" + problem.getKey() + ".png";
            BitmapEncoder.saveBitmap(chart, home.resolve("docs").resolve(picture).toString(), BitmapFormat.PNG);
            text.append("\n![error over seconds](").append(picture).append(")\n");
        }
        return text.toString();
    }

    private static XYChart chart(String problem) {
        XYChart chart = new XYChartBuilder().width(1400).height(640).title(problem)
                .xAxisTitle("seconds").yAxisTitle("relative L2 error").build();
        chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
        chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
        return chart;
    }

    private static String accuracyRow(String r, double[][] curve) {
        int best = 0;
        for (int k = 1; k < curve[1].length; k++) {
            best = curve[1][k] < curve[1][best] ? k : best;
        }
        StringBuilder row = new StringBuilder("| %s | %s | %s".formatted(text(r, "peer"), text(r, "recipe"), text(r, "threads")));
        for (double error : ERRORS) {
            row.append(" | ").append(reached(curve, error));
        }
        boolean any = curve[0].length > 0;
        return row.append(" | ").append(any ? String.format(Locale.ROOT, "%.1e", curve[1][best]) : "-")
                .append(" | ").append(any ? String.format(Locale.ROOT, "%.0f", curve[0][best]) : "-")
                .append(" |\n").toString();
    }

    /** Seconds at the first entry below the error after which none is above it. */
    private static String reached(double[][] curve, double error) {
        int first = curve[1].length;
        while (first > 0 && curve[1][first - 1] <= error) {
            first--;
        }
        return first == curve[1].length ? "-" : String.format(Locale.ROOT, "%.1f", curve[0][first]);
    }

    /** Seconds and errors; entries that a logarithm cannot show are left out. */
    private static double[][] curve(String r) {
        List<double[]> list = Pattern.compile("\\[\\s*([-+0-9.eE]+)\\s*,\\s*([-+0-9.eE]+)\\s*\\]").matcher(r).results()
                .map((MatchResult m) -> new double[] {Double.parseDouble(m.group(1)), Double.parseDouble(m.group(2))})
                .filter(p -> p[0] > 0 && p[1] > 0)
                .toList();
        return new double[][] {
            list.stream().mapToDouble(p -> p[0]).toArray(), list.stream().mapToDouble(p -> p[1]).toArray()
        };
    }

    /** The flat objects of a list in a file of the peers. */
    private List<String> records(String file) throws IOException {
        Path path = home.resolve("benchmarks/peers/results").resolve(file);
        return Files.exists(path)
                ? Pattern.compile("\\{[^{}]*\\}").matcher(Files.readString(path)).results().map(MatchResult::group).toList()
                : List.of();
    }

    private static String text(String record, String key) {
        return Pattern.compile("\"" + key + "\"\\s*:\\s*(?:\"([^\"]*)\"|([^,}\\s]+))").matcher(record).results()
                .map(m -> m.group(1) != null ? m.group(1) : m.group(2))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no \"%s\" in %s".formatted(key, record)));
    }

    private static String number(String record, String key, String format) {
        String value = text(record, key);
        return value.equals("null") ? "-" : String.format(Locale.ROOT, format, Double.parseDouble(value));
    }
}
