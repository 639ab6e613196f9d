package org.pinn4j.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinn4j.solution.Outcome;
import org.pinn4j.solution.Solution;

/** An answer is not lost: not to a disk that fails, not to a later run that finds less, not to a check that comes too late. */
class SavedAnswersTest {
    @TempDir
    private Path folder;

    private Console run(Path file, Object... more) {
        List<Object> all = new ArrayList<>(List.of(
                "run", file, "--out", folder.resolve("out"), "--backend", "java", "--threads", 1, "--no-plots"));
        all.addAll(List.of(more));
        return Console.run(all.toArray());
    }

    /** A file takes the place of the folder, after the checks and before the end. */
    private static String gone(Path out) {
        return """
                public static org.pinn4j.solution.Reference reference() throws Exception {
                    java.nio.file.Path out = java.nio.file.Path.of("%s");
                    java.nio.file.Files.delete(out);
                    java.nio.file.Files.createFile(out);
                    return new org.pinn4j.solution.Reference() {
                        public String kind() { return "closed form"; }
                        public double floor() { return 1e-15; }
                        public double[] values(Field f, double[] x, int n) { return new double[n]; }
                    };
                }
                """.formatted(out);
    }

    @Test
    void whereTheFolderIsGoneAtTheEndTheAnswerIsToldAndInATemporaryFolderThatIsNamed() throws IOException {
        Path json = folder.resolve("out/f.json");
        Path file = Tiny.write(folder, gone(folder.resolve("out")));
        Console console = run(file, "--steps", 2, "--recipe", "trained", "--json", json);
        assertEquals(4, console.code(), console.err());
        assertTrue(console.out().matches("(?s).*\nheld-out residual +\\S+\n.*"), console.out());
        Matcher named = Pattern.compile("note: the solution not saved where it was asked: .*/out.*; it is in (\\S+)")
                .matcher(console.err());
        assertTrue(named.find(), console.err());
        Path saved = Path.of(named.group(1));
        assertTrue(console.out().contains("solution           " + saved), console.out());
        assertEquals(Outcome.COMPLETED, Solution.load(saved).outcome());
        assertTrue(Files.readString(saved.resolveSibling("f.json")).contains("\"outcome\": \"COMPLETED\""));
        Files.delete(saved.resolveSibling("f.json"));
        Files.delete(saved);
        Files.delete(saved.getParent());
    }

    private Path waves() throws IOException {
        Path file = Tiny.write(folder);
        return Files.writeString(
                file,
                Files.readString(file).replace("equalTo(-2)", "equalTo(Expr.sin(X.times(12 * Math.PI)).times(1e3))"));
    }

    @Test
    void anAnswerThatIsNoneDoesNotTakeThePlaceOfOneThatIs() throws IOException {
        Path file = waves();
        Path kept = folder.resolve("out/solution.pinn");
        assertEquals(3, run(file, "--steps", 2, "--recipe", "trained").code());
        assertEquals(Outcome.UNRESOLVED, Solution.load(kept).outcome()); // there was nothing better
        assertEquals(0, run(file, "--recipe", "direct").code());
        byte[] good = Files.readAllBytes(kept);
        Console worse = run(file, "--steps", 2, "--recipe", "trained");
        assertEquals(3, worse.code(), worse.err());
        assertTrue(worse.err().contains("has an answer of this problem (CO"), worse.err());
        assertArrayEquals(good, Files.readAllBytes(kept));
        Path beside = folder.resolve("out/solution-unresolved.pinn");
        assertTrue(worse.out().contains(beside.toString()), worse.out());
        assertEquals(Outcome.UNRESOLVED, Solution.load(beside).outcome());
        assertEquals(List.of("solution-unresolved.pinn", "solution.pinn"), names());
        assertEquals(0, run(file, "--recipe", "direct", "--seed", 2).code());
        assertEquals(2, Solution.load(kept).card().seed());
        assertEquals(
                0, run(Tiny.write(folder), "--steps", 2, "--recipe", "trained").code());
        assertEquals("", Solution.load(kept).problem().name().replace("Tiny", ""));
        assertEquals(2, names().size());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void draftsOfKilledRunsAreRemovedByTheNext() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(folder.resolve("out/.solution.pinn.1-0.tmp"), "half of it");
        Files.writeString(folder.resolve("out/.error.png.77-3.tmp"), "half of it");
        assertEquals(
                0, run(Tiny.write(folder), "--steps", 2, "--recipe", "trained").code());
        assertEquals(List.of("solution.pinn"), names());
    }

    @Test
    void whatCouldNotBeSavedIsRefusedBeforeAnyWorkUnlessNoFileIsWanted() throws IOException {
        Path file = Tiny.write(folder, Tiny.UNSTORABLE);
        Console refused = run(file, "--steps", 2, "--recipe", "expert");
        assertEquals(2, refused.code());
        assertEquals(1, refused.err().lines().count(), refused.err());
        assertTrue(
                refused.err().matches("(?s).*could not be saved: .*mine.*; --no-save solves without a file\n"),
                refused.err());
        assertEquals("", refused.out());
        Console solved = run(file, "--steps", 2, "--recipe", "expert", "--no-save", "--accept-unresolved");
        assertEquals(0, solved.code(), solved.err());
        assertTrue(solved.out().contains("solution           not saved, as was asked"), solved.out());
        assertFalse(Files.exists(folder.resolve("out/solution.pinn")));
    }

    @Test
    void aFullDiskIsToldBeforeAnyWorkWithBothSizes() {
        OutFolder.requireRoom(folder, 20_000_000, 20_000_000);
        String message = assertThrows(Failure.class, () -> OutFolder.requireRoom(folder, 20_000_000, 3_100_000))
                .getMessage();
        assertTrue(message.contains("has 3.1 MB left, need about 20.0 MB"), message);
    }
}
