package org.pinn4j.io;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.pinn4j.args.Args;

/** Named columns of numbers as text, with every digit needed to read the same bits back. Source of the quoting: RFC 4180. */
public final class Csv {
    /** Named columns of one length. Immutable. */
    public static final class Table {
        private final List<String> names;
        private final double[][] columns;

        private Table(List<String> names, double[][] columns) {
            this.names = List.copyOf(names);
            this.columns = columns;
        }

        public List<String> names() {
            return names;
        }

        public int rows() {
            return columns[0].length;
        }

        /** A copy. @throws IllegalArgumentException if there is none of this name */
        public double[] column(String name) {
            Args.given(name, "name");
            int at = names.indexOf(name);
            if (at < 0) {
                throw new IllegalArgumentException("no column '%s' among %s".formatted(name, names));
            }
            return columns[at].clone();
        }

        /** A copy of the column at this place. */
        public double[] column(int at) {
            Args.index(at, columns.length, "at");
            return columns[at].clone();
        }
    }

    private Csv() {}

    /**
     * Replaces the file whole or not at all.
     * @param columns one for each name, all of one length
     */
    public static void write(Path path, List<String> names, double[]... columns) throws IOException {
        Args.given(path, "path");
        Args.list(names, "names");
        Args.array(columns, "columns");
        if (names.isEmpty()
                || names.size() != columns.length
                || Arrays.stream(columns).mapToInt(c -> c.length).distinct().count() > 1) {
            throw new IllegalArgumentException(
                    "csv: need a name for each column and columns of one length, got names %s, lengths %s"
                            .formatted(
                                    names,
                                    Arrays.toString(Arrays.stream(columns)
                                            .mapToInt(c -> c.length)
                                            .toArray())));
        }
        String header = names.stream().map(Csv::quoted).collect(Collectors.joining(","));
        AtomicFile.write(path, out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            text.append(header).append('\n');
            for (int row = 0; row < columns[0].length; row++) {
                writeRow(text, columns, row);
            }
            text.flush();
        });
    }

    private static void writeRow(Writer text, double[][] columns, int row) throws IOException {
        for (int k = 0; k < columns.length; k++) {
            text.append(k == 0 ? "" : ",").append(Double.toString(columns[k][row]));
        }
        text.append('\n');
    }

    private static String quoted(String name) {
        if (name.indexOf('\n') >= 0 || name.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("csv: a column name is one line, got '%s'".formatted(name));
        }
        return name.isEmpty() || name.indexOf(',') >= 0 || name.indexOf('"') >= 0
                ? '"' + name.replace("\"", "\"\"") + '"'
                : name;
    }

    /**
     * Reads a table: one line of names, then lines of numbers, of which NaN and Infinity are some.
     * @throws FormatException at the first line that does not fit
     */
    public static Table read(Path path) throws IOException {
        Args.given(path, "path");
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (!Files.isRegularFile(path)) {
            throw new FormatException(path, 0, "not an ordinary file");
        }
        try (Reader text = new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8.newDecoder())) {
            return new CsvReader(path, text).read();
        } catch (CharacterCodingException e) {
            throw new FormatException(path, 0, "the text is not UTF-8");
        }
    }

    static Table table(List<String> names, double[][] columns) {
        return new Table(names, columns);
    }
}
