package org.pinn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On u_t = -u with u(x, 0) = x(1 - x), which both methods solve to rounding errors, or with |x - 0.3|, which one cannot. */
class ReferenceCommandTest {
    private static final String STATEMENT = """
            import org.pinn4j.pde.*;
            public class Decay {
                static final Axis X = Axis.of("x", 0, 1), T = Axis.time("t", 0, 1);
                static final Field U = Field.of("u", X, T);
                public static Problem problem() {
                    return Problem.over(X, T)
                        .require(U.d(T).equalTo(U.negate()))
                        .require(U.equalTo(INITIAL).on(T.start()));
                }
                static final Expr INITIAL = X.times(X.negate().plus(1));
            }
            """;

    @TempDir
    private Path folder;

    private Console reference(String source, Object... options) throws IOException {
        Path file = Files.writeString(folder.resolve("Decay.java"), source);
        Stream<Object> fixed = Stream.of("reference", file, "--grid", "5x3");
        return Console.run(Stream.concat(fixed, Stream.of(options)).toArray());
    }

    private static String with(String member) {
        return STATEMENT.substring(0, STATEMENT.lastIndexOf('}')) + member + "}\n";
    }

    /** u = x(1 - x) exp(-t) plus an error, which claims a floor of 1e-3. */
    private static String truth(String error) {
        return with("""
                public static org.pinn4j.solution.Reference reference() {
                    return new org.pinn4j.solution.Reference() {
                        public String kind() { return "a guess"; }
                        public double floor() { return 1e-3; }
                        public double[] values(Field f, double[] x, int n) {
                            double[] u = new double[n];
                            for (int i = 0; i < n; i++) { u[i] = x[i] * (1 - x[i]) * Math.exp(-x[n + i]) + %s; }
                            return u;
                        }
                    };
                }
                """.formatted(error));
    }

    private static String kink() {
        return STATEMENT.replace("X.times(X.negate().plus(1))", "Expr.abs(X.minus(0.3))");
    }

    /** The first line is {@code NAME: KIND on GRID, floor F, S s}. */
    private static List<String> linesAfterTheFirst(Console console) {
        assertTrue(
                console.out().matches("(?s)Decay: \\S.* on \\d+x\\d+, floor \\d\\.\\d\\de-\\d\\d, \\d+\\.\\d s\n.*"),
                console.out());
        return console.out().lines().skip(1).toList();
    }

    private static void assertBadInput(Console console, String part) {
        assertEquals(2, console.code(), console.err());
        assertEquals(1, console.err().lines().count(), console.err());
        assertTrue(console.err().contains(part), console.err());
        assertEquals("", console.out());
    }

    @Test
    void withoutAClosedFormNothingIsSaidAboutAgreement() throws IOException {
        Console console = reference(STATEMENT);
        assertEquals(0, console.code(), console.err());
        assertEquals(List.of(), linesAfterTheFirst(console));
    }

    @Test
    void theReferenceIsComparedWithThatOfTheFile() throws IOException {
        Console console = reference(truth("1e-5 * x[i] * x[n + i]"));
        assertEquals(0, console.code(), console.err());
        List<String> lines = linesAfterTheFirst(console);
        assertEquals(1, lines.size());
        assertTrue(
                lines.get(0)
                        .matches("differs from a guess \\(floor 1\\.00e-03\\) by \\S+e-05 in relative L2,"
                                + " within the sum of the floors 1\\.00e-03"),
                lines.get(0));
    }

    @Test
    void aReferenceInTheFileThatIsWrongShows() throws IOException {
        Console console = reference(truth("1"));
        assertEquals(1, console.code(), console.err());
        assertTrue(console.out().contains("differs from a guess (floor 1.00e-03) by "), console.out());
        assertTrue(console.out().contains("MORE than the sum of the floors 1.00e-03"), console.out());
    }

    @ParameterizedTest
    @CsvSource({
        "auto, spectral collocation, finite differences",
        "spectral, spectral collocation, finite differences",
        "fd, finite differences, spectral collocation"
    })
    void aCheckComputesTheProblemByTheOtherMethod(String method, String kind, String other) throws IOException {
        Console console = reference(STATEMENT, "--method", method, "--tolerance", "1e-5", "--check");
        assertEquals(0, console.code(), console.err());
        assertTrue(console.out().startsWith("Decay: " + kind), console.out());
        List<String> lines = linesAfterTheFirst(console);
        assertEquals(1, lines.size());
        assertTrue(lines.get(0).startsWith("differs from " + other), lines.get(0));
        assertTrue(lines.get(0).contains(", within the sum of the floors "), lines.get(0));
    }

    /** A kink costs Chebyshev polynomials all but two digits: enough for ten times 1e-3, too few for ten times 1e-4. */
    @Test
    void aCheckIsTenTimesLooserAndSaysOnStandardErrorWhyItStopsEarly() throws IOException {
        Console enough = reference(kink(), "--method", "fd", "--tolerance", "1e-3", "--check");
        assertEquals(0, enough.code());
        assertEquals("", enough.err());
        Console early = reference(kink(), "--method", "fd", "--tolerance", "1e-4", "--check");
        assertEquals(0, early.code(), early.err());
        assertTrue(
                early.err().matches("note: spectral collocation.* stop at a floor of 1\\.\\d\\de-03: .*not smooth\n"),
                early.err());
    }

    /** Decay from 1, but from another value on the nodes of differences alone, quarters left out: two methods, two answers. */
    private static String elsewhere(String value) {
        return STATEMENT.replace(
                "X.times(X.negate().plus(1))",
                "Expr.values(\"u0\", p -> p[0] * 3072 %% 1 == 0 && p[0] * 4 %% 1 != 0 ? %s : 1, X)".formatted(value));
    }

    private Console checked(String value, String method) throws IOException {
        Path file = Files.writeString(folder.resolve("Decay.java"), elsewhere(value));
        return Console.run("reference", file, "--grid", "9x3", "--method", method, "--tolerance", "1e-2", "--check");
    }

    @ParameterizedTest
    @CsvSource({"spectral, finite differences of order 6", "fd, spectral collocation"})
    void aCheckThatContradictsTheReferenceSaysSoAndEndsWithCodeOne(String method, String other) throws IOException {
        Console console = checked("1.9", method);
        assertEquals(1, console.code(), console.err());
        String line = linesAfterTheFirst(console).get(0);
        assertTrue(line.startsWith("differs from " + other), line);
        assertTrue(
                line.matches(
                        ".* by \\d\\.\\d\\de-01 in relative L2, MORE than the sum of the floors \\d\\.\\d\\de-\\d\\d"),
                line);
    }

    @Test
    void aCheckThatIsImpossibleEndsWithCodeOneAndTheReason() throws IOException {
        Console console = checked("Double.NaN", "spectral");
        assertEquals(1, console.code(), console.out());
        assertEquals(
                List.of("pinn: --check by the other method: Decay: no reference: no step succeeds at t = 0.00000:"
                        + " the solution may not exist beyond it"),
                console.complaints().toList());
        assertTrue(console.out().startsWith("Decay: spectral collocation"), console.out());
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
        Path file = table(0.5);
        Console console = reference(STATEMENT, "--against", file);
        assertEquals(0, console.code(), console.err());
        assertEquals(List.of("differs from " + file + " by 5.00e-01 in relative L2"), linesAfterTheFirst(console));
    }

    @Test
    void aFileWithinTheSumOfTheFloorsEndsWithCodeZero() throws IOException {
        Path file = table(1e-3);
        Console console = reference(STATEMENT, "--against", file, "--against-floor", "2e-3");
        assertEquals(0, console.code(), console.err());
        assertEquals(
                List.of("differs from " + file
                        + " (floor 2.00e-03) by 1.00e-03 in relative L2, within the sum of the floors 2.00e-03"),
                linesAfterTheFirst(console));
    }

    @Test
    void aFileFurtherAwayEndsWithCodeOne() throws IOException {
        Console console = reference(truth("0"), "--against", table(1e-3), "--against-floor", "2.9e-12");
        assertEquals(1, console.code(), console.err());
        assertTrue(console.out().contains("in relative L2, within the sum of the floors"), console.out());
        assertTrue(
                console.out()
                        .contains(
                                "(floor 2.90e-12) by 1.00e-03 in relative L2, MORE than the sum of the floors 2.90e-12"),
                console.out());
    }

    @Test
    void aFileThatDoesNotFitIsRefusedBeforeAnyWork() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "x,u\n0,0\n");
        assertBadInput(reference(STATEMENT, "--against", file), file + ": no column 't'");
        assertBadInput(reference(STATEMENT, "--against", folder.resolve("none.mat")), "none.mat");
    }

    @Test
    void aFloorThatIsNoneOrOfNoFileIsRefused() throws IOException {
        assertBadInput(reference(STATEMENT, "--against-floor", "1e-3"), "--against FILE");
        assertBadInput(reference(STATEMENT, "--against", table(0), "--against-floor", "-1"), "--against-floor -1.0");
        assertBadInput(reference(STATEMENT, "--tolerance", "0"), "--tolerance 0.0");
        assertBadInput(reference(STATEMENT, "--method", "sepctral"), "none of auto, spectral, fd");
    }

    @Test
    void whatIsWrittenCanBeReadAgainAndIsTheReferenceItself() throws IOException {
        for (String name : List.of("w.csv", "w.npy")) {
            Path file = folder.resolve(name);
            Console written = reference(STATEMENT, "--out", file);
            assertEquals(List.of(file + ": u"), linesAfterTheFirst(written));
            Console console = reference(STATEMENT, "--against", file, "--against-floor", "0");
            assertEquals(0, console.code(), console.err());
            assertTrue(console.out().contains("by 0.00e+00 in relative L2"), console.out());
        }
    }

    @Test
    void aStatementInAFileHasAReferenceOnItsOwnGrid() throws IOException {
        String grid =
                "public static org.pinn4j.sampling.Grid grid() { return org.pinn4j.sampling.Grid.of(T, 3).by(X, 5); }";
        Path file = Files.writeString(folder.resolve("Decay.java"), with(grid));
        Console console = Console.run("reference", file);
        assertEquals(0, console.code(), console.err());
        assertTrue(console.out().contains(" on 3x5, floor "), console.out());
        assertEquals(1, console.out().lines().count());
        Console standard = Console.run("reference", Files.writeString(file, STATEMENT));
        assertTrue(standard.out().contains(" on 101x101, floor "), standard.out());
    }

    @Test
    void aFileThatDoesNotCompileOrIsNotThereIsOneLine() throws IOException {
        assertBadInput(Console.run("reference", folder.resolve("None.java")), "None.java");
        assertBadInput(reference(STATEMENT.replace("U.negate()", "W")), "Decay.java:7: cannot find symbol");
    }
}
