package org.pinn4j.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line counts in the right number. */
class WordsTest {
    @Test
    void oneStepOnOneThreadIsToldInTheSingular(@TempDir Path folder) throws Exception {
        Path file = Tiny.write(folder, Tiny.TRUTH);
        Path out = folder.resolve("out");
        Console run = Console.run(
                "run", file, "--steps", 1, "--threads", 1, "--no-plots", "--accept-unresolved", "--out", out);
        assertTrue(run.out().contains(" s for 1 step (") && run.out().contains(", 1 thread\n"), run.out() + run.err());
        Console show = Console.run("show", out.resolve("solution.pinn"));
        assertTrue(show.out().contains(" points, 1 step\n"), show.out() + show.err());
        assertTrue(show.out().contains(" parameters, "), show.out());
    }
}
