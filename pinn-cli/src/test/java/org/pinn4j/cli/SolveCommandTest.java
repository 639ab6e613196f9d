package org.pinn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pinn4j.solution.Coefficient;
import org.pinn4j.train.Budget;
import picocli.CommandLine;

/** What {@code solve} and {@code run} share, on a statement that takes two steps. */
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
            "fields",
            "slices",
            "networkParameters",
            "rung",
            "rungs",
            "secondsTo",
            "overZeroField",
            "advice",
            "notes",
            "acknowledged",
            "coefficients");

    @TempDir
    private Path folder;

    private Console run(Path file, Object... more) {
        Map<Object, Object> options = new LinkedHashMap<>(
                Map.of("--out", folder, "--steps", 2, "--backend", "java", "--threads", 1, "--recipe", "trained"));
        List<Object> all = new ArrayList<>(List.of("run", file));
        options.keySet().removeAll(List.of(more));
        options.forEach((name, value) -> all.addAll(List.of(name, value)));
        all.addAll(List.of(more));
        return Console.run(all.toArray());
    }

    private Console solve(Object... more) {
        return Console.run(Stream.concat(Stream.of("solve", "heat-1d", "--out", folder), Stream.of(more))
                .toArray());
    }

    private String json(Path file, Object... more) throws IOException {
        Path json = folder.resolve("figures.json");
        Console console = run(
                file,
                Stream.concat(Stream.of("--no-plots", "--json", json), Stream.of(more))
                        .toArray());
        assertEquals(0, console.code(), console.err());
        return Files.readString(json);
    }

    private static void assertHas(String json, String key, String pattern) {
        assertTrue(json.matches("(?s).*\"" + key + "\":\\s*" + pattern + "[,\\s].*"), key + " in " + json);
    }

    @Test
    void expertIsRefusedForAProblemThatHasNoSuchRecipe() {
        Console console = solve("--recipe", "expert");
        assertEquals(2, console.code());
        assertEquals(1, console.err().lines().count(), console.err());
        assertTrue(console.err().contains("--recipe standard"), console.err());
        assertEquals("", console.out());
    }

    @Test
    void resultsGoToStandardOutputAndProgressToStandardError() throws IOException {
        Console console = run(Tiny.write(folder, Tiny.TRUTH), "--no-plots");
        assertEquals(0, console.code(), console.err());
        assertTrue(console.out().contains("u_xx"), console.out());
        assertTrue(console.out().matches("(?s).*relative L2 +\\d\\.\\d\\de-\\d\\d\n.*"), console.out());
        assertTrue(console.out().matches("(?s).*largest error .* at \\(x\\) = \\(0\\.\\d+\\)\n.*"), console.out());
        assertTrue(console.out().contains("closed form, floor 1.00e-15, grid 9\n"), console.out());
        assertTrue(console.err().contains("step 2"), console.err());
        assertFalse(console.out().contains("step 2"), console.out());
    }

    @Test
    void theSolutionAndFourPicturesAreWritten() throws IOException {
        Console console = solve("--steps", 2, "--backend", "java", "--threads", 1);
        assertEquals(0, console.code(), console.err());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("error.png", "loss.png", "reference.png", "solution.pinn", "solution.png"),
                    files.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void noPictureIsDrawnWhenNoneIsWanted() throws IOException {
        assertEquals(0, run(Tiny.write(folder), "--no-plots").code());
        assertFalse(Files.exists(folder.resolve("solution.png")));
        assertTrue(Files.exists(folder.resolve("solution.pinn")));
    }

    @Test
    void theJsonHasEveryKeyOfTheContractAndNullForAnAbsentFigure() throws IOException {
        String text = json(Tiny.write(folder, Tiny.TRUTH), "--seed", 42);
        for (String key : KEYS) {
            assertTrue(text.contains("\"" + key + "\":"), key + " in " + text);
        }
        assertHas(text, "tolerance", "null");
        assertHas(text, "seed", "42");
        assertHas(text, "outcome", "\"COMPLETED\"");
        assertHas(text, "steps", "2");
        assertHas(text, "relativeL2", "0\\.00\\d+");
        assertHas(text, "rung", "null");
        assertTrue(text.replaceAll("\\s", "").contains("\"secondsTo\":{\"1e-03\":null,"), text);
    }

    @Test
    void withoutARecipeTheRungIsToldAndWhenTheErrorStands() throws IOException {
        Path file = Tiny.write(folder, Tiny.TRUTH);
        String text = json(file, "--recipe", "standard").replaceAll("\\s", "");
        assertTrue(text.contains("\"rung\":\"direct\",\"rungs\":[{\"name\":\"direct\",\"figure\":"), text);
        assertTrue(text.matches(".*\"secondsTo\":\\{\"1e-03\":[0-9.E-]+,\"1e-06\":[0-9.E-]+,.*"), text);
        String out = run(file, "--recipe", "standard", "--no-plots").out();
        assertTrue(out.matches("(?s).*\nrung +direct; residual at the points of judgement: direct \\d.*"), out);
    }

    @Test
    void anEstimateIsMadeAsFinelyAsIsAskedFor() throws IOException {
        Path file = Tiny.write(folder, Tiny.TRUTH);
        String none = json(file, "--estimate", "none");
        assertHas(none, "estimate", "null");
        assertHas(none, "relativeL2", "[0-9.E-]+");
        for (String effort : List.of("quick", "fine")) {
            String estimated = json(file, "--estimate", effort);
            assertHas(estimated, "estimate", "[0-9.E-]+");
            assertHas(estimated, "kind", "\"estimated\"");
            assertHas(estimated, "atMost", "null");
        }
        Console wrong = run(file, "--estimate", "fin");
        assertEquals(2, wrong.code());
        assertTrue(
                wrong.err().contains("--estimate fin: choose one of quick, fine, none; did you mean 'fine'"),
                wrong.err());
    }

    @Test
    void theFiguresMayLieInTheFolderThatTheSolveMakes() throws IOException {
        Path made = folder.resolve("made");
        Path json = made.resolve("f.json");
        Console console = run(Tiny.write(folder), "--no-plots", "--out", made, "--json", json);
        assertEquals(0, console.code(), console.err());
        assertTrue(Files.exists(json));
    }

    /** Forty half waves are beyond two steps: the estimate sees it, and the file holds the outcome that it allows. */
    @Test
    void anAnswerThatDoesNotSolveItsEquationsEndsWithThreeUnlessThatIsAccepted() throws IOException {
        Path file = Tiny.write(folder);
        Files.writeString(
                file,
                Files.readString(file).replace("equalTo(-2)", "equalTo(Expr.sin(X.times(40 * Math.PI)).times(1e4))"));
        Path json = folder.resolve("f.json");
        Console console = run(file, "--no-plots", "--json", json);
        assertEquals(3, console.code(), console.err());
        assertTrue(console.out().contains("outcome            unresolved"), console.out());
        assertEquals(
                1,
                console.err()
                        .lines()
                        .filter(l -> l.contains("the equations do not hold: "))
                        .count(),
                console.err());
        String text = Files.readString(json);
        assertHas(text, "outcome", "\"UNRESOLVED\"");
        assertHas(text, "advice", "\".*the equations do not hold: .*\"");
        String stored = Console.run("show", folder.resolve("solution.pinn")).out();
        assertTrue(stored.contains("outcome            UNRESOLVED: "), stored);
        Console accepted = run(file, "--no-plots", "--accept-unresolved");
        assertEquals(0, accepted.code(), accepted.err());
        assertTrue(accepted.out().contains("outcome            unresolved"), accepted.out());
    }

    /** u'' = -2 k with k unknown and one reading of u = k x (1 - x): k = 3 from a start at 1. */
    @Test
    void aFoundCoefficientStandsInTableJsonAndFileWithAWarningWhereItIsFarFromItsStart() throws IOException {
        Path file = Tiny.write(folder);
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("equalTo(-2))", "equalTo(Parameter.of(\"k\", 1).times(-2)))")
                        .replace(
                                "on(X.ends()));",
                                "on(X.ends())).require(U.equalTo(Expr.measurement())"
                                        + ".onData(new double[][] {{0.5}}, new double[] {0.75}));"));
        Path json = folder.resolve("f.json");
        Console console = run(file, "--no-plots", "--json", json, "--steps", 60);
        assertEquals(0, console.code(), console.err());
        assertTrue(console.out().matches("(?s).*\nk +(3\\.0000\\d|2\\.9999\\d|3)\n.*"), console.out());
        assertTrue(
                console.err().contains("k: started at 1.000, found 3.000: the residual may have other minima"),
                console.err());
        String text = Files.readString(json);
        assertHas(text, "name", "\"k\"");
        assertHas(text, "standardError", "null");
        assertHas(text, "interval95", "null");
        String stored = Console.run("show", folder.resolve("solution.pinn")).out();
        assertTrue(stored.matches("(?s).*\nk +(3\\.0000\\d|2\\.9999\\d|3)\n.*"), stored);
    }

    @Test
    void whatTheDataLeaveOpenOfACoefficientIsShown() {
        Coefficient known = new Coefficient("k", 3, Optional.of(new Coefficient.Uncertainty(0.012, 2.976, 3.024)));
        assertEquals("3.00000 ± 0.012, 95 % interval [2.97600, 3.02400]", ResultTable.coefficient(known));
        assertEquals("-0.500000", ResultTable.coefficient(new Coefficient("k", -0.5, Optional.empty())));
    }

    @Test
    void theTableIsTheSameInEveryLanguageAndSaysWhatTheToleranceIsOf() throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            String out = run(Tiny.write(folder), "--no-plots", "--tolerance", "1e-12")
                    .out();
            assertTrue(out.matches("(?s).*\nsize +\\d+ parameters, \\d,\\d{3} points\n.*"), out);
            assertTrue(out.contains("1.00e-12 for the held-out residual"), out);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theOptionsReachTheSolve() throws IOException {
        String recipe = "public static org.pinn4j.train.Recipe recipe() { return org.pinn4j.train.Recipe.of(\"own\")"
                + ".withKnowledge(\"a secret\"); }";
        Path file = Tiny.write(folder, recipe);
        String text = json(file, "--seed", 7, "--steps", 9, "--recipe", "expert", "--threads", 2, "--tolerance", "0.9");
        assertHas(text, "seed", "7");
        assertHas(text, "recipe", "\"expert\"");
        assertHas(text, "knowledge", "\\[\\s*\"a secret\"\\s*\\]");
        assertHas(text, "threads", "2");
        assertHas(text, "backend", "\"plain Java[^\"]*\"");
        assertHas(text, "tolerance", "0.9");
        assertHas(text, "outcome", "\"CONVERGED\"");
    }

    @Test
    void stepsBoundTheTimeOnlyTogetherWithABudget() {
        assertEquals(Budget.standard(), budget());
        assertEquals(Budget.standard().withTime(Duration.ofSeconds(90)), budget("--budget", "1.5m"));
        assertEquals(Budget.standard().withSteps(60), budget("--steps", "60"));
        Budget both = budget("--budget", "90s", "--steps", "60");
        assertEquals(Duration.ofSeconds(90), both.time().orElseThrow());
        assertEquals(60, both.steps().orElseThrow());
    }

    private static Budget budget(String... options) {
        TrainingOptions parsed = new TrainingOptions();
        new CommandLine(CommandLine.Model.CommandSpec.create()
                        .addMixin("training", CommandLine.Model.CommandSpec.forAnnotatedObject(parsed)))
                .registerConverter(Duration.class, new DurationConverter())
                .parseArgs(options);
        return parsed.budget();
    }

    @ParameterizedTest
    @CsvSource({
        "--budget, soon, 500ms",
        "--budget, 0s, at least 1ms",
        "--budget, -5s, 500ms",
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
        Console console = Console.run("solve", "heat-1d", "--out", file.resolve("below"));
        assertEquals(2, console.code());
        assertEquals(1, console.err().lines().count(), console.err());
        assertTrue(console.err().contains("--out"), console.err());
        assertEquals("", console.out());
        Console json = solve("--json", folder.resolve("none/figures.json"));
        assertEquals(2, json.code());
        assertTrue(json.err().contains("--json"), json.err());
        assertEquals("", json.out());
    }

    @Test
    void anUnexpectedFailureIsOneLineAndItsTraceIsShownOnRequest() throws IOException {
        Path file = Tiny.write(
                folder, Tiny.reference("throw new IllegalStateException(\"the library is gone\\nsecond line\");"));
        Console console = run(file);
        assertEquals(1, console.code());
        assertEquals(1, console.err().lines().count(), console.err());
        assertTrue(console.err().contains("the library is gone"), console.err());
        Console traced = run(file, "--stacktrace");
        assertTrue(traced.err().contains("at org.pinn4j.cli"), traced.err());
    }

    @Test
    void tooLittleMemoryIsOneLineWithTheWayOut() throws IOException {
        Console console = run(Tiny.write(folder, Tiny.reference("throw new OutOfMemoryError(\"Java heap space\");")));
        assertEquals(1, console.code());
        assertEquals(1, console.err().lines().count(), console.err());
        assertTrue(console.err().contains("Java heap space; give Java more"), console.err());
    }

    @Test
    void nothingAtAllShowsTheUsage() {
        Console console = Console.run();
        assertEquals(2, console.code());
        assertTrue(console.err().contains("Usage: pinn"), console.err());
    }
}
