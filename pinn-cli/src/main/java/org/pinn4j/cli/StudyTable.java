package org.pinn4j.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pinn4j.validation.study.StudyResult;

/** What a study found, in columns. */
final class StudyTable {
    private StudyTable() {}

    static void print(PrintWriter out, StudyResult result, List<Path> files) {
        out.println(result.name() + ": " + result.summary());
        List<List<String>> rows = result.table();
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(k -> rows.stream().mapToInt(r -> r.get(k).length()).max().orElse(0))
                .toArray();
        for (List<String> row : rows) {
            out.println(IntStream.range(0, widths.length)
                    .mapToObj(k -> " ".repeat(widths[k] - row.get(k).length()) + row.get(k))
                    .collect(Collectors.joining("  ")));
        }
        result.trends().forEach(out::println);
        files.forEach(out::println);
        out.flush();
    }
}
