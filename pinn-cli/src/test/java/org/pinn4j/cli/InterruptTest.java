package org.pinn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

class InterruptTest {
    /** SIGTERM takes the way of Ctrl-C and, unlike it, is never ignored in a background process; its code is 128 + 15. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aProcessThatIsAskedToEndWritesItsBestSolutionAndNoPictureFirst(@TempDir Path folder) throws Exception {
        Path file = Tiny.write(folder, Tiny.TRUTH);
        Path out = folder.resolve("table");
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> jvm = List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-Dpinn.cache=" + folder.resolve("cache"),
                "-cp",
                classPath,
                Main.class.getName());
        List<String> arguments =
                List.of("run", file.toString(), "--out", folder.toString(), "--budget", "1h", "--backend", "java");
        Process process = new ProcessBuilder(
                        Stream.concat(jvm.stream(), arguments.stream()).toList())
                .redirectOutput(out.toFile())
                .start();
        try (BufferedReader err = process.errorReader()) {
            assertTrue(err.readLine().contains("  step "));
            process.destroy();
            assertTrue(process.waitFor(20, TimeUnit.SECONDS), "still running");
            assertEquals(143, process.exitValue());
            assertTrue(Files.exists(folder.resolve("solution.pinn")));
            assertTrue(Files.readString(out).contains("cancelled"), Files.readString(out));
            assertFalse(Files.exists(folder.resolve("solution.png")), "pictures would keep the user waiting");
        } finally {
            process.destroyForcibly();
        }
    }
}
