package org.pinn4j.benchmarks.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinn4j.io.JsonStrings;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.validation.study.Figures;

class ContestTest {
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L);

    @TempDir
    private Path folder;

    private Runs runs;

    @BeforeEach
    void anEmptyFolder() throws IOException {
        runs = new Runs(folder, "0123456789", "a-machine");
    }

    private Contest contest(String... names) {
        List<CatalogueProblem> problems =
                List.of(names).stream().map(Catalogue::find).toList();
        return new Contest(problems, List.of(), SEEDS, 60, runs);
    }

    private static Run run(String name, String recipe, long seed) {
        return new Run(new Row(Catalogue.find(name), recipe), seed, 60);
    }

    private void finished(Run run, double error, double floor, double seconds) throws IOException {
        Map<String, String> members = new LinkedHashMap<>(run.settings());
        members.putAll(
                new Figures(error, 1, floor, "closed form", 1, seconds, 7, 100, 841, "COMPLETED", "here").texts());
        members.put("rung", run.row().recipe().equals("standard") ? "direct" : "");
        members.put("seconds to 1e-03", Double.toString(seconds / 10));
        members.put("seconds to 1e-06", Double.toString(seconds / 5));
        members.put("seconds to 1e-09", "");
        JsonStrings.write(runs.file(run), members);
    }

    private void failed(Run run, String why) throws IOException {
        Map<String, String> members = new LinkedHashMap<>(run.settings());
        members.put(Runs.FAILURE, why);
        JsonStrings.write(runs.file(run), members);
    }

    @Test
    void everySeedOfEveryRecipeIsARunUntilItsFileIsThere() throws IOException {
        Contest contest = contest("burgers");
        assertEquals(
                List.of(
                        "burgers-standard-60s-seed1",
                        "burgers-standard-60s-seed2",
                        "burgers-standard-60s-seed3",
                        "burgers-expert-60s-seed1",
                        "burgers-expert-60s-seed2",
                        "burgers-expert-60s-seed3"),
                contest.missing());
        finished(run("burgers", "expert", 2), 1e-7, 1e-15, 60);
        failed(run("burgers", "standard", 1), "no");
        assertEquals(4, contest.missing().size());
        Path damaged = runs.file(run("burgers", "expert", 2));
        Files.writeString(damaged, Files.readString(damaged).replace("\"relativeL2\"", "\"error\""));
        assertEquals(5, contest.missing().size());
        assertTrue(new Contest(List.of(Catalogue.find("wave")), List.of("expert"), SEEDS, 60, runs)
                .missing()
                .isEmpty());
        assertThrows(
                IllegalArgumentException.class,
                () -> new Contest(List.of(Catalogue.find("wave")), List.of("best"), SEEDS, 60, runs));
    }

    @Test
    void theFileOfARunOfAnotherCommitOrMachineIsAnotherFile() throws IOException {
        Run run = run("burgers", "standard", 1);
        assertEquals(
                "0123456789-burgers-standard-60s-seed1-a-machine.json",
                runs.file(run).getFileName().toString());
        finished(run, 1e-7, 1e-15, 60);
        assertTrue(new Runs(folder, "9876543210", "a-machine").find(run).isEmpty());
        assertTrue(new Runs(folder, "0123456789", "b-machine").find(run).isEmpty());
        assertTrue(runs.find(run).isPresent());
    }

    @Test
    void theTableHasMedianWorstFloorAndTheBestPublished() throws IOException {
        for (long seed : SEEDS) {
            finished(run("wave", "standard", seed), seed * 1e-12, 4e-15, seed);
            finished(run("poisson-2d", "standard", seed), 1e-16, 1e-15, 0.5);
        }
        finished(run("kdv", "standard", 1), 1e-3, 4.7e-9, 60);
        failed(run("kdv", "standard", 2), "too large");
        String table =
                contest("kdv", "wave", "poisson-2d", "brusselator").table().markdown();
        assertTrue(
                table.contains(
                        "| wave | standard | direct | 2.0e-12 | 3.0e-12 | 4.0e-15 | 2.0 | 0.2 | 0.4 | - | 841 | 1.20e-15 [S] | sketched"),
                table);
        assertTrue(table.contains("| poisson-2d | standard | direct | < 1.0e-15 | < 1.0e-15 | 1.0e-15 | 0.5 |"), table);
        assertTrue(
                table.contains("| kdv | standard | direct | failed (2 of 3) | failed | 4.7e-09 | 60.0 | - |"), table);
        assertTrue(table.contains("- kdv-standard-60s-seed2: too large"), table);
        assertTrue(
                table.contains("| brusselator | standard |  | not run |  |  |  |  |  |  |  | none found |  |  |"),
                table);
        assertTrue(table.startsWith("# The catalogue"), table);
        assertTrue(table.indexOf("## Elliptic") < table.indexOf("## Waves and transport"), table);
        assertTrue(table.contains("Commit 0123456789, a-machine"), table);
        assertEquals(
                table,
                contest("kdv", "wave", "poisson-2d", "brusselator").table().markdown());
    }

    @Test
    void theJsonHasEveryFigureAndNullForNone() throws IOException {
        finished(run("kdv", "standard", 1), 1e-3, 4.7e-9, 60);
        failed(run("kdv", "standard", 2), "too large");
        String json = contest("kdv").table().json();
        assertTrue(json.contains("\"worst\": null") && json.contains("\"relativeL2\": \"0.001\""), json);
        assertTrue(json.contains("\"seen\": \"S\"") && json.contains("too large"), json);
    }
}
