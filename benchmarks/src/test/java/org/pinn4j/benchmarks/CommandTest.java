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

    /** A run in a Java machine of its own, and none the second time. */
    @Test
    void thePublishedTableIsMadeOfFinishedRuns() throws Exception {
        Path json = folder.resolve("table.json");
        String[] asked = {
            "published",
            "--only",
            "bratu",
            "--seeds",
            "1",
            "--budget",
            "9",
            "--work",
            folder.toString(),
            "--json",
            json.toString(),
            "--markdown",
            folder.resolve("table.md").toString()
        };
        assertEquals(0, run(asked), said.toString());
        assertTrue(said.toString().contains("1 of 1: bratu-standard-9s-seed1"), said.toString());
        assertTrue(said.toString().contains("| bratu | standard | direct | "), said.toString());
        String first = Files.readString(json);
        assertTrue(first.contains("\"failures\": []"), first);
        said.getBuffer().setLength(0);
        assertEquals(0, run(asked));
        assertTrue(!said.toString().contains("1 of 1"), said.toString());
        assertEquals(first, Files.readString(json));
        assertEquals(2, run("published", "--only", "brat"));
    }
}
