package org.pinn4j.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pinn4j.args.Args;

/**
 * One reading of a table. Line by line; a line longer than a fixed bound is refused before it is held. The rows are counted
 * first, so that columns are taken once and in their length; a cell takes two bytes at least, so they are never more than four
 * times the file.
 */
final class CsvReader {
    private static final int MAX_LINE = 1 << 20;
    private static final int MAX_COLUMNS = 10_000;

    private final Path path;
    private final CsvLines lines;

    CsvReader(Path path, Reader in) {
        this.path = path;
        this.lines = new CsvLines(in, MAX_LINE);
    }

    Csv.Table read() throws IOException {
        if (!next() || lines.length() == 0) {
            throw fail("need a line of column names");
        }
        List<String> names = names(lines.text());
        int most = rows(names.size());
        double[][] columns = new double[names.size()][most];
        int rows = 0;
        while (next()) {
            if (rows == most) {
                throw fail("the file became longer while it was read; read it again");
            }
            readRow(columns, rows++);
        }
        for (int k = 0; k < columns.length && rows < most; k++) {
            columns[k] = Arrays.copyOf(columns[k], rows);
        }
        return Csv.table(names, columns);
    }

    /** No fewer than the lines that follow, and no more than so many columns leave room for. */
    private int rows(int columns) throws IOException {
        long count = 0;
        byte last = '\n';
        byte[] block = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(path)) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                for (int i = 0; i < n; i++) {
                    count += last == '\n' ? 1 : 0;
                    last = block[i];
                }
            }
        }
        long room = Files.size(path) / (2L * columns) + 1;
        long rows = Math.min(count - 1, room);
        if (rows > Args.MOST_ENTRIES) {
            throw fail("more rows than one column can hold");
        }
        return (int) rows;
    }

    private boolean next() throws IOException {
        if (!lines.next()) {
            return false;
        }
        if (lines.length() > MAX_LINE) {
            throw fail("longer than %d characters".formatted(MAX_LINE));
        }
        return true;
    }

    private FormatException fail(String reason) {
        return new FormatException(path, lines.offset(), "line %d: %s".formatted(lines.number(), reason));
    }

    private List<String> names(String header) throws FormatException {
        Set<String> names = new LinkedHashSet<>();
        String rest = header + ",";
        for (int at = 0; at < rest.length(); ) {
            int end = rest.charAt(at) == '"' ? closingQuote(rest, at) + 1 : rest.indexOf(',', at);
            if (rest.charAt(end) != ',' || names.size() == MAX_COLUMNS) {
                throw fail("column names: need at most %d, parted by commas".formatted(MAX_COLUMNS));
            }
            String raw = rest.substring(at, end);
            String name =
                    raw.startsWith("\"") ? raw.substring(1, raw.length() - 1).replace("\"\"", "\"") : raw;
            if (!names.add(name)) {
                throw fail("column '%s' occurs twice".formatted(name));
            }
            at = end + 1;
        }
        return new ArrayList<>(names);
    }

    private int closingQuote(String text, int open) throws FormatException {
        for (int at = open + 1; at < text.length(); at++) {
            if (text.charAt(at) == '"') {
                if (at + 1 == text.length() || text.charAt(at + 1) != '"') {
                    return at;
                }
                at++;
            }
        }
        throw fail("a quote is not closed");
    }

    private void readRow(double[][] columns, int row) throws FormatException {
        int from = 0;
        for (int k = 0; k < columns.length; k++) {
            int end = lines.end(from);
            boolean last = end == lines.length();
            if (last != (k == columns.length - 1)) {
                throw fail("need %d numbers, got %s".formatted(columns.length, last ? k + 1 : "more"));
            }
            columns[k][row] = number(from, end);
            from = end + 1;
        }
    }

    private double number(int from, int end) throws FormatException {
        double whole = lines.whole(from, end);
        if (whole >= 0) {
            return whole;
        }
        String cell = lines.text(from, end);
        if (cell.equals("NaN") || cell.equals("Infinity") || cell.equals("-Infinity")) {
            return Double.parseDouble(cell);
        }
        boolean plain = !cell.isEmpty() && lines.isPlain(from, end);
        try {
            double value = plain ? Double.parseDouble(cell) : Double.NaN;
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw fail("'%s' is not a number".formatted(shortened(cell)));
        }
        throw fail("'%s' is not a number in the range of double".formatted(shortened(cell)));
    }

    private static String shortened(String cell) {
        return cell.length() <= 40 ? cell : cell.substring(0, 40) + "...";
    }
}
