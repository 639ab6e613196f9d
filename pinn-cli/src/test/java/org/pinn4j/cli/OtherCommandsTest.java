package org.pinn4j.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.io.NdArray;
import org.pinn4j.io.Npy;

class OtherCommandsTest {
    @TempDir
    private Path folder;

    private final FakeEngine engine = new FakeEngine();

    private Path solution(String content) throws IOException {
        return Files.writeString(folder.resolve("s.pinn"), content);
    }

    @Test
    void listShowsEveryProblemWithItsReferenceAndTheBestPublishedError() {
        Console console = Console.run(engine, "list");
        assertEquals(0, console.code());
        assertEquals(3, console.out().lines().count());
        assertTrue(console.out().contains("Cole-Hopf quadrature  8e-9"), console.out());
    }

    @Test
    void showPrintsTheModelCard() throws IOException {
        Console console = Console.run(engine, "show", solution("fake"));
        assertEquals(0, console.code());
        assertEquals(List.of("problem decay", "seed 1"), console.out().lines().toList());
    }

    @Test
    void aTruncatedOrMissingSolutionIsOneLineThatNamesTheFile() throws IOException {
        Path file = solution("nop");
        Console truncated = Console.run(engine, "show", file);
        assertEquals(2, truncated.code());
        assertEquals("pinn: " + file + ": not a solution file: the header ends after 3 of 8 bytes\n", truncated.err());
        Console missing = Console.run(engine, "show", folder.resolve("none.pinn"));
        assertEquals(2, missing.code());
        assertTrue(missing.err().contains("none.pinn"), missing.err());
    }

    @Test
    void evaluateWritesOneRowForEachPointWithItsCoordinates() throws IOException {
        Path table = folder.resolve("t.csv");
        Console console = Console.run(engine, "evaluate", solution("fake"), "--grid", "3x2", "--out", table);
        assertEquals(0, console.code(), console.err());
        List<String> rows = Files.readAllLines(table);
        assertEquals("x,t,u", rows.get(0));
        assertEquals("0.5,0.0,0.25", rows.get(3));
        assertEquals(7, rows.size());
    }

    @Test
    void anArrayHasTheShapeOfTheGrid() throws IOException {
        Path file = folder.resolve("t.npy");
        Console console =
                Console.run(engine, "evaluate", solution("fake"), "--grid", "3x2", "--expr", "u", "--out", file);
        assertEquals(0, console.code(), console.err());
        NdArray array = Npy.read(file);
        assertArrayEquals(new int[] {3, 2}, array.shape());
        assertEquals(0.25, array.value(2));
    }

    @Test
    void aTableOfAnUnknownKindIsRefusedBeforeAnyWork() throws IOException {
        Console console =
                Console.run(engine, "evaluate", solution("fake"), "--grid", "3x2", "--out", folder.resolve("t.xls"));
        assertEquals(2, console.code());
        assertTrue(console.err().contains(".csv or .npy"), console.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "3x2x2", "ax2", "1x2", "99999x99999", "3x"})
    void aGridThatDoesNotFitIsOneLine(String grid) throws IOException {
        Console console =
                Console.run(engine, "evaluate", solution("fake"), "--grid", grid, "--out", folder.resolve("t.csv"));
        assertEquals(2, console.code());
        assertEquals(1, console.err().lines().count(), console.err());
        assertTrue(console.err().contains("--grid " + grid), console.err());
    }

    @Test
    void anExpressionThatIsNoneIsOneLine() throws IOException {
        Console console = Console.run(
                engine, "evaluate", solution("fake"), "--grid", "3x2", "--expr", "w", "--out", folder.resolve("t.csv"));
        assertEquals(2, console.code());
        assertTrue(console.err().contains("no such field"), console.err());
    }

    @Test
    void doctorTellsTheVersionsAndTheLinearAlgebra() {
        Console console = Console.run(engine, "doctor");
        assertEquals(0, console.code());
        assertTrue(console.out().contains("Java " + Runtime.version()), console.out());
        assertTrue(console.out().contains("linear algebra: fake"), console.out());
    }
}
