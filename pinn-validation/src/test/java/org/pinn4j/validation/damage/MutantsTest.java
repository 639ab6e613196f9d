package org.pinn4j.validation.damage;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pinn4j.io.FormatException;
import org.pinn4j.trials.Trials;

/**
 * Damaged files are read as what they still say or refused by the one exception that names the file, within a second and the
 * memory of the file and 64 MB: no other exception, no error, whatever lengths they claim.
 */
class MutantsTest {
    private static final int SHARE = 250;
    private static final long MEMORY = 64L << 20;
    private static final double SECOND = 1;
    private static final double PER_MEGABYTE = 0.05; // above 16 of them
    private static final int MEGABYTES = 16;
    private static final double NANO = 1e-9;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    @Timeout(value = 24, unit = java.util.concurrent.TimeUnit.HOURS)
    void aDamagedFileIsReadOrRefused(Reader reader) throws IOException {
        List<byte[]> sound = reader.sound();
        for (byte[] bytes : sound) {
            reader.read(Files.write(reader.file(folder), bytes)); // warm, and sound indeed
        }
        Trials trials = new Trials("mutants-" + reader.name().toLowerCase(java.util.Locale.ROOT), SHARE);
        trials.run(number -> {
            Path file = Files.write(reader.file(folder), Mutant.of(sound, number));
            return read(reader, file, trials);
        });
    }

    private static String read(Reader reader, Path file, Trials trials) throws IOException {
        long size = Files.size(file);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = threads.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        String end = attempt(reader, file);
        double seconds = (System.nanoTime() - start) * NANO;
        long taken = threads.getCurrentThreadAllocatedBytes() - allocated;
        trials.measure("seconds", seconds);
        trials.measure("megabytes allocated", taken / 1e6);
        double megabytes = size / 1e6;
        assertTrue(seconds <= SECOND + PER_MEGABYTE * Math.max(0, megabytes - MEGABYTES), () -> seconds + " s");
        assertTrue(taken <= size + MEMORY, () -> taken + " bytes for a file of " + size);
        return end;
    }

    private static String attempt(Reader reader, Path file) throws IOException {
        try {
            reader.read(file);
            return "read";
        } catch (FormatException refused) {
            assertTrue(refused.getMessage().contains(file.getFileName().toString()), refused.getMessage());
            assertTrue(refused.getMessage().length() < 1000, refused.getMessage());
            return "refused";
        }
    }
}
