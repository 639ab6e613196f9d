package org.pinn4j.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.pinn4j.solution.Solution;
import org.pinn4j.trials.Trials;

/**
 * The command line where machines are set up in other ways: each solves the same statement and writes a file that loads with the
 * same weights. {@code -Dpinn.jdk=HOME} has another Java machine take part.
 */
class EnvironmentsTest {
    private static final int SHARE = 3;
    private static final int SECONDS = 120;

    @TempDir
    private Path folder;

    /**
     * One way to set up a machine.
     * @param flags of the Java machine
     * @param variables of its environment
     */
    private record Environment(String name, List<String> flags, Map<String, String> variables) {}

    private static List<Environment> all() {
        Map<String, String> plain = Map.of();
        List<Environment> all = new ArrayList<>(List.of(
                new Environment("locale C", List.of(), Map.of("LC_ALL", "C", "LANG", "C")),
                new Environment(
                        "Turkish, a day ahead",
                        List.of("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=GMT+14:00"),
                        Map.of("TZ", "Pacific/Kiritimati")),
                new Environment(
                        "a home and a cache that cannot be written",
                        List.of("-Duser.home=/proc", "-Dpinn.cache=/proc/cache"),
                        Map.of("HOME", "/proc", "XDG_CACHE_HOME", "/proc")),
                new Environment("little memory", List.of("-Xmx96m"), plain),
                new Environment("one processor", List.of("-XX:ActiveProcessorCount=1"), plain),
                new Environment("Arabic", List.of("-Duser.language=ar", "-Duser.country=EG"), plain),
                new Environment("serial collector", List.of("-XX:+UseSerialGC"), plain)));
        return all;
    }

    private static Path java() {
        String home = System.getProperty("pinn.jdk", System.getProperty("java.home"));
        return Path.of(home, "bin", "java");
    }

    private Solution solved(Environment e, Path out) throws Exception {
        Path file = Tiny.write(Files.createDirectories(out), Tiny.TRUTH);
        List<String> command = new ArrayList<>(List.of(java().toString()));
        command.addAll(e.flags());
        command.addAll(
                List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        command.add(Main.class.getName());
        command.addAll(List.of("run", file.toString(), "--out", out.toString(), "--steps", "3", "--recipe", "direct"));
        command.addAll(List.of("--backend", "java", "--no-plots", "--accept-unresolved", "--threads", "1"));
        Path said = out.resolve("said");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(e.variables());
        Process process = builder.start();
        assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), () -> e + " is still running");
        assertEquals(0, process.exitValue(), () -> e + ": " + text(said));
        return Solution.load(out.resolve("solution.pinn"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @Timeout(value = 24, unit = TimeUnit.HOURS)
    void theAnswerIsTheSameWhereverItIsAskedFor() throws Exception {
        double[] plain = solved(new Environment("plain", List.of(), Map.of()), folder.resolve("plain"))
                .theta();
        List<Environment> all = all();
        Trials trials = new Trials("environments", SHARE);
        trials.run(number -> {
                    Environment e = all.get((int) (number % all.size()));
                    assertArrayEquals(
                            plain, solved(e, folder.resolve("own" + number)).theta(), 0.0, e.name());
                    return e.name();
                })
                .end();
    }
}
