package org.pinn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engine's reference has a floor of 1e-6 and is u = x(1 - x) exp(-t) + 1e-7·x·t. */
class ReferenceCommandTest {
    private static final String STATEMENT = """
            import org.pinn4j.pde.*;
            public class Decay {
                static final Axis X = Axis.of("x", 0, 1), T = Axis.time("t", 0, 1);
                static final Field U = Field.of("u", X, T);
                public static Problem problem() {
                    return Problem.over(X, T)
                        .require(U.d(T).equalTo(U.negate()))
                        .require(U.equalTo(X).on(T.start()));
                }
            }
            """;

    @TempDir
    private Path folder;

    private final FakeEngine engine = new FakeEngine();

    private Console reference(Object... options) {
        List<Object> all = new ArrayList<>(List.of("reference", "decay", "--grid", "5x3"));
        all.addAll(List.of(options));
        return Console.run(engine, all.toArray());
    }

    /** The first line is {@code NAME: KIND on GRID, floor F, S s}. */
    private static List<String> linesAfterTheFirst(Console console) {
        assertTrue(
                console.out().matches("(?s)\\w+: \\S.* on \\d+x\\d+, floor 1\\.00e-06, \\d+\\.\\d s\n.*"),
                console.out());
        return console.out().lines().skip(1).toList();
    }

    private static void assertBadInput(Console console, String part) {
        assertEquals(2, console.code(), console.err());
        assertEquals(1, console.err().lines().count(), console.err());
        assertTrue(console.err().contains(part), console.err());
    }

    @Test
    void theReferenceIsComputedOnceAndComparedWithTheClosedForm() {
        Console console = reference();
        assertEquals(0, console.code(), console.err());
        List<String> lines = linesAfterTheFirst(console);
        assertEquals(1, lines.size());
        assertTrue(
                lines.get(0)
                        .matches("differs from closed form \\(floor 1\\.00e-15\\) by \\S+e-07 in relative L2,"
                                + " within the sum of the floors 1\\.00e-06"),
                lines.get(0));
        assertEquals(List.of(ReferenceMethod.AUTO), engine.derived);
    }

    @Test
    void withoutAClosedFormNothingIsSaidAboutAgreement() {
        engine.closedForm = false;
        Console console = reference();
        assertEquals(0, console.code(), console.err());
        assertEquals(List.of(), linesAfterTheFirst(console));
        assertEquals(List.of(ReferenceMethod.AUTO), engine.derived);
    }

    @ParameterizedTest
    @CsvSource({
        "auto, SPECTRAL, spectral collocation",
        "fd, SPECTRAL, spectral collocation",
        "spectral, FD, finite differences"
    })
    void aCheckComputesTheProblemByTheOtherMethodTenTimesLooser(String method, ReferenceMethod other, String kind) {
        engine.closedForm = false;
        Console console = reference("--method", method, "--tolerance", "1e-5", "--check");
        assertEquals(0, console.code(), console.err());
        List<String> lines = linesAfterTheFirst(console);
        assertEquals(1, lines.size());
        assertTrue(lines.get(0).startsWith("differs from " + kind + " (floor 2.00e-05) by "), lines.get(0));
        assertTrue(lines.get(0).endsWith(", within the sum of the floors 2.10e-05"), lines.get(0));
        assertEquals(other, engine.derived.get(1));
        assertEquals(1e-4, engine.attempted, 1e-19);
    }

    @Test
    void aCheckThatContradictsTheReferenceEndsWithCodeOne() {
        engine.closedForm = false;
        engine.checkError = 1e-2;
        Console console = reference("--check");
        assertEquals(1, console.code(), console.err());
        assertTrue(
                console.out().contains("e-02 in relative L2, MORE than the sum of the floors 2.10e-05"), console.out());
    }

    @Test
    void aCheckThatStopsEarlySaysWhyOnStandardError() {
        engine.checkShortfall = "the solution is not smooth";
        Console console = reference("--check");
        assertEquals(0, console.code());
        assertEquals(
                "note: spectral collocation stop at a floor of 2.00e-05: the solution is not smooth\n", console.err());
    }

    @Test
    void aCheckThatIsImpossibleEndsWithCodeOneAndTheReason() {
        engine.failure = new IllegalArgumentException("decay: no reference: too stiff");
        Console console = reference("--check");
        assertEquals(1, console.code());
        assertEquals("pinn: --check by the other method: decay: no reference: too stiff\n", console.err());
    }

    /** The truth times 1 + error at four points. */
    private Path table(double error) throws IOException {
        StringBuilder rows = new StringBuilder("x,t,u\n");
        for (double x : new double[] {0.25, 0.5}) {
            for (double t : new double[] {0, 0.75}) {
                double u = x * (1 - x) * Math.exp(-t);
                rows.append(String.format(Locale.ROOT, "%s,%s,%s%n", x, t, (1 + error) * u));
            }
        }
        return Files.writeString(folder.resolve("t.csv"), rows.toString().replace("\r", ""));
    }

    @Test
    void aFileOfUnknownFloorIsComparedWithoutAVerdict() throws IOException {
        engine.closedForm = false;
        Path file = table(0.5);
        Console console = reference("--against", file);
        assertEquals(0, console.code(), console.err());
        assertEquals(List.of("differs from " + file + " by 5.00e-01 in relative L2"), linesAfterTheFirst(console));
    }

    @Test
    void aFileWithinTheSumOfTheFloorsEndsWithCodeZero() throws IOException {
        engine.closedForm = false;
        Path file = table(1e-3);
        Console console = reference("--against", file, "--against-floor", "2e-3");
        assertEquals(0, console.code(), console.err());
        assertEquals(
                List.of("differs from " + file
                        + " (floor 2.00e-03) by 1.00e-03 in relative L2, within the sum of the floors 2.00e-03"),
                linesAfterTheFirst(console));
    }

    @Test
    void aFileFurtherAwayEndsWithCodeOne() throws IOException {
        Console console = reference("--against", table(1e-3), "--against-floor", "2.9e-12");
        assertEquals(1, console.code(), console.err());
        assertTrue(console.out().contains("in relative L2, within the sum of the floors"), console.out());
        assertTrue(
                console.out()
                        .contains(
                                "(floor 2.90e-12) by 1.00e-03 in relative L2, MORE than the sum of the floors 1.00e-06"),
                console.out());
    }

    @Test
    void aFileThatDoesNotFitIsRefusedBeforeAnyWork() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "x,u\n0,0\n");
        assertBadInput(reference("--against", file), file + ": no column 't'");
        assertBadInput(reference("--against", folder.resolve("none.mat")), "none.mat");
        assertEquals(List.of(), engine.derived);
    }

    @Test
    void aFloorThatIsNoneOrOfNoFileIsRefused() throws IOException {
        assertBadInput(reference("--against-floor", "1e-3"), "--against FILE");
        assertBadInput(reference("--against", table(0), "--against-floor", "-1"), "--against-floor -1.0");
        assertBadInput(reference("--tolerance", "0"), "--tolerance 0.0");
        assertEquals(List.of(), engine.derived);
    }

    @Test
    void whatIsWrittenCanBeReadAgainAndIsTheReferenceItself() {
        engine.closedForm = false;
        for (String name : List.of("w.csv", "w.npy")) {
            Path file = folder.resolve(name);
            Console written = reference("--out", file);
            assertEquals(List.of(file + ": u"), linesAfterTheFirst(written));
            Console console = reference("--against", file, "--against-floor", "0");
            assertEquals(0, console.code(), console.err());
            assertTrue(console.out().contains("by 0.00e+00 in relative L2"), console.out());
        }
    }

    @Test
    void aStatementInAFileHasAReferenceOnItsOwnGrid() throws IOException {
        Path file = Files.writeString(folder.resolve("Decay.java"), STATEMENT);
        Console console = Console.run(engine, "reference", file);
        assertEquals(0, console.code(), console.err());
        assertTrue(console.out().startsWith("Decay: finite differences on 101x101, floor "), console.out());
        assertEquals(1, console.out().lines().count());
    }

    /** Its values are 1 with a floor of 1e-3: wrong, and it shows. */
    @Test
    void aReferenceInTheFileIsComparedWith() throws IOException {
        String reference = """
                    public static org.pinn4j.solution.Reference reference() {
                        return new org.pinn4j.solution.Reference() {
                            public String kind() { return "a guess"; }
                            public double floor() { return 1e-3; }
                            public double[] values(Field f, double[] x, int n) {
                                double[] u = new double[n];
                                java.util.Arrays.fill(u, 1);
                                return u;
                            }
                        };
                    }
                    public static org.pinn4j.sampling.Grid grid() { return org.pinn4j.sampling.Grid.of(T, 3).by(X, 5); }
                }
                """;
        String source = STATEMENT.substring(0, STATEMENT.lastIndexOf('}')) + reference;
        Console console = Console.run(engine, "reference", Files.writeString(folder.resolve("Decay.java"), source));
        assertEquals(1, console.code(), console.err());
        assertTrue(console.out().contains("differs from a guess (floor 1.00e-03) by "), console.out());
        assertTrue(console.out().contains("MORE than the sum of the floors 1.00e-03"), console.out());
    }

    @Test
    void aFileThatDoesNotCompileOrIsNotThereIsOneLine() throws IOException {
        assertBadInput(Console.run(engine, "reference", folder.resolve("None.java")), "None.java");
        Path broken = Files.writeString(folder.resolve("Decay.java"), STATEMENT.replace("U.negate()", "W"));
        assertBadInput(Console.run(engine, "reference", broken), "Decay.java:7: cannot find symbol");
        assertFalse(engine.derived.contains(ReferenceMethod.AUTO));
    }
}
