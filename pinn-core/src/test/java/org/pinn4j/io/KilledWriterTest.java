package org.pinn4j.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.pinn4j.random.RandomStream;
import org.pinn4j.trials.Trials;

/** Kills at random moments of processes that do nothing but save. See {@link Trials} for more of it. */
class KilledWriterTest {
    private static final int SHARE = 5;
    private static final int MOST_MILLISECONDS = 100;

    private final Map<Savers, byte[][]> contents = new EnumMap<>(Savers.class);

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @Timeout(value = 24, unit = TimeUnit.HOURS)
    void afterSigkillTheFileIsWholeAndTheNextWriteLeavesNoDraft(@TempDir Path folder) throws Exception {
        Trials trials = new Trials("kill", SHARE);
        int[] drafts = {0};
        trials.run(number -> {
            Savers saver = Savers.values()[(int) (number % Savers.values().length)];
            Path own = Files.createDirectories(folder.resolve("own" + number));
            Path file = own.resolve("f");
            killed(saver, file, RandomStream.of(number, "kills").nextInt(MOST_MILLISECONDS));
            assertTrue(isWhole(saver, Files.readAllBytes(file)), () -> saver + " is torn");
            int left = files(own).size() - 1;
            drafts[0] += left;
            saver.save(file, 0, KilledWriter.NUMBERS);
            assertEquals(List.of(file), files(own));
            return saver + (left > 0 ? ", killed in a write" : ", killed between writes");
        });
        assertTrue(drafts[0] > 0, "no kill came into a write");
        trials.end();
    }

    private boolean isWhole(Savers saver, byte[] content) throws IOException {
        byte[][] all = contents.get(saver);
        if (all == null) {
            all = new byte[KilledWriter.CONTENTS][];
            for (int k = 0; k < all.length; k++) {
                all[k] = saver.content(k, KilledWriter.NUMBERS);
            }
            contents.put(saver, all);
        }
        return Stream.of(all).anyMatch(whole -> Arrays.equals(whole, content));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    private static void killed(Savers saver, Path file, int milliseconds) throws Exception {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                KilledWriter.class.getName(),
                saver.name(),
                file.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader out = process.inputReader()) {
            assertEquals("begun", out.readLine());
            assertTrue(!process.waitFor(milliseconds, TimeUnit.MILLISECONDS), "it ended by itself");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
