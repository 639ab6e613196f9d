package org.pinn4j.validation.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pinn4j.io.AtomicFile;
import org.pinn4j.io.Json;

/** The reports of a study: {@code runs.csv}, {@code study.json}, {@code study.md}, {@code report.html}. Equal results give equal bytes. */
final class StudyFiles {
    private StudyFiles() {}

    static void write(StudyResult result, Path folder) throws IOException {
        write(folder.resolve("runs.csv"), csv(result));
        write(folder.resolve("study.json"), Json.pretty(json(result)));
        write(folder.resolve("study.md"), markdown(result));
        write(folder.resolve("report.html"), Html.of(result));
    }

    private static void write(Path file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(bytes));
    }

    /** RFC 4180: a row for each run, numbers in full. */
    private static String csv(StudyResult result) {
        List<String> heads = new ArrayList<>();
        heads.add("key");
        result.variables().forEach(v -> heads.add(v.name()));
        heads.add("seed");
        StringBuilder text = new StringBuilder();
        for (StudyRun run : result.runs()) {
            List<String> cells = new ArrayList<>();
            cells.add(run.key());
            cells.addAll(run.at().choices().values());
            cells.add(Long.toString(run.at().seed()));
            cells.addAll(run.found().texts().values());
            if (text.isEmpty()) {
                heads.addAll(renamed(run.found().texts(), result));
                text.append(line(heads));
            }
            text.append(line(cells));
        }
        return text.toString();
    }

    /** A figure that shares its name with a variable is what was found of it. */
    private static List<String> renamed(Map<String, String> figures, StudyResult result) {
        List<String> taken = result.variables().stream().map(Variable::name).toList();
        return figures.keySet().stream()
                .map(f -> taken.contains(f) ? f + " found" : f)
                .toList();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(StudyFiles::quoted).collect(Collectors.joining(",")) + "\n";
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\\r\\n]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    private static Map<String, Object> json(StudyResult r) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", r.name());
        all.put("settings", r.settings());
        Map<String, Object> varied = new LinkedHashMap<>();
        r.variables().forEach(v -> varied.put(v.name(), v.values()));
        all.put("variables", varied);
        all.put("seeds", r.seeds());
        all.put("total", r.total());
        all.put("finished", r.runs().size());
        all.put("seconds", r.seconds());
        all.put("groups", r.groups().stream().map(StudyFiles::json).toList());
        all.put("trends", r.trends().stream().map(StudyFiles::json).toList());
        all.put("runs", r.runs().stream().map(StudyFiles::json).toList());
        return all;
    }

    private static Map<String, Object> json(Group g) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("choices", g.choices());
        all.put("relativeL2", json(g.error()));
        all.put("seconds", json(g.seconds()));
        all.put("floor", g.floor());
        return all;
    }

    private static Map<String, Object> json(Spread s) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("min", s.min());
        all.put("lowerQuartile", s.lower());
        all.put("median", s.median());
        all.put("upperQuartile", s.upper());
        all.put("max", s.max());
        all.put("count", s.count());
        return all;
    }

    private static Map<String, Object> json(Trend t) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("variable", t.variable());
        all.put("others", t.others());
        all.put("order", t.law().map(PowerLaw::order).orElse(null));
        all.put("low", t.law().map(PowerLaw::low).orElse(null));
        all.put("high", t.law().map(PowerLaw::high).orElse(null));
        all.put("determination", t.law().map(PowerLaw::determination).orElse(null));
        all.put("sizesUsed", t.sizesUsed());
        all.put("verdict", t.verdict());
        return all;
    }

    private static Map<String, Object> json(StudyRun run) {
        Figures f = run.found();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("key", run.key());
        all.put("choices", run.at().choices());
        all.put("seed", run.at().seed());
        all.put("relativeL2", f.relativeL2());
        all.put("maxError", f.maxError());
        all.put("referenceFloor", f.floor());
        all.put("referenceKind", f.reference());
        all.put("heldOutResidual", f.heldOut());
        all.put("seconds", f.seconds());
        all.put("steps", f.steps());
        all.put("points", f.points());
        all.put("parameters", f.parameters());
        all.put("outcome", f.outcome());
        all.put("machine", f.machine());
        return all;
    }

    private static String markdown(StudyResult r) {
        StringBuilder text = new StringBuilder("# Study of %s\n%s\n\n".formatted(r.name(), StudyText.summary(r)));
        r.trends()
                .forEach(t -> text.append("- ")
                        .append(StudyText.subject(t))
                        .append(t.verdict())
                        .append(".\n"));
        text.append(r.trends().isEmpty() ? "" : "\n").append(table(StudyText.groupHeads(r), StudyText.groupRows(r)));
        text.append('\n').append(StudyText.LEGEND).append("\n\n## Runs\n");
        text.append(table(StudyText.runHeads(r), StudyText.runRows(r))).append("\n## Settings\n");
        List<List<String>> settings = StudyText.settings(r).entrySet().stream()
                .map(e -> List.of(e.getKey(), e.getValue()))
                .toList();
        return text.append(table(List.of("setting", "value"), settings)).toString();
    }

    private static String table(List<String> heads, List<List<String>> rows) {
        StringBuilder text = new StringBuilder(row(heads))
                .append("|---".repeat(heads.size()))
                .append("|\n");
        rows.forEach(cells -> text.append(row(cells)));
        return text.toString();
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(c -> c.replace("|", "\\|").strip().replace("\n", "<br>"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
