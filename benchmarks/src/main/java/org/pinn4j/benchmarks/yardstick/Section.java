package org.pinn4j.benchmarks.yardstick;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Figures of several subjects on one theme: a table whose rows are subjects and whose columns are quantities. */
final class Section {
    private final String key;
    private final String title;
    private final List<String> notes = new ArrayList<>();
    private final Map<String, List<Figure>> rows = new LinkedHashMap<>();

    /** @param key its name in JSON and for {@code --only} */
    Section(String key, String title) {
        this.key = key;
        this.title = title;
    }

    String key() {
        return key;
    }

    String title() {
        return title;
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    Map<String, List<Figure>> rows() {
        return rows;
    }

    Section note(String note) {
        if (!notes.contains(note)) {
            notes.add(note);
        }
        return this;
    }

    void row(String subject, List<Figure> figures) {
        rows.put(subject, List.copyOf(figures));
    }

    /** Column heads: {@code what} and the quantities in the order in which they first appear. */
    List<String> head(String what) {
        Set<String> head = new LinkedHashSet<>();
        head.add(what);
        rows.values().forEach(figures -> figures.forEach(f -> head.add(f.heading())));
        return List.copyOf(head);
    }

    /** One line of cells for each subject; a quantity that it does not have is "-". */
    List<List<String>> cells() {
        List<String> head = head("");
        List<List<String>> lines = new ArrayList<>();
        rows.forEach((subject, figures) -> {
            List<String> cells = new ArrayList<>();
            cells.add(subject);
            for (String column : head.subList(1, head.size())) {
                cells.add(figures.stream()
                        .filter(f -> f.heading().equals(column))
                        .map(Figure::text)
                        .findFirst()
                        .orElse("-"));
            }
            lines.add(cells);
        });
        return lines;
    }

    /** The largest spread of its medians; NaN without any. */
    double largestSpread() {
        return rows.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Figure::spread)
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
    }
}
