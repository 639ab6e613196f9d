package org.pinn4j.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinn4j.parallel.Allocation;
import org.pinn4j.random.RandomStream;

class HostileFilesTest {
    @TempDir
    Path folder;

    static Stream<Arguments> hostile() {
        return HostileFiles.all().entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    @Test
    void theCorpusIsLarge() {
        assertTrue(HostileFiles.all().size() >= 60, HostileFiles.all().size() + " files");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void aDefectIsAFormatExceptionWithPathPlaceAndReason(String defect, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("hostile"), content);
        FormatException e = assertThrows(FormatException.class, () -> Safetensors.read(file));
        assertEquals(file, e.path());
        assertTrue(e.offset() >= 0 && e.offset() <= content.length, e.getMessage());
        assertTrue(e.getMessage().contains(file.toString()) && e.getMessage().contains(e.reason()));
        assertTrue(e.reason().length() < 500 && e.reason().chars().noneMatch(Character::isISOControl), e.reason());
    }

    /** Nothing is taken on the word of the file: all that is ever allocated, garbage too, is in proportion to its true size. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void aDefectTakesLittleMemory(String defect, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("hostile"), content);
        long bytes = Allocation.bytes(() -> assertThrows(FormatException.class, () -> Safetensors.read(file)));
        assertTrue(bytes < 40L * content.length + 1_000_000, bytes + " bytes for a file of " + content.length);
    }

    @Test
    void theMessageNamesTheRemedyForAnotherType() throws IOException {
        Path file = Files.write(folder.resolve("f32"), HostileFiles.all().get("type F32"));
        FormatException e = assertThrows(FormatException.class, () -> Safetensors.read(file));
        assertTrue(e.reason().contains("array 'a' has type F32; only F64 is read, convert it to float64"), e.reason());
    }

    private static byte[] good(Path file) throws IOException {
        Safetensors.write(
                file,
                NamedArrays.empty()
                        .with("a", new double[] {1, 2, 3, 4}, 2, 2)
                        .with("bb", new double[] {5}, 1)
                        .withMetadata("k", "v\n"));
        return Files.readAllBytes(file);
    }

    @Test
    void aFileCutAtAnyByteIsRefused() throws IOException {
        Path file = folder.resolve("cut");
        byte[] whole = good(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThrows(FormatException.class, () -> Safetensors.read(file), "cut to " + length);
        }
    }

    /** Any byte replaced: the file is read as something or refused as a format, nothing else. */
    @Test
    void aFileWithAnyByteReplacedIsReadOrRefused() throws IOException {
        Path file = folder.resolve("mutated");
        byte[] whole = good(file);
        RandomStream random = RandomStream.of(1, "mutations");
        int refused = 0;
        for (int trial = 0; trial < 10_000; trial++) {
            byte[] mutated = whole.clone();
            for (int change = 0; change <= trial % 3; change++) {
                mutated[random.nextInt(whole.length)] = (byte) random.nextInt(256);
            }
            try {
                Safetensors.read(file, new ByteArrayInputStream(mutated), mutated.length);
            } catch (FormatException e) {
                refused++;
            }
        }
        assertTrue(refused > 3000 && refused < 10_000, refused + " refused");
    }

    @Test
    void aFolderIsNotAFile() {
        assertThrows(FormatException.class, () -> Safetensors.read(folder));
        assertThrows(FormatException.class, () -> Npy.read(folder));
        assertThrows(FormatException.class, () -> Csv.read(folder));
    }

    @Test
    void npyFilesThatLieAreRefused() throws IOException {
        Path file = folder.resolve("a.npy");
        Npy.write(file, NdArray.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3));
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThrows(FormatException.class, () -> Npy.read(file), "cut to " + length);
        }
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        Map<String, String> changes = Map.of(
                "'<f8'",
                "'<f4'",
                "'<f8', ",
                "'|O', ",
                "False",
                "True ",
                "(2, 3)",
                "(2,-3)",
                "'shape'",
                "'shapo'",
                "(2, 3), }",
                "(999999",
                "\u0001\u0000v",
                "\u0002\u0000v",
                "'descr'",
                "'descr': 1");
        changes.forEach((from, to) -> {
            String changed = text.replace(from, to);
            assertThrows(
                    FormatException.class,
                    () -> {
                        Files.write(file, changed.getBytes(StandardCharsets.ISO_8859_1));
                        Npy.read(file);
                    },
                    to);
        });
    }

    @ParameterizedTest
    @MethodSource("hostileTables")
    void tablesThatDoNotFitAreRefused(String text, String reason) throws IOException {
        Path file = Files.write(folder.resolve("t.csv"), text.getBytes(StandardCharsets.ISO_8859_1));
        FormatException e = assertThrows(FormatException.class, () -> Csv.read(file));
        assertTrue(e.getMessage().contains(reason), e.getMessage());
    }

    static Stream<Arguments> hostileTables() {
        return Stream.of(
                Arguments.of("", "line 1: need a line of column names"),
                Arguments.of("a,b\n1\n", "line 2: need 2 numbers, got 1"),
                Arguments.of("a,b\n1,2\n1,2,3\n", "byte 8: line 3: need 2 numbers, got more"),
                Arguments.of("a\n1e309\n", "'1e309' is not a number in the range"),
                Arguments.of("a\n\n", "'' is not a number"),
                Arguments.of("a\n1d\n", "'1d' is not a number"),
                Arguments.of("a\n0x1p3\n", "not a number"),
                Arguments.of("a\n1-2\n", "'1-2' is not a number"),
                Arguments.of("a,a\n", "occurs twice"),
                Arguments.of("\"a\n", "a quote is not closed"),
                Arguments.of("\"a\"b\n", "column names"),
                Arguments.of("\u00ff\n", "not UTF-8"),
                Arguments.of("a\n" + "1".repeat(1_100_000), "longer than"),
                Arguments.of("a" + ",".repeat(20_000), "occurs twice"));
    }
}
