package org.pinn4j.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.io.Csv;
import org.pinn4j.io.NdArray;
import org.pinn4j.io.Npy;

class StoredSolutionTest {
    @TempDir
    private static Path solved;

    private static Path file;

    @TempDir
    private Path folder;

    @BeforeAll
    static void solve() {
        Console console = Console.run(
                "solve",
                "heat-1d",
                "--recipe",
                "trained",
                "--steps",
                2,
                "--no-plots",
                "--threads",
                1,
                "--backend",
                "java",
                "--out",
                solved);
        assertEquals(0, console.code(), console.err());
        file = solved.resolve("solution.pinn");
    }

    private Console evaluate(String grid, Object... more) {
        return Console.run(Stream.concat(Stream.of("evaluate", file, "--grid", grid), Stream.of(more))
                .toArray());
    }

    @Test
    void showPrintsTheStatementAndTheModelCard() {
        Console console = Console.run("show", file);
        assertEquals(0, console.code(), console.err());
        assertTrue(console.out().contains("u_t = 0.25·u_xx"), console.out());
        assertTrue(console.out().contains("against closed form"), console.out());
        assertTrue(console.out().matches("(?s).*\nrecipe +trained, seed 1\n.*"), console.out());
        assertTrue(console.out().matches("(?s).*\n  network +mlp\\(.*\n  stage +levenberg-.*"), console.out());
    }

    @Test
    void aTruncatedOrMissingSolutionIsOneLineThatNamesTheFile() throws IOException {
        byte[] all = Files.readAllBytes(file);
        Path half = Files.write(folder.resolve("s.pinn"), Arrays.copyOf(all, all.length - 100));
        Console truncated = Console.run("show", half);
        assertEquals(2, truncated.code());
        assertEquals(1, truncated.err().lines().count(), truncated.err());
        assertTrue(truncated.err().startsWith("pinn: " + half + ": "), truncated.err());
        Console missing = Console.run("show", folder.resolve("none.pinn"));
        assertEquals(2, missing.code());
        assertTrue(missing.err().contains("none.pinn"), missing.err());
    }

    /** u(0, t) = u(1, t) = 0 is hard, so it holds to round-off whatever the network says. */
    @Test
    void evaluateWritesOneRowForEachPointWithItsCoordinates() throws IOException {
        Path table = folder.resolve("t.csv");
        Console console = evaluate("3x2", "--out", table);
        assertEquals(0, console.code(), console.err());
        List<String> rows = Files.readAllLines(table);
        assertEquals("x,t,u", rows.get(0));
        assertTrue(rows.get(3).startsWith("0.5,0.0,"), rows.get(3));
        assertEquals(7, rows.size());
        double[] u = Csv.read(table).column("u");
        assertEquals(0, u[0], 1e-14);
        assertEquals(1, u[2], 1e-14);
        assertEquals(0, u[5], 1e-14);
    }

    @Test
    void anArrayHasTheShapeOfTheGrid() throws IOException {
        Path array = folder.resolve("t.npy");
        Console console = evaluate("3x2", "--expr", "u_t*0 + x + t", "--out", array);
        assertEquals(0, console.code(), console.err());
        NdArray read = Npy.read(array);
        assertArrayEquals(new int[] {3, 2}, read.shape());
        assertArrayEquals(new double[] {0, 1, 0.5, 1.5, 1, 2}, read.values(), 1e-15);
    }

    /** u″ = -2 with u = table(x) at the ends: 0 and 1. */
    @Test
    void functionsGivenAsCodeComeFromTheFileThatWasSolved() throws IOException {
        String source = Files.readString(Tiny.write(folder))
                .replace("U.equalTo(0)", "U.equalTo(Expr.values(\"table\", p -> Math.floor(p[0]), X))");
        Path statement = Files.writeString(folder.resolve("Tiny.java"), source);
        Console run = Console.run("run", statement, "--steps", 2, "--no-plots", "--threads", 1, "--out", folder);
        assertTrue(run.code() == 0, run.err());
        Path coded = folder.resolve("solution.pinn");
        Console without = Console.run("show", coded);
        assertEquals(2, without.code());
        assertTrue(
                without.err().contains("missing: table") && without.err().contains("--with FILE.java"), without.err());
        Console with = Console.run("show", coded, "--with", statement);
        assertEquals(0, with.code(), with.err());
        Path table = folder.resolve("t.csv");
        Console values = Console.run("evaluate", coded, "--with", statement, "--grid", "3", "--out", table);
        assertEquals(0, values.code(), values.err());
        Console other = Console.run(
                "show",
                coded,
                "--with",
                Files.writeString(folder.resolve("Tiny.java"), source.replace("floor", "ceil")));
        assertEquals(2, other.code());
        assertTrue(other.err().contains("function table: is "), other.err());
    }

    @Test
    void aTableOfAnUnknownKindIsRefusedBeforeAnyWork() throws IOException {
        Console console = evaluate("3x2", "--out", folder.resolve("t.xls"));
        assertEquals(2, console.code());
        assertTrue(console.err().contains(".csv or .npy"), console.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "3x2x2", "ax2", "1x2", "99999x99999", "3x"})
    void aGridThatDoesNotFitIsOneLine(String grid) throws IOException {
        Console console = evaluate(grid, "--out", folder.resolve("t.csv"));
        assertEquals(2, console.code());
        assertEquals(1, console.err().lines().count(), console.err());
        assertTrue(console.err().contains("--grid " + grid), console.err());
    }

    @Test
    void anExpressionThatIsNoneIsOneLine() throws IOException {
        Console console = evaluate("3x2", "--expr", "v_x", "--out", folder.resolve("t.csv"));
        assertEquals(2, console.code());
        assertEquals(1, console.err().lines().count(), console.err());
        assertTrue(console.err().contains("--expr \"v_x\": ") && console.err().contains("'v'"), console.err());
    }
}
