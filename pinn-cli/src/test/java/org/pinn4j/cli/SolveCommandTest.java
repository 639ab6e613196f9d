package org.pinn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pinn4j.optimize.Outcome;
import org.pinn4j.train.Recipe;

class SolveCommandTest {
    private static final List<String> KEYS = List.of(
            "problem",
            "recipe",
            "knowledge",
            "seed",
            "relativeL2",
            "maxError",
            "belowFloor",
            "referenceFloor",
            "referenceKind",
            "heldOutResidual",
            "estimate",
            "tolerance",
            "seconds",
            "wallSeconds",
            "parameters",
            "points",
            "steps",
            "outcome",
            "backend",
            "threads",
            "version",
            "fields");

    @TempDir
    private Path folder;

    private final FakeEngine engine = new FakeEngine();

    @Test
    void expertIsRefusedForAProblemThatHasNoSuchRecipe() {
        Console console = solve("--recipe", "expert");
        assertEquals(2, console.code());
        assertEquals(1, console.err().lines().count(), console.err());
        assertTrue(console.err().contains("--recipe standard"), console.err());
    }

    private Console solve(Object... more) {
        return Console.run(
                engine,
                Stream.concat(Stream.of("solve", "decay", "--out", folder), Stream.of(more))
                        .toArray());
    }

    @Test
    void resultsGoToStandardOutputAndProgressToStandardError() {
        Console console = solve("--no-plots");
        assertEquals(0, console.code(), console.err());
        assertTrue(console.out().contains("u_t"), console.out());
        assertTrue(console.out().contains("1.25e-05"), console.out());
        assertTrue(console.out().contains("at (x, t) = (1, 0.5)"), console.out());
        assertTrue(console.out().contains("closed form, floor 1.00e-15, grid 21x11"), console.out());
        assertTrue(console.err().contains("step 20"), console.err());
        assertFalse(console.out().contains("step 20"), console.out());
    }

    @Test
    void theSolutionAndFourPicturesAreWritten() throws IOException {
        assertEquals(0, solve().code());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("error.png", "loss.png", "reference.png", "solution.pinn", "solution.png"),
                    files.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void noPictureIsDrawnWhenNoneIsWanted() {
        assertEquals(0, solve("--no-plots").code());
        assertFalse(Files.exists(folder.resolve("solution.png")));
        assertTrue(Files.exists(folder.resolve("solution.pinn")));
    }

    @Test
    void theJsonHasEveryKeyOfTheContractAndNullForAnAbsentFigure() throws IOException {
        Path json = folder.resolve("figures.json");
        assertEquals(0, solve("--no-plots", "--json", json, "--seed", 42).code());
        String text = Files.readString(json);
        for (String key : KEYS) {
            assertTrue(text.contains("\"" + key + "\":"), key + " in " + text);
        }
        assertTrue(text.matches("(?s).*\"estimate\":\\s*null.*"), text);
        assertTrue(text.matches("(?s).*\"tolerance\":\\s*null.*"), text);
        assertTrue(text.matches("(?s).*\"seed\":\\s*42.*"), text);
        assertTrue(text.matches("(?s).*\"relativeL2\":\\s*1.25E-5.*"), text);
    }

    @Test
    void theFiguresMayLieInTheFolderThatTheSolveMakes() {
        Path made = folder.resolve("made");
        Console console =
                Console.run(engine, "solve", "decay", "--no-plots", "--out", made, "--json", made.resolve("f.json"));
        assertEquals(0, console.code(), console.err());
        assertTrue(Files.exists(made.resolve("f.json")));
    }

    @Test
    void aSolutionThatHasNoTextFormIsNotSaidToBeSaved() {
        engine.storable = false;
        Console console = solve("--no-plots");
        assertEquals(0, console.code(), console.err());
        assertTrue(console.out().lines().anyMatch(line -> line.matches("solution +not saved")), console.out());
        assertEquals(
                1, console.err().lines().filter(l -> l.contains("no text form")).count(), console.err());
    }

    @Test
    void theTableIsTheSameInEveryLanguageAndSaysWhatTheToleranceIsOf() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            String out = solve("--no-plots", "--tolerance", "1e-6").out();
            assertTrue(out.contains("921 parameters, 5,000 points"), out);
            assertTrue(out.contains("1.00e-06 for the held-out residual"), out);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CONVERGED, 0, 0",
        "COMPLETED, 0, 0",
        "STALLED, 0, 3",
        "BUDGET_SPENT, 0, 3",
        "NON_FINITE, 1, 1",
        "CANCELLED, 130, 130"
    })
    void theExitCodeTellsHowTheSolveEnded(Outcome outcome, int plain, int withTolerance) {
        engine.outcome = outcome;
        assertEquals(plain, solve("--no-plots").code());
        assertEquals(withTolerance, solve("--no-plots", "--tolerance", "1e-6").code());
    }

    @Test
    void anInterruptStillWritesTheBestSolution() {
        engine.waitForStop = true;
        Console console = solve();
        assertEquals(130, console.code(), console.err());
        assertTrue(Files.exists(folder.resolve("solution.pinn")));
        assertTrue(console.out().contains("cancelled"), console.out());
        assertFalse(Files.exists(folder.resolve("solution.png")), "pictures would keep the user waiting");
    }

    @Test
    void theOptionsReachTheEngine() {
        engine.expert = Optional.of(Recipe.of("known"));
        solve(
                "--no-plots",
                "--seed",
                7,
                "--budget",
                "1.5m",
                "--steps",
                60,
                "--recipe",
                "expert",
                "--threads",
                3,
                "--backend",
                "java",
                "--tolerance",
                "1e-6");
        assertEquals(7, engine.asked.seed());
        assertEquals(Duration.ofSeconds(90), engine.asked.budget().orElseThrow());
        assertEquals(60, engine.asked.steps().orElseThrow());
        assertEquals("expert", engine.asked.recipe());
        assertEquals(3, engine.asked.threads());
        assertEquals("java", engine.asked.backend());
        assertEquals(1e-6, engine.asked.tolerance().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "--budget, soon, 500ms",
        "--budget, 0s, at least 1ms",
        "--budget, -5s, 500ms",
        "--budget, 999999999h, at most 7200h",
        "--seed, x, not a long",
        "--steps, 0, at least 1",
        "--tolerance, -1, (0; 1)",
        "--tolerance, NaN, (0; 1)",
        "--threads, 0, 1 to 1024",
        "--backend, openblass, did you mean 'openblas'",
        "--recipe, exprt, did you mean 'expert'",
        "--sed, 1, did you mean '--seed'"
    })
    void aBadOptionIsOneLineThatSaysWhatIsPossible(String option, String value, String hint) {
        Console console = solve(option, value);
        assertEquals(2, console.code());
        assertEquals(1, console.err().lines().count(), console.err());
        assertTrue(console.err().contains(hint.replace(';', ',')), console.err());
        assertEquals("", console.out());
    }

    @Test
    void anOutputFolderThatCannotBeWrittenIsToldBeforeAnyWork() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "");
        Console console = Console.run(engine, "solve", "decay", "--out", file.resolve("below"));
        assertEquals(2, console.code());
        assertEquals(1, console.err().lines().count(), console.err());
        assertTrue(console.err().contains("--out"), console.err());
        assertEquals(null, engine.asked);
        Console json = solve("--json", folder.resolve("none/figures.json"));
        assertEquals(2, json.code());
        assertTrue(json.err().contains("--json"), json.err());
    }

    @Test
    void anUnexpectedFailureIsOneLineAndItsTraceIsShownOnRequest() {
        engine.failure = new IllegalStateException("the library is gone\nsecond line");
        Console console = solve();
        assertEquals(1, console.code());
        assertEquals(1, console.err().lines().count(), console.err());
        assertTrue(console.err().contains("the library is gone"), console.err());
        Console traced = solve("--stacktrace");
        assertTrue(traced.err().contains("at org.pinn4j.cli"), traced.err());
    }

    @Test
    void tooLittleMemoryIsOneLineWithTheWayOut() {
        FakeEngine small = new FakeEngine() {
            @Override
            public Answer solve(Task task, Settings settings, Consumer<Update> update, Stop stop) {
                throw new OutOfMemoryError("Java heap space");
            }
        };
        Console console = Console.run(small, "solve", "decay", "--out", folder);
        assertEquals(1, console.code());
        assertEquals(1, console.err().lines().count(), console.err());
        assertTrue(console.err().contains("Java heap space; give Java more"), console.err());
    }

    @Test
    void nothingAtAllShowsTheUsage() {
        Console console = Console.run(engine);
        assertEquals(2, console.code());
        assertTrue(console.err().contains("Usage: pinn"), console.err());
    }
}
