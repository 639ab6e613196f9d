package org.pinn4j.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {
    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();

    private int run(String... arguments) {
        PrintWriter writer = new PrintWriter(said);
        return Main.commandLine().setOut(writer).setErr(writer).execute(arguments);
    }

    @Test
    void aWrongUseIsOneLineAndExitCodeTwo() {
        assertEquals(2, run("core", "--fast"));
        assertTrue(
                said.toString().contains("--fast") && said.toString().contains("pinn bench core --help"),
                said.toString());
        assertEquals(1, said.toString().lines().count());
    }

    @Test
    void theGuardWithoutItsFileSaysWhereItLooked() {
        Path missing = folder.resolve("none.properties");
        assertEquals(2, run("guard", "--file", missing.toString()));
        assertTrue(said.toString().contains(missing + ": no such file"), said.toString());
    }

    @Test
    void theGuardFailsWhenMoreIsCommittedThanAnyStepCanReach() throws Exception {
        Path file = Files.writeString(folder.resolve("g.properties"), "java.any.3x20=9\njava.any.4x50=9\n");
        assertEquals(1, run("guard", "--file", file.toString(), "--backend", "java"));
        assertTrue(said.toString().contains("900 % are committed"), said.toString());
    }
}
