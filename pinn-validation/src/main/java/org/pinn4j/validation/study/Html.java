package org.pinn4j.validation.study;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The report as one page: tables, pictures and settings in one file that asks no network for anything. */
final class Html {
    private static final String STYLE = """
            :root { color-scheme: light dark; --back: #fff; --text: #1c2024; --soft: #60646c; --line: #d9d9e0; --floor: #c62a2f;
              --c0: #0b6bcb; --c1: #c2410c; --c2: #18794e; --c3: #7c3aed; --c4: #a16207; --c5: #0e7490; --c6: #be185d; --c7: #52525b; }
            @media (prefers-color-scheme: dark) { :root { --back: #15171a; --text: #edeef0; --soft: #a0a4ab; --line: #3a3f45; --floor: #ff8589;
              --c0: #70b8ff; --c1: #ffa057; --c2: #3dd68c; --c3: #baa7ff; --c4: #ffca16; --c5: #4ccce6; --c6: #ff8dcc; --c7: #b5b3ad; } }
            body { background: var(--back); color: var(--text); font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; margin: 1rem 0; }
            th, td { padding: .25rem .8rem; border-bottom: 1px solid var(--line); text-align: right; }
            th:first-child, td:first-child { text-align: left; }
            th { color: var(--soft); font-weight: 600; }
            table.settings td { text-align: left; white-space: pre-wrap; font-family: ui-monospace, monospace; font-size: 13px; }
            svg { width: 100%; height: auto; margin: 1rem 0; font: 12px system-ui, sans-serif; }
            svg text { fill: var(--text); } svg .tick { fill: var(--soft); } svg .title { font-size: 14px; font-weight: 600; }
            .frame { fill: none; stroke: var(--line); } .grid { stroke: var(--line); stroke-width: .5; }
            .line { fill: none; stroke-width: 2; } .line.more { stroke-dasharray: 2 3; } .band { opacity: .18; stroke: none; }
            .law { stroke-width: 1.5; stroke-dasharray: 7 4; opacity: .8; } .dot { opacity: .6; }
            line.floor { stroke: var(--floor); stroke-dasharray: 4 4; } svg text.floor { fill: var(--floor); }
            """;
    private static final int COLOURS = 8;

    private Html() {}

    static String of(StudyResult result) {
        StringBuilder page = new StringBuilder(
                        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>Study of ")
                .append(escape(result.name()))
                .append("</title>\n<style>\n")
                .append(STYLE);
        for (int k = 0; k < COLOURS; k++) {
            page.append(
                    ".line.c%d, .law.c%d { stroke: var(--c%d); } .band.c%d, .dot.c%d, .median.c%d, .key.c%d { fill: var(--c%d); }\n"
                            .formatted(k, k, k, k, k, k, k, k));
        }
        page.append("</style>\n</head>\n<body>\n<h1>Study of ")
                .append(escape(result.name()))
                .append("</h1>\n");
        page.append("<p>").append(escape(StudyText.summary(result))).append("</p>\n");
        result.trends()
                .forEach(t -> page.append("<p><strong>")
                        .append(escape(StudyText.subject(t)))
                        .append("</strong>")
                        .append(escape(t.verdict()))
                        .append(".</p>\n"));
        result.charts().forEach(chart -> page.append(Svg.of(chart)));
        page.append("<h2>Combinations</h2>\n")
                .append(table("", StudyText.groupHeads(result), StudyText.groupRows(result)));
        page.append("<p>").append(escape(StudyText.LEGEND)).append("</p>\n<h2>Runs</h2>\n");
        page.append(table("", StudyText.runHeads(result), StudyText.runRows(result)));
        page.append("<h2>Settings</h2>\n").append(table("settings", List.of("setting", "value"), settings(result)));
        return page.append("</body>\n</html>\n").toString();
    }

    private static List<List<String>> settings(StudyResult result) {
        Map<String, String> all = StudyText.settings(result);
        return all.entrySet().stream()
                .map(e -> List.of(e.getKey(), e.getValue()))
                .toList();
    }

    private static String table(String kind, List<String> heads, List<List<String>> rows) {
        return "<div class=\"wide\"><table class=\"%s\">\n<tr>%s</tr>\n%s</table></div>\n"
                .formatted(
                        kind,
                        heads.stream().map(h -> "<th>" + escape(h) + "</th>").collect(Collectors.joining()),
                        rows.stream()
                                .map(r -> "<tr>"
                                        + r.stream()
                                                .map(c -> "<td>" + escape(c) + "</td>")
                                                .collect(Collectors.joining())
                                        + "</tr>\n")
                                .collect(Collectors.joining()));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1e", value);
    }
}
