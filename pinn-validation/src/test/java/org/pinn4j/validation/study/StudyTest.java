package org.pinn4j.validation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinn4j.train.Cancellation;

class StudyTest {
    @TempDir
    private Path folder;

    private final FakeExperiment fake = new FakeExperiment();
    private final Study study = Study.of(fake)
            .vary("points", 500, 1000, 2000, 4000)
            .vary("optimiser", "adam", "lbfgs")
            .seeds(1, 2, 3);

    private List<String> report() throws IOException {
        return List.of(
                Files.readString(folder.resolve("runs.csv")),
                Files.readString(folder.resolve("study.json")),
                Files.readString(folder.resolve("study.md")),
                Files.readString(folder.resolve("report.html")));
    }

    private Path runFile(Case at) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("runs"))) {
            return files.filter(f -> text(f).contains("\"seed\": \"%d\"".formatted(at.seed()))
                            && at.choices().entrySet().stream()
                                    .allMatch(c -> text(f).contains(
                                                    "\"choice %s\": \"%s\"".formatted(c.getKey(), c.getValue()))))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void everyCombinationRunsOnceWithEverySeed() throws IOException {
        StudyResult result = study.run(folder);
        assertEquals(24, fake.made.size());
        assertEquals(24, new HashSet<>(fake.made).size());
        assertTrue(result.isComplete());
        assertEquals(8, result.groups().size());
        assertEquals(study.cases(), result.runs().stream().map(StudyRun::at).toList());
    }

    @Test
    void whatAFailureLeavesIsKeptAndTheNextStartMakesTheRest() throws IOException {
        fake.failAt = 10;
        assertThrows(IllegalStateException.class, () -> study.run(folder));
        fake.failAt = Integer.MAX_VALUE;
        StudyResult result = study.run(folder);
        assertEquals(24, new HashSet<>(fake.made).size());
        assertEquals(24, fake.made.size(), "a finished run was made again");
        assertTrue(result.isComplete());
    }

    @Test
    void aFinishedStudyRunsNothingAndWritesTheSameBytes() throws IOException {
        StudyResult first = study.run(folder);
        List<String> before = report();
        StudyResult again = study.run(folder);
        assertEquals(24, fake.made.size());
        assertEquals(first, again);
        assertEquals(before, report());
    }

    @Test
    void theReportDoesNotDependOnInterruptions() throws IOException {
        study.run(folder);
        List<String> whole = report();
        try (Stream<Path> files = Files.list(folder.resolve("runs"))) {
            for (Path file : files.sorted().limit(11).toList()) {
                Files.delete(file);
            }
        }
        study.run(folder);
        assertEquals(24 + 11, fake.made.size());
        assertEquals(whole, report());
    }

    /** A process that is killed while it writes leaves a draft of any length beside the finished files. */
    @Test
    void aDraftOfAKilledProcessIsNoRunAndIsCleanedUp() throws IOException {
        fake.failAt = 5;
        assertThrows(IllegalStateException.class, () -> study.run(folder));
        fake.failAt = Integer.MAX_VALUE;
        String finished = Files.readString(runFile(fake.made.get(0)));
        String key = study.cases().get(20).key(settings());
        Path draft = Files.writeString(
                folder.resolve("runs/.%s.json.4711-0.tmp".formatted(key)),
                finished.substring(0, finished.length() / 2));
        study.run(folder);
        assertEquals(24, fake.made.size());
        assertFalse(Files.exists(draft));
    }

    private java.util.Map<String, String> settings() throws IOException {
        return org.pinn4j.io.JsonStrings.read(folder.resolve("settings.json"));
    }

    @Test
    void aDamagedRunIsMadeAgainAndNoOther() throws IOException {
        study.run(folder);
        Case damaged = study.cases().get(7);
        Path file = runFile(damaged);
        String whole = Files.readString(file);
        for (String broken : List.of(whole.substring(0, 100), "", "{}", whole.replace("60", "sixty"), "[1, 2]")) {
            fake.made.clear();
            Files.writeString(file, broken);
            study.run(folder);
            assertEquals(List.of(damaged), fake.made, broken);
            assertEquals(whole, Files.readString(file));
        }
        Path other = runFile(study.cases().get(8));
        Files.copy(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        study.run(folder);
        assertEquals(whole, Files.readString(file), "the file of another run was taken for this one");
    }

    @Test
    void aCancelledRunIsNotCountedAndTheStudyReturnsWhatIsFinished() throws IOException {
        fake.cancelAt = 4;
        StudyResult part = study.cancelledBy(new Cancellation()).run(folder);
        assertEquals(4, part.runs().size());
        assertFalse(part.isComplete());
        assertTrue(Files.readString(folder.resolve("study.md")).contains("4 of 24 runs so far"));
        fake.cancelAt = Integer.MAX_VALUE;
        assertTrue(study.run(folder).isComplete());
        assertEquals(24, fake.made.size());
    }

    @Test
    void otherSettingsInTheSameFolderAreAnErrorThatNamesThem() throws IOException {
        study.run(folder);
        fake.settings.put("version", "2");
        String message = assertThrows(IllegalArgumentException.class, () -> study.run(folder))
                .getMessage();
        assertTrue(message.contains("version = 1") && message.contains("2; choose another folder"), message);
        fake.settings.put("version", "1");
        Study other = Study.of(fake).vary("points", 500);
        String varied = assertThrows(IllegalArgumentException.class, () -> other.run(folder))
                .getMessage();
        assertTrue(varied.contains("varied = optimiser, points"), varied);
        assertEquals(24, fake.made.size());
    }

    @Test
    void aStudyMayGrowByValuesAndSeeds() throws IOException {
        study.run(folder);
        Study grown = Study.of(fake)
                .vary("points", 500, 1000, 2000, 4000, 8000)
                .vary("optimiser", "adam", "lbfgs")
                .seeds(1, 2, 3, 4);
        assertEquals(40, grown.run(folder).runs().size());
        assertEquals(40, fake.made.size());
    }

    @Test
    void aFolderIsWorkedOnByOneStudyAtATime() throws IOException {
        Path inside = folder.resolve("x");
        Study nested = study.onProgress(p -> assertThrows(IllegalStateException.class, () -> study.run(inside)));
        assertTrue(nested.run(inside).isComplete());
    }

    @Test
    void progressCountsWhatWasThereBefore() throws IOException {
        fake.failAt = 9;
        assertThrows(IllegalStateException.class, () -> study.run(folder));
        fake.failAt = Integer.MAX_VALUE;
        List<StudyProgress> told = new java.util.ArrayList<>();
        study.onProgress(told::add).run(folder);
        assertEquals(15, told.size());
        assertEquals(new StudyProgress(9, 9, 24, study.cases().get(9), java.util.Optional.empty()), told.get(0));
        assertEquals(23, told.get(14).finished());
    }

    @Test
    void differentRunsHaveDifferentKeysAndTheOrderOfTheVariablesIsNoDifference() {
        java.util.Set<String> keys = new HashSet<>();
        study.cases().forEach(c -> keys.add(c.key(fake.settings)));
        study.cases().forEach(c -> keys.add(c.key(java.util.Map.of("version", "2"))));
        assertEquals(48, keys.size());
        Study turned = Study.of(fake)
                .vary("optimiser", "lbfgs", "adam")
                .vary("points", 500, 1000, 2000, 4000)
                .seeds(3, 2, 1);
        turned.cases().forEach(c -> assertTrue(keys.contains(c.key(fake.settings)), c.toString()));
    }

    @Test
    void wrongRequestsAreErrorsThatNameTheValue() {
        for (org.junit.jupiter.api.function.Executable wrong : List.<org.junit.jupiter.api.function.Executable>of(
                () -> study.vary("points", 3),
                () -> study.vary("width", 4, 4.0),
                () -> study.vary("Width", 4),
                () -> study.vary("width", new double[0]),
                () -> study.vary("width", "a", ""),
                () -> study.seeds(),
                () -> study.seeds(1, 1))) {
            assertThrows(IllegalArgumentException.class, wrong);
        }
        assertEquals(
                List.of("500", "0.1", "1e-8", "adam"),
                Variable.of("v", "500.0", "1e-1", "0.00000001", " adam ").values());
    }
}
