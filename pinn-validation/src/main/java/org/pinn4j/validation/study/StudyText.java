package org.pinn4j.validation.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pinn4j.pde.Names;

/** The cells of a study's tables, the same in every form of the report. */
final class StudyText {
    static final String LEGEND =
            "Error is relative L2 on the grid; median, least and largest over the seeds. Seconds are"
                    + " training alone. A power of the size is fitted to the runs of all seeds; its interval is the 95 % one for the slope.";

    private StudyText() {}

    static String summary(StudyResult r) {
        String runs = r.isComplete()
                ? Names.count(r.total(), "run")
                : "%d of %s so far".formatted(r.runs().size(), Names.count(r.total(), "run"));
        return String.format(
                Locale.ROOT,
                "%s, seeds %s, %s of training in all.",
                runs,
                r.seeds().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                duration(r.seconds()));
    }

    /** What stays along a trend, with a colon; empty where nothing else varies. */
    static String subject(Trend trend) {
        return trend.others().isEmpty() ? "" : Case.text(trend.others()) + ": ";
    }

    static List<String> groupHeads(StudyResult r) {
        List<String> heads =
                new ArrayList<>(r.variables().stream().map(Variable::name).toList());
        heads.addAll(
                List.of("runs", "median error", "least", "largest", "floor", "parameters", "all points", "seconds"));
        return heads;
    }

    static List<List<String>> groupRows(StudyResult r) {
        return r.groups().stream().map(StudyText::row).toList();
    }

    private static List<String> row(Group g) {
        List<String> cells = new ArrayList<>(g.choices().values());
        Spread error = g.error();
        Figures any = g.runs().get(0).found();
        cells.addAll(List.of(
                Integer.toString(error.count()),
                error(error.median(), g.floor()),
                error(error.min(), g.floor()),
                error(error.max(), g.floor()),
                number(g.floor()),
                Integer.toString(any.parameters()),
                Integer.toString(any.points()),
                seconds(g.seconds().median())));
        return cells;
    }

    static List<String> runHeads(StudyResult r) {
        List<String> heads =
                new ArrayList<>(r.variables().stream().map(Variable::name).toList());
        heads.addAll(List.of("seed", "error", "largest error", "held-out residual", "steps", "seconds", "outcome"));
        return heads;
    }

    static List<List<String>> runRows(StudyResult r) {
        return r.runs().stream().map(StudyText::row).toList();
    }

    private static List<String> row(StudyRun run) {
        Figures f = run.found();
        List<String> cells = new ArrayList<>(run.at().choices().values());
        cells.addAll(List.of(
                Long.toString(run.at().seed()),
                error(f.relativeL2(), f.floor()),
                number(f.maxError()),
                number(f.heldOut()),
                Integer.toString(f.steps()),
                seconds(f.seconds()),
                f.outcome()));
        return cells;
    }

    /** The study's, with what was varied and what the runs were made on. */
    static Map<String, String> settings(StudyResult r) {
        Map<String, String> all = new LinkedHashMap<>(r.settings());
        r.variables().forEach(v -> all.put(v.name() + " varied", String.join(", ", v.values())));
        all.put("reference", distinct(r, f -> "%s, floor %s".formatted(f.reference(), number(f.floor()))));
        all.put("machine", distinct(r, Figures::machine));
        return all;
    }

    private static String distinct(StudyResult r, Function<Figures, String> figure) {
        return r.runs().stream().map(StudyRun::found).map(figure).distinct().collect(Collectors.joining("\n"));
    }

    static String error(double value, double floor) {
        return value < floor ? "< " + number(floor) : number(value);
    }

    static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.2e", value) : "failed";
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }

    private static String duration(double seconds) {
        return seconds < 120
                ? String.format(Locale.ROOT, "%.1f seconds", seconds)
                : String.format(Locale.ROOT, "%.1f minutes", seconds / 60);
    }
}
