package org.pinn4j.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinn4j.random.RandomStream;

class TextFilesTest {
    @TempDir
    Path folder;

    @Test
    void jsonKeepsTheOrderOfKeysAndEscapesStrings() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("z", "a \"b\" \\ \n\t\u0001 ü");
        object.put("a", List.of(1, 2.5, 1e-7, true));
        object.put("nothing", null);
        assertEquals(
                "{\"z\":\"a \\\"b\\\" \\\\ \\n\\t\\u0001 ü\",\"a\":[1,2.5,1.0E-7,true],\"nothing\":null}",
                Json.compact(object));
    }

    @Test
    void absentFiguresAreNullInJson() {
        assertEquals(
                "[null,null,null,-0.0]",
                Json.compact(new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0}));
    }

    @Test
    void prettyJsonHasOneMemberALine() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("at", new double[] {0.5, 1});
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("fields", Map.of("u", inner));
        object.put("empty", Map.of());
        object.put("rows", List.of(List.of(1), List.of()));
        assertEquals("""
                {
                  "fields": {
                    "u": {
                      "at": [0.5, 1.0]
                    }
                  },
                  "empty": {},
                  "rows": [
                    [1],
                    []
                  ]
                }
                """, Json.pretty(object));
    }

    @Test
    void jsonRefusesWhatItCannotSay() {
        assertThrows(IllegalArgumentException.class, () -> Json.compact(new Object()));
    }

    @Test
    void npyComesBackBitForBitInAnyShape() throws IOException {
        Path file = folder.resolve("a.npy");
        for (int[] shape : new int[][] {{}, {1}, {5}, {2, 3}, {2, 3, 4}, {0, 4}}) {
            double[] values = new double[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
            RandomStream.of(1, "npy").fillGaussian(values);
            Npy.write(file, NdArray.of(values, shape));
            assertEquals(NdArray.of(values, shape), Npy.read(file));
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertEquals(0, (text.indexOf('\n') + 1) % 64, "the data begin at a multiple of 64");
        }
    }

    /** The first bytes of numpy.save(file, numpy.zeros((2, 3))). */
    @Test
    void npyBytesAreThoseNumpyWrites() throws IOException {
        Path file = folder.resolve("a.npy");
        Npy.write(file, NdArray.of(new double[6], 2, 3));
        String expected = "\u0093NUMPY\u0001\u0000v\u0000{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }"
                + " ".repeat(58) + "\n" + "\0".repeat(48);
        assertEquals(expected, Files.readString(file, StandardCharsets.ISO_8859_1));
    }

    @Test
    void csvComesBackBitForBitInAnyLocale() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            Path file = folder.resolve("a.csv");
            double[] x = {0.1, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, Double.NaN, Double.NEGATIVE_INFINITY, 1.0 / 3};
            double[] y = new double[x.length];
            RandomStream.of(1, "csv").fillGaussian(y);
            Csv.write(file, List.of("x, \"quoted\"", "u_x"), x, y);
            Csv.Table table = Csv.read(file);
            assertEquals(List.of("x, \"quoted\"", "u_x"), table.names());
            assertArrayEquals(x, table.column(0));
            assertArrayEquals(y, table.column("u_x"));
            assertEquals(7, table.rows());
            assertTrue(Files.readString(file).startsWith("\"x, \"\"quoted\"\"\",u_x\n0.1,"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void csvOfOtherWritersIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "\"t\",u\r\n1,+2.5E-3\r\n-3.,.5");
        assertArrayEquals(new double[] {0.0025, 0.5}, Csv.read(file).column("u"));
        assertArrayEquals(new double[] {1, -3}, Csv.read(file).column("t"));
        assertThrows(IllegalArgumentException.class, () -> Csv.read(file).column("v"));
    }

    @Test
    void csvOfManyRowsGrows() throws IOException {
        Path file = folder.resolve("a.csv");
        double[] x = new double[12_345];
        Arrays.setAll(x, i -> i);
        Csv.write(file, List.of("x"), x);
        assertArrayEquals(x, Csv.read(file).column(0));
    }

    /** Rows are counted before they are read, and a line is no string: 20 MB of "7" need their numbers and little more. */
    @Test
    void csvTakesTheRoomOfItsNumbers() throws IOException {
        int rows = 500_000;
        Path file = Files.writeString(folder.resolve("a.csv"), "x\n" + "7\n".repeat(rows));
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        Csv.Table table = Csv.read(file);
        long taken = thread.getCurrentThreadAllocatedBytes() - before;
        assertEquals(rows, table.rows());
        assertEquals(7, table.column("x")[rows - 1]);
        assertTrue(taken < 1.1 * Double.BYTES * rows, taken + " bytes for " + rows + " numbers");
    }

    @Test
    void csvRefusesColumnsThatDoNotMatch() {
        Path file = folder.resolve("a.csv");
        assertThrows(IllegalArgumentException.class, () -> Csv.write(file, List.of("x"), new double[1], new double[1]));
        assertThrows(
                IllegalArgumentException.class, () -> Csv.write(file, List.of("x", "y"), new double[1], new double[2]));
        assertThrows(IllegalArgumentException.class, () -> Csv.write(file, List.of("x\ny"), new double[1]));
    }

    @Test
    void aFailedSaveLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("kept"), "old");
        assertThrows(
                IOException.class,
                () -> AtomicFile.write(file, out -> {
                    out.write(new byte[1_000_000]);
                    throw new IOException("disk full");
                }));
        assertThrows(
                IllegalStateException.class,
                () -> AtomicFile.write(file, out -> {
                    throw new IllegalStateException();
                }));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.toList();
        }
    }

    @Test
    void aSaveReplacesTheWholeFile() throws IOException {
        Path file = Files.writeString(folder.resolve("replaced"), "a long old text");
        AtomicFile.write(file, out -> out.write('n'));
        assertEquals("n", Files.readString(file));
        assertEquals(List.of(file), files());
        AtomicFile.write(folder.resolve("ünï 漢"), out -> out.write('n'));
        assertEquals(2, files().size());
    }

    @Test
    void aSaveIntoNowhereSaysWhatIsMissing() {
        var e = assertThrows(IOException.class, () -> AtomicFile.write(folder.resolve("no/file"), out -> {}));
        assertTrue(e.getMessage().contains("create it first"), e.getMessage());
        assertThrows(IOException.class, () -> AtomicFile.write(folder, out -> {}));
    }
}
