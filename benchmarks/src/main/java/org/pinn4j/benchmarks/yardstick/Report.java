package org.pinn4j.benchmarks.yardstick;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pinn4j.io.Json;

/** Machine, peak and all sections of a run, and the three forms in which they are read. */
public final class Report {
    private final Map<String, String> machine;
    private final List<Section> sections;

    Report(Map<String, String> machine, List<Section> sections) {
        this.machine = Map.copyOf(machine).isEmpty() ? Map.of() : new LinkedHashMap<>(machine);
        this.sections = List.copyOf(sections);
    }

    /** Lines for a terminal. */
    public List<String> console() {
        List<String> lines = new ArrayList<>();
        machine.forEach((name, value) -> lines.add(String.format(Locale.ROOT, "%-12s%s", name, value)));
        for (Section s : sections) {
            lines.add("");
            lines.add(s.title());
            lines.addAll(aligned(table(s)));
            s.notes().forEach(note -> lines.add("  " + note));
            if (Double.isFinite(s.largestSpread())) {
                lines.add("  " + spread(s));
            }
        }
        return lines;
    }

    /** Sections with pipe tables, without a heading of the first level. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        machine.forEach((name, value) ->
                text.append("- ").append(name).append(": ").append(value).append('\n'));
        for (Section s : sections) {
            text.append("\n### ").append(s.title()).append("\n\n");
            List<List<String>> table = table(s);
            text.append(piped(table.get(0)));
            text.append("|---".repeat(table.get(0).size())).append("|\n");
            table.subList(1, table.size()).forEach(line -> text.append(piped(line)));
            text.append('\n');
            s.notes().forEach(note -> text.append(note).append(". "));
            text.append(Double.isFinite(s.largestSpread()) ? spread(s) + "." : "")
                    .append('\n');
        }
        return text.toString();
    }

    /** Everything, to full precision. */
    public String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("machine", machine);
        Map<String, Object> bySection = new LinkedHashMap<>();
        for (Section s : sections) {
            Map<String, Object> bySubject = new LinkedHashMap<>();
            s.rows().forEach((subject, figures) -> bySubject.put(subject, object(figures)));
            bySection.put(s.key(), Map.of("title", s.title(), "notes", s.notes(), "figures", bySubject));
        }
        all.put("sections", bySection);
        return Json.pretty(all);
    }

    private static Map<String, Object> object(List<Figure> figures) {
        Map<String, Object> byQuantity = new LinkedHashMap<>();
        for (Figure f : figures) {
            Map<String, Object> parts = new LinkedHashMap<>();
            parts.put("value", f.value());
            parts.put("unit", f.unit().label());
            parts.put("spread", f.spread());
            byQuantity.put(f.quantity(), parts);
        }
        return byQuantity;
    }

    private static List<List<String>> table(Section s) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(s.head("case"));
        lines.addAll(s.cells());
        return lines;
    }

    private static String spread(Section s) {
        return String.format(
                Locale.ROOT,
                "Half the distance of the quartiles: at most %.0f %% of a median",
                100 * s.largestSpread());
    }

    private static String piped(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** The first column to the left, numbers to the right. */
    private static List<String> aligned(List<List<String>> table) {
        int[] width = new int[table.get(0).size()];
        table.forEach(line -> {
            for (int k = 0; k < width.length; k++) {
                width[k] = Math.max(width[k], line.get(k).length());
            }
        });
        List<String> lines = new ArrayList<>();
        for (List<String> cells : table) {
            StringBuilder line = new StringBuilder("  ");
            for (int k = 0; k < width.length; k++) {
                String pad = " ".repeat(width[k] - cells.get(k).length());
                line.append(k == 0 ? cells.get(k) + pad : "  " + pad + cells.get(k));
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
