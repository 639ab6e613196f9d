package org.pinn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyCommandTest {
    @TempDir
    private Path folder;

    private Console study(Object... more) {
        Stream<Object> fixed = Stream.of("study", "heat-1d", "--out", folder);
        return Console.run(Stream.concat(fixed, Stream.of(more)).toArray());
    }

    @Test
    void aStudyWritesItsReportsAndPicturesAndPrintsItsTable() throws IOException {
        Console console = study("--vary", "width=2,3", "--vary", "points=64,200", "--seeds", "1,2", "--steps", 2);
        assertEquals(0, console.code(), console.err());
        for (String file : List.of("report.html", "study.md", "study.json", "runs.csv")) {
            assertTrue(Files.size(folder.resolve(file)) > 100, file);
        }
        for (String picture : List.of("error-width.png", "error-points.png", "error-seconds.png")) {
            assertEquals(
                    HeatMap.WIDTH,
                    ImageIO.read(folder.resolve(picture).toFile()).getWidth());
        }
        assertTrue(console.out().contains("8 runs, seeds 1, 2"), console.out());
        assertTrue(console.out().contains("width 2: no order in points"), console.out());
        assertTrue(console.err().contains("run 1/8 (width 2, points 64, seed 1)"), console.err());
        assertFalse(console.out().contains("run 1/8"), console.out());
    }

    /** A step takes a logistic reaction nowhere; the study says so of the run and is finished all the same. */
    @Test
    void anUnresolvedRunIsRecordedAsSuchAndIsNoFailureOfTheStudy() throws IOException {
        Console console = Console.run(
                "study", "reaction", "--steps", 1, "--no-plots", "--threads", 1, "--backend", "java", "--out", folder);
        assertEquals(0, console.code(), console.err());
        assertTrue(Files.readString(folder.resolve("runs.csv")).contains(",UNRESOLVED,"), console.out());
    }

    @Test
    void categoriesAreDrawnToo() {
        Console console = study("--vary", "optimiser=adam,lbfgs", "--steps", 2);
        assertEquals(0, console.code(), console.err());
        assertTrue(Files.exists(folder.resolve("error.png")), console.err());
    }

    private Map<Path, FileTime> runs() throws IOException {
        Map<Path, FileTime> times = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder.resolve("runs"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        }
        return times;
    }

    /** SIGKILL leaves no time for anything: what is finished by then must be there already, and only the rest is made. */
    @Test
    void aStudyThatWasKilledGoesOnWithoutRepeatingAFinishedRun() throws Exception {
        String[] arguments = {
            "study",
            "heat-1d",
            "--vary",
            "width=2,3",
            "--seeds",
            "1,2,3,4,5,6",
            "--steps",
            "200",
            "--backend",
            "java",
            "--threads",
            "1",
            "--no-plots",
            "--out",
            folder.toString()
        };
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-Dpinn.cache=" + System.getProperty("pinn.cache", folder.toString()),
                                        "-cp",
                                        classPath,
                                        Main.class.getName()),
                                Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            long give = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while ((!Files.exists(folder.resolve("runs")) || runs().size() < 2) && System.nanoTime() < give) {
                Thread.sleep(5);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        Map<Path, FileTime> finished = runs();
        assertTrue(finished.size() >= 2 && finished.size() < 12, finished + Files.readString(folder.resolve("log")));
        Console console = Console.run((Object[]) arguments);
        assertEquals(0, console.code(), console.err());
        assertTrue(console.err().contains(finished.size() + " of 12 runs finished, going on"), console.err());
        Map<Path, FileTime> after = runs();
        assertEquals(12, after.size());
        finished.forEach((file, time) -> assertEquals(time, after.get(file), file + " was written again"));
    }

    @Test
    void otherSettingsInTheSameFolderAreOneLine() {
        assertEquals(0, study("--steps", 2, "--no-plots").code());
        Console other = study("--steps", 3, "--no-plots");
        assertEquals(2, other.code());
        assertEquals(1, other.err().lines().count(), other.err());
        assertTrue(other.err().contains("steps = 2, now asked for is 3"), other.err());
    }

    @ParameterizedTest
    @CsvSource({
        "--vary, points, points=500",
        "--vary, points=, points=500",
        "--vary, points=5;5, each once",
        "--vary, points=many, whole number",
        "--vary, colour=3, can vary points",
        "--vary, optimiser=dice, known are levenberg-marquardt",
        "--vary, reference=3, need a floor in (0; 1)",
        "--seeds, 1;1, each once",
        "--steps, 0, at least 1",
        "--threads, 0, 1 to 1024",
        "--recipe, exprt, did you mean 'expert'",
        "--backend, opnblas, did you mean 'openblas'"
    })
    void aBadOptionIsOneLineThatSaysWhatIsPossible(String option, String value, String hint) {
        Console console = study(option, value.replace(';', ','));
        assertEquals(2, console.code());
        assertEquals(1, console.err().lines().count(), console.err());
        assertTrue(console.err().contains(hint.replace(';', ',')), console.err());
        assertEquals("", console.out());
    }

    @Test
    void anUnknownProblemIsAnsweredWithTheNearestName() {
        Console console = Console.run("study", "brugers");
        assertEquals(2, console.code());
        assertTrue(console.err().contains("did you mean 'burgers'?"), console.err());
    }
}
