package org.pinn4j.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.pinn4j.random.RandomStream;

/** A few of the many kills of the reliability job. */
class KilledWriterTest {
    private static final int KILLS = 6;
    private static final int MOST_MILLISECONDS = 100;

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void afterSigkillTheFileIsWholeAndTheNextWriteLeavesNoDraft(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("s.pinn");
        Safetensors.write(file, NamedArrays.empty().with("a", new double[0], 0).withMetadata("k", "0"));
        RandomStream random = RandomStream.of(5, "kills");
        int drafts = 0;
        for (int k = 0; k < KILLS; k++) {
            killed(file, random.nextInt(MOST_MILLISECONDS));
            assertTrue(KilledWriter.isWhole(file), "kill " + k);
            drafts += files(folder).size() - 1;
        }
        assertTrue(drafts > 0, "no kill came into a write");
        AtomicFile.write(file, out -> out.write('n'));
        assertEquals(List.of(file), files(folder));
    }

    private static List<Path> files(Path folder) throws Exception {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    private static void killed(Path file, int milliseconds) throws Exception {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java, "-XX:TieredStopAtLevel=1", "-cp", classPath, KilledWriter.class.getName(), file.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader out = process.inputReader()) {
            assertEquals("begun", out.readLine());
            assertTrue(!process.waitFor(milliseconds, TimeUnit.MILLISECONDS), "it ended by itself");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
