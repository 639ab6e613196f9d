package org.pinn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InterruptTest {
    /** SIGTERM takes the way of Ctrl-C and, unlike it, is never ignored in a background process; its code is 128 + 15. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aProcessThatIsAskedToEndWritesItsBestSolutionFirst(@TempDir Path folder) throws Exception {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        EndlessSolve.class.getName(),
                        "solve",
                        "decay",
                        "--out",
                        folder.toString())
                .start();
        try (BufferedReader err = process.errorReader()) {
            assertTrue(err.readLine().startsWith("endless"));
            process.destroy();
            assertTrue(process.waitFor(10, TimeUnit.SECONDS), "still running");
            assertEquals(143, process.exitValue());
            assertTrue(Files.exists(folder.resolve("solution.pinn")));
        } finally {
            process.destroyForcibly();
        }
    }
}
