package org.pinn4j.benchmarks.published;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.pinn4j.io.Json;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.problems.Group;
import org.pinn4j.problems.Published;
import org.pinn4j.validation.study.Figures;
import org.pinn4j.validation.study.SecondsTo;
import org.pinn4j.validation.study.Spread;

/** What the finished runs came to, beside what others published; equal runs give equal bytes. */
public record Table(List<Line> lines, String commit, String machine, int seconds) {
    private static final String TITLE = """
            # The catalogue beside what others published
            Written by `./pinn bench published`. What the problems are: `./pinn list`, `./pinn check NAME`.

            """;

    private static final String HEAD = """
            | problem | recipe | rung | relative L2, median | worst | floor | seconds, median | to 1e-3 | to 1e-6 | to 1e-9 | parameters | best published | by | time, hardware |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|---|
            """;

    /** A row with its finished runs, of so many seeds. */
    record Line(Row row, List<Result> results, int seeds) {
        private List<Figures> figures() {
            return results.stream().flatMap(r -> r.figures().stream()).toList();
        }

        /** A run that failed counts as infinitely bad. */
        private Spread error() {
            return Spread.of(results.stream()
                    .mapToDouble(r -> r.figures().map(Figures::relativeL2).orElse(Double.NaN))
                    .toArray());
        }

        private double median(ToDoubleFunction<Figures> figure) {
            return Spread.of(figures().stream().mapToDouble(figure).toArray()).median();
        }

        private double floor() {
            return figures().stream().mapToDouble(Figures::floor).max().orElse(Double.NaN);
        }

        private Optional<Published> best() {
            return row.problem().published().stream().findFirst();
        }

        private String markdown() {
            return "| " + String.join(" | ", ours()) + " | "
                    + best().map(b -> String.join(" | ", b.figure(), method(b), b.cost()))
                            .orElse("none found |  | ") + " |\n";
        }

        private static String method(Published best) {
            return best.method() + (best.remark().isEmpty() ? "" : "; " + best.remark());
        }

        private List<String> ours() {
            String name = row.problem().name();
            if (figures().isEmpty()) {
                String what = results.isEmpty() ? "not run" : "failed";
                return List.of(name, row.recipe(), "", what, "", "", "", "", "", "", "");
            }
            String some = results.size() < seeds ? " (%d of %d)".formatted(results.size(), seeds) : "";
            Spread error = error();
            List<String> cells = new ArrayList<>(List.of(
                    name,
                    row.recipe(),
                    rungs(),
                    text(error.median()) + some,
                    text(error.max()),
                    size(floor()),
                    seconds(median(Figures::seconds))));
            SecondsTo.ERRORS.forEach(e -> cells.add(seconds(secondsTo(e))));
            cells.add(Integer.toString((int) median(Figures::parameters)));
            return cells;
        }

        /** The rungs of the seeds, each once. */
        private String rungs() {
            return results.stream()
                    .map(Result::rung)
                    .filter(r -> !r.isEmpty())
                    .distinct()
                    .collect(Collectors.joining(", "));
        }

        /** The median over seeds; a run that does not come to it takes for ever. */
        private double secondsTo(double error) {
            return Spread.of(results.stream()
                            .mapToDouble(r -> r.secondsTo()
                                    .getOrDefault(error, OptionalDouble.empty())
                                    .orElse(Double.POSITIVE_INFINITY))
                            .toArray())
                    .median();
        }

        private static String seconds(double value) {
            return Double.isFinite(value) ? String.format(Locale.ROOT, "%.1f", value) : "-";
        }

        private String text(double error) {
            return Double.isInfinite(error) ? "failed" : error < floor() ? "< " + size(floor()) : size(error);
        }

        private static String size(double value) {
            return Double.isFinite(value) ? String.format(Locale.ROOT, "%.1e", value) : "-";
        }

        private List<String> failures() {
            return results.stream()
                    .filter(r -> !r.failure().isEmpty())
                    .map(r -> "%s: %s".formatted(r.run().name(), r.failure()))
                    .toList();
        }

        private Map<String, Object> json() {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("problem", row.problem().name());
            all.put("recipe", row.recipe());
            all.put("seeds", results.stream().map(r -> r.run().seed()).toList());
            all.put("median", finite(error().median()));
            all.put("worst", finite(error().max()));
            all.put("floor", finite(floor()));
            all.put("seconds", finite(median(Figures::seconds)));
            all.put("rung", rungs());
            SecondsTo.ERRORS.forEach(e -> all.put(Result.key(e), finite(secondsTo(e))));
            all.put("runs", figures().stream().map(Figures::texts).toList());
            all.put("failures", failures());
            all.put(
                    "published",
                    row.problem().published().stream().map(Line::json).toList());
            return all;
        }

        private static Map<String, Object> json(Published p) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("relativeL2", p.error());
            all.put("method", p.method());
            all.put("hardware", p.hardware());
            all.put("seconds", p.seconds().isPresent() ? p.seconds().getAsDouble() : null);
            all.put("seen", p.seen().tag());
            all.put("remark", p.remark());
            return all;
        }

        private static Double finite(double value) {
            return Double.isFinite(value) ? value : null;
        }
    }

    /** Group by group, with what the figures mean. */
    public String markdown() {
        StringBuilder text = new StringBuilder(TITLE);
        for (Group group : Group.values()) {
            List<Line> own = lines.stream()
                    .filter(l -> Catalogue.in(group).contains(l.row().problem()))
                    .toList();
            if (!own.isEmpty()) {
                text.append("## ").append(capital(group.title())).append("\n").append(HEAD);
                own.forEach(line -> text.append(line.markdown()));
                text.append("\n");
            }
        }
        List<String> failures = new ArrayList<>();
        lines.forEach(line -> failures.addAll(line.failures()));
        failures.forEach(f -> text.append("- ").append(f).append("\n"));
        return text.append(failures.isEmpty() ? "" : "\n").append(legend()).toString();
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private String legend() {
        return ("Relative L2 on the grids of record, beside the floor of the reference; %d s at most for a run, each in a new Java"
                        + " machine; seconds of the solve alone, and those after which the error on the grid stays below 1e-3, 1e-6 and 1e-9. Of coefficients to be found, their largest relative error. Commit %s, %s. Figures of others: %s.\n")
                .formatted(
                        seconds,
                        commit,
                        machine,
                        Arrays.stream(Published.Seen.values())
                                .map(s -> "[%s] read %s".formatted(s.tag(), s.words()))
                                .collect(Collectors.joining(", ")));
    }

    /** Every figure. */
    public String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("commit", commit);
        all.put("machine", machine);
        all.put("budget", seconds);
        all.put("rows", lines.stream().map(Line::json).toList());
        return Json.pretty(all);
    }
}
