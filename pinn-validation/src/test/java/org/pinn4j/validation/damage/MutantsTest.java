package org.pinn4j.validation.damage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pinn4j.trials.Trials;

/**
 * Damaged files are read as what they still say or refused by the one exception that names the file, within a second and the
 * memory of the file and 64 MB: no other exception, no error, whatever lengths they claim.
 */
class MutantsTest {
    private static final int SHARE = 250;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    @Timeout(value = 24, unit = TimeUnit.HOURS)
    void aDamagedFileIsReadOrRefused(Reader reader) throws IOException {
        List<byte[]> sound = reader.sound();
        for (byte[] bytes : sound) {
            reader.read(Files.write(reader.file(folder), bytes)); // warm, and sound indeed
        }
        Trials trials = new Trials("mutants-" + reader.name().toLowerCase(Locale.ROOT), SHARE);
        trials.run(number -> {
                    Path file = Files.write(reader.file(folder), Mutant.of(sound, number));
                    Reading reading = Reading.of(reader, file);
                    trials.measure("seconds", reading.seconds());
                    trials.measure("megabytes allocated", reading.allocated() / 1e6);
                    return reading.read() ? "read" : "refused";
                })
                .end();
    }
}
