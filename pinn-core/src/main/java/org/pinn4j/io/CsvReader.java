package org.pinn4j.io;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One reading of a table. Line by line; a line longer than a fixed bound is refused before it is held. */
final class CsvReader {
    private static final int MAX_LINE = 1 << 20;
    private static final int MAX_COLUMNS = 10_000;

    private final Path path;
    private final BufferedReader in;
    private long offset;
    private int line = 1;

    CsvReader(Path path, BufferedReader in) {
        this.path = path;
        this.in = in;
    }

    Csv.Table read() throws IOException {
        String header = nextLine();
        if (header == null || header.isEmpty()) {
            throw fail("need a line of column names");
        }
        List<String> names = names(header);
        double[][] columns = new double[names.size()][16];
        int rows = 0;
        for (String text = nextLine(); text != null; text = nextLine()) {
            if (rows == columns[0].length) {
                Arrays.setAll(columns, k -> Arrays.copyOf(columns[k], 2 * columns[k].length));
            }
            readRow(text, columns, rows++);
        }
        int count = rows;
        Arrays.setAll(columns, k -> Arrays.copyOf(columns[k], count));
        return Csv.table(names, columns);
    }

    private FormatException fail(String reason) {
        return new FormatException(path, offset, "line %d: %s".formatted(line, reason));
    }

    /** The next line without its end, or null behind the last. */
    private String nextLine() throws IOException {
        StringBuilder text = new StringBuilder();
        int c = in.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (text.length() == MAX_LINE) {
                throw fail("longer than %d characters".formatted(MAX_LINE));
            }
            text.append((char) c);
        }
        return text.toString();
    }

    private void leave(String text) {
        offset += text.getBytes(StandardCharsets.UTF_8).length + 1;
        line++;
    }

    private List<String> names(String header) throws FormatException {
        List<String> names = new ArrayList<>();
        String rest = strip(header) + ",";
        for (int at = 0; at < rest.length(); ) {
            int end = rest.charAt(at) == '"' ? closingQuote(rest, at) + 1 : rest.indexOf(',', at);
            if (rest.charAt(end) != ',' || names.size() == MAX_COLUMNS) {
                throw fail("column names: need at most %d, parted by commas".formatted(MAX_COLUMNS));
            }
            String raw = rest.substring(at, end);
            String name =
                    raw.startsWith("\"") ? raw.substring(1, raw.length() - 1).replace("\"\"", "\"") : raw;
            if (names.contains(name)) {
                throw fail("column '%s' occurs twice".formatted(name));
            }
            names.add(name);
            at = end + 1;
        }
        leave(header);
        return names;
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

    private static String strip(String text) {
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private void readRow(String text, double[][] columns, int row) throws FormatException {
        String[] cells = strip(text).split(",", columns.length + 1);
        if (cells.length != columns.length) {
            throw fail("need %d numbers, got %s"
                    .formatted(columns.length, cells.length > columns.length ? "more" : cells.length));
        }
        for (int k = 0; k < cells.length; k++) {
            columns[k][row] = number(cells[k]);
        }
        leave(text);
    }

    private double number(String cell) throws FormatException {
        if (cell.equals("NaN") || cell.equals("Infinity") || cell.equals("-Infinity")) {
            return Double.parseDouble(cell);
        }
        boolean plain = !cell.isEmpty() && cell.chars().allMatch(c -> c >= '0' && c <= '9' || "+-.eE".indexOf(c) >= 0);
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
