package org.pinn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinn4j.sampling.Grid;

class RunCommandTest {
    private static final String STATEMENT = """
            import org.pinn4j.pde.*;
            import org.pinn4j.sampling.Grid;
            public class Decay {
                static final Axis X = Axis.of("x", 0, 1), T = Axis.time("t", 0, 1);
                static final Field U = Field.of("u", X, T);
                public static Problem problem() {
                    return Problem.over(X, T)
                        .require(U.d(T).equalTo(U.times(RATE)))
                        .require(U.equalTo(X).on(T.start()));
                }
                public static Grid grid() { return Grid.of(X, 7).by(T, 5); }
                static final double RATE = -1;
            }
            """;

    @TempDir
    private Path folder;

    private Console run(String source) throws IOException {
        Path file = Files.writeString(folder.resolve("Decay.java"), source);
        return Console.run("run", file, "--no-plots", "--out", folder, "--steps", 1);
    }

    private UserProblem problem(String source) throws IOException {
        return UserFile.load(Files.writeString(folder.resolve("Any.java"), source))
                .problem("Any");
    }

    private static void assertOneLine(Console console, String part) {
        assertEquals(2, console.code(), console.err());
        assertEquals(1, console.err().lines().count(), console.err());
        assertTrue(console.err().contains(part), console.err());
        assertEquals("", console.out());
    }

    @Test
    void aFolderIsNoFileNotEvenTheRootThatHasNoName() {
        assertOneLine(Console.run("run", folder, "--no-plots", "--out", folder), "need a Java source file");
        assertOneLine(Console.run("run", folder.getRoot(), "--no-plots", "--out", folder), "need a Java source file");
    }

    @Test
    void theProblemOfAFileIsSolvedOnItsOwnGrid() throws IOException {
        Console console = run(STATEMENT);
        assertEquals(0, console.code(), console.err());
        assertTrue(console.out().matches("(?s).*\nproblem +Decay\n.*"), console.out());
        assertTrue(console.out().matches("(?s).*\nreference .*, grid 7x5\n.*"), console.out());
        assertTrue(console.err().startsWith("computing a reference from the statement, at most 60 s\n"), console.err());
        assertTrue(Files.exists(folder.resolve("solution.pinn")));
    }

    @Test
    void withoutAReferenceTheErrorIsUnknownAndItIsSaidWhy() throws IOException {
        Console console = run(STATEMENT
                .replace("U.times(RATE)", "U.times(Parameter.of(\"k\", RATE))")
                .replace(
                        "on(T.start()));",
                        "on(T.start())).require(U.equalTo(Expr.measurement())"
                                + ".onData(new double[][] {{0.5, 0.5}}, new double[] {0.3}));"));
        assertEquals(0, console.code(), console.err());
        assertTrue(console.out().contains("unknown: no reference to compare with"), console.out());
        assertTrue(console.err().contains("\nno reference: "), console.err());
    }

    /** The network is right to the last digit, and its estimate, which knows no reference, says so. */
    @Test
    void aReferenceThatIsWorseThanItsFloorIsNotPutDownToTheNetwork() throws IOException {
        for (String part : List.of("1.001", "1")) {
            String body = Tiny.reference("double[] u = new double[n];"
                    + " for (int i = 0; i < n; i++) { u[i] = %s * x[i] * (1 - x[i]); } return u;".formatted(part));
            Console console = Console.run(
                    "run", Tiny.write(folder, body), "--no-plots", "--out", folder, "--steps", 3, "--recipe", "direct");
            assertEquals(0, console.code(), console.err());
            boolean told = console.out()
                    .contains(
                            "  and the error    9.99e-04 cannot both hold: the reference is of another problem or worse"
                                    + " than its floor of 1.00e-15");
            assertEquals(!part.equals("1"), told, console.out());
        }
    }

    /** u = x / (1 - 3xt) is gone from x = 1 at t = 1/3: whatever a network says after that solves nothing. */
    @Test
    void anAnswerBeyondTheEndOfTheSolutionIsUnresolvedForThatReason() throws IOException {
        Console console = run(STATEMENT.replace("U.times(RATE)", "U.times(U).times(3)"));
        assertEquals(3, console.code(), console.err());
        String ends = "no step succeeds at t = 0\\.3333\\d*: the solution may not exist beyond it";
        assertTrue(console.out().matches("(?s).*\noutcome +unresolved\n.*"), console.out());
        assertTrue(
                console.out().matches("(?s).*\nerror +unknown: no reference to compare with, .*" + ends + "\n.*"),
                console.out());
        assertTrue(console.err().matches("(?s).*\nnote: .*" + ends + "; the equations do not hold.*"), console.err());
    }

    @Test
    void withoutAReferenceNoneIsComputedAndNoErrorIsEstimated() throws IOException {
        Path file = Files.writeString(folder.resolve("Decay.java"), STATEMENT);
        Console console = Console.run("run", file, "--no-plots", "--out", folder, "--steps", 20, "--no-reference");
        assertEquals(0, console.code(), console.err());
        assertFalse(console.err().contains("computing") || console.err().contains("estimating"), console.err());
        assertTrue(console.out().contains("unknown: no reference to compare with\n"), console.out());
        assertFalse(console.out().contains("estimated error"), console.out());
    }

    @Test
    void whatIsAskedForIsCheckedBeforeAReferenceIsComputed() throws IOException {
        Path file = Files.writeString(folder.resolve("Decay.java"), STATEMENT);
        assertOneLine(Console.run("run", file, "--recipe", "expert", "--out", folder), "has no expert recipe");
    }

    @Test
    void aNameOfTheCatalogueIsNoFile() {
        assertOneLine(Console.run("run", "burgers", "--out", folder), "did you mean 'pinn solve burgers'");
    }

    @Test
    void aPackageAndAnInnerClassDoNotMatter() throws IOException {
        String inner =
                "package any.where; class Outer { static class Inner { public static org.pinn4j.pde.Problem problem()"
                        + " { var x = org.pinn4j.pde.Axis.of(\"x\", 0, 1); var u = org.pinn4j.pde.Field.of(\"u\", x);"
                        + " return org.pinn4j.pde.Problem.over(x).require(u.d(x,"
                        + " x).equalTo(1)).require(u.equalTo(0).on(x.ends()));} } }";
        assertEquals("201", problem(inner).grid().toString());
    }

    @Test
    void aCompileErrorNamesFileLineAndMessage() throws IOException {
        assertOneLine(run(STATEMENT.replace("U.times(RATE)", "U.times(SPEED)")), "Decay.java:8: cannot find symbol");
    }

    @Test
    void aMissingInitialConditionStopsBeforeAnyWork() throws IOException {
        assertOneLine(run(STATEMENT.replace(".require(U.equalTo(X).on(T.start()))", "")), "initial");
    }

    @Test
    void aCoefficientThatIsNotANumberIsOneLine() throws IOException {
        assertOneLine(run(STATEMENT.replace("RATE = -1", "RATE = Double.NaN")), "NaN");
    }

    @Test
    void anImpossibleAxisIsOneLine() throws IOException {
        assertOneLine(run(STATEMENT.replace("\"x\", 0, 1", "\"x\", 1, 1")), "axis x");
    }

    @Test
    void aGridThatLacksAnAxisIsOneLine() throws IOException {
        assertOneLine(run(STATEMENT.replace("Grid.of(X, 7).by(T, 5)", "Grid.of(X, 7)")), "grid() has x in [0.0, 1.0]");
    }

    @Test
    void aProblemOfManyAxesGetsAGridThatFitsIntoMemory() throws IOException {
        Grid grid = problem("""
                import org.pinn4j.pde.*;
                class Many {
                    public static Problem problem() {
                        Axis[] x = new Axis[10];
                        java.util.Arrays.setAll(x, k -> Axis.of("x" + k, 0, 1));
                        Field u = Field.of("u", x);
                        Expr sum = Expr.constant(1);
                        for (Axis a : x) {
                            sum = sum.plus(u.d(a, a));
                        }
                        return Problem.over(x).require(sum.equalTo(0)).require(u.equalTo(0).on(Region.boundary()));
                    }
                }
                """).grid();
        assertTrue(grid.size() <= 1_000_000, grid.toString());
    }

    @Test
    void aFileWithoutAProblemSaysWhatIsAskedOfIt() throws IOException {
        assertOneLine(run("class Nothing {}"), "public static Problem problem()");
        assertOneLine(Console.run("run", folder.resolve("None.java"), "--out", folder), "None.java");
    }
}
