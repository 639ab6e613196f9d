package org.pinn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.Pinn;
import org.pinn4j.pde.Problem;
import org.pinn4j.problems.Burgers;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Solution;

class DocumentsTest {
    private static final Path EXAMPLE = Sources.ROOT.resolve("examples/BurgersQuickstart.java");

    @TempDir
    private Path folder;

    @Test
    void theReadmeShowsTheExampleAsItIs() throws IOException {
        String readme = Sources.read("README.md");
        String shown = between(readme, "<!-- example:begin -->\n```java\n", "```\n<!-- example:end -->");
        assertEquals(Files.readString(EXAMPLE), shown);
    }

    @Test
    void theExampleStatesTheCataloguesBurgersEquation() {
        Problem problem = UserFile.load(EXAMPLE).problem("example").statement();
        assertEquals(new Burgers().statement().conditions(), problem.conditions());
    }

    @Test
    void everyExampleStatesAProblemThatCanBeSolved() throws IOException {
        try (Stream<Path> examples = Files.list(EXAMPLE.getParent())) {
            examples.forEach(file -> {
                Problem problem = UserFile.load(file).problem("example").statement();
                assertEquals(List.of(), problem.blockingFindings(), file.toString());
            });
        }
    }

    @Test
    void theExampleComesCloserToTheTruthStepByStep() {
        Problem problem = UserFile.load(EXAMPLE).problem("example").statement();
        double untrained = error(problem, 1);
        double trained = error(problem, 120);
        assertTrue(trained < 0.5 * untrained, "error " + trained + " after " + untrained);
    }

    /** What a reader would write after {@code requires}, and that the modules bring each other along as it says. */
    @Test
    void theReadmeAndTheGuideNameEveryModule() throws IOException {
        String below = "";
        for (String module : List.of("core", "problems", "validation")) {
            String name = "org.pinn4j." + module;
            String info = Sources.read("pinn-" + module + "/src/main/java/module-info.java");
            assertTrue(info.contains("module " + name + " {") && info.contains(below), info);
            below = "requires transitive " + name + ";";
            for (String text : List.of("README.md", "docs/guide.md")) {
                assertTrue(Sources.read(text).contains(name), text + ": no " + name);
            }
        }
        assertTrue(Sources.read("README.md").contains("ModulePathTest"));
        assertTrue(Files.exists(
                Sources.ROOT.resolve("pinn-validation/src/test/java/org/pinn4j/validation/ModulePathTest.java")));
    }

    private static double error(Problem problem, int steps) {
        Solution s = Pinn.standard().seed(42).steps(steps).solve(problem);
        Grid grid = Grid.of(Burgers.X, 33).by(Burgers.T, 11);
        return s.compare(new Burgers().exact().orElseThrow(), grid).relativeL2();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "CONTRIBUTING.md",
                "docs/guide.md",
                "docs/concepts.md",
                "docs/conventions.md",
                "docs/decisions.md",
                "docs/faults.md",
                "docs/performance.md",
                "docs/performance-notes.md",
                "docs/optimisers.md",
                "docs/mutants.md",
                "docs/nightly.md",
                "docs/references.md",
                "docs/estimates.md",
                "docs/theory.md",
                "docs/variational.md"
            })
    void everyLinkLeadsToAFile(String document) throws IOException {
        Path home = Sources.ROOT.resolve(document).getParent();
        List<String> missing = Pattern.compile("\\]\\(([^)#:]+)\\)")
                .matcher(Sources.read(document))
                .results()
                .map((MatchResult m) -> m.group(1))
                .filter(link -> !Files.exists(home.resolve(link)))
                .toList();
        assertEquals(List.of(), missing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bill",
                "Bits",
                "Effectivity",
                "GoingOn",
                "OtherUnits",
                "Performance",
                "Pit",
                "ReferenceTable",
                "Results",
                "Theory",
                "Variational"
            })
    void everyScriptCompiles(String name) throws Exception {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        assertEquals(List.of(), Sources.errors(Sources.ROOT.resolve("scripts/" + name + ".java"), classes));
    }

    @Test
    void theResultsScriptMakesItsTableFromTheFiguresOfTheRuns() throws Exception {
        Path kept = Files.createDirectories(folder.resolve("out/results"));
        for (String seed : List.of("1", "2", "3")) {
            Files.writeString(kept.resolve("burgers-expert-9s-" + seed + ".json"), """
                    {"knowledge": ["odd about 0", "a layer"], "relativeL2": %se-5, "estimate": 1.%se-5, "referenceFloor": 4.0E-15,
                     "wallSeconds": %s.5, "parameters": 625, "backend": "lib", "threads": 2, "version": "v",
                     "fields": {"u": {"relativeL2": 7e-1}}}""".formatted(seed, seed, seed));
        }
        Files.writeString(kept.resolve("reference-burgers-1e-8.txt"), """
                burgers: finite differences, order 6, 8 x 9 on 256x101, floor 6.0e-09, 3.2 s
                differs from Cole-Hopf quadrature (floor 4.0e-15) by 1.5e-09 in relative L2, within the sum of the floors 6.0e-09
                """);
        Path readme = Files.writeString(
                folder.resolve("README.md"), "a\n<!-- results:begin -->\nold\n<!-- results:end -->\nb\n");
        results("--reuse", "--runs", "burgers:expert:9s", "--references", "burgers:1e-8");
        String text = Files.readString(readme);
        assertTrue(
                text.contains(
                        "| burgers | expert | 9s | 2.0e-05 | 3.0e-05 | 1.2e-05 | 4.0e-15 | 2.5 | 625 | odd about 0; a layer |"),
                text);
        assertTrue(text.contains("| burgers | finite differences, order 6, 8 x 9 | 6.0e-09 | 1.5e-09 | 3.2 |"), text);
        assertTrue(text.startsWith("a\n<!-- results:begin -->\n|") && text.endsWith("<!-- results:end -->\nb\n"), text);
        assertTrue(text.contains("version v, lib, 2 threads") && !text.contains("old"), text);
    }

    private void results(String... options) throws Exception {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        assertEquals(List.of(), Sources.errors(Sources.ROOT.resolve("scripts/Results.java"), classes));
        String[] arguments = new String[options.length + 1];
        arguments[0] = folder.toString();
        System.arraycopy(options, 0, arguments, 1, options.length);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            Method main = loader.loadClass("Results").getMethod("main", String[].class);
            main.invoke(null, (Object) arguments);
        }
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        assertTrue(from >= begin.length() && text.indexOf(end, from) > from, "no " + begin + " ... " + end);
        return text.substring(from, text.indexOf(end, from));
    }
}
