package org.pinn4j.validation.damage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pinn4j.io.FormatException;

/**
 * What a fuzzer calls with files of its own making; {@code -Dpinn.fuzz=READER} says which reader reads them. As a program it writes
 * the sound files of that reader to a folder, for the fuzzer to begin with.
 */
public final class FuzzTarget {
    private static final Reader READER = Reader.valueOf(System.getProperty("pinn.fuzz", "STATEMENT"));
    private static final Path FILE = file();

    private FuzzTarget() {}

    private static Path file() {
        try {
            return READER.file(Files.createTempDirectory("fuzz"));
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Called once by the fuzzer: classes are loaded and instrumented by the thread that reads, in memory that is not the reader's. */
    public static void fuzzerInitialize() throws IOException {
        List<byte[]> known = new ArrayList<>(READER.sound());
        known.add(new byte[0]);
        for (byte[] bytes : known) {
            try {
                READER.read(Files.write(FILE, bytes));
            } catch (FormatException expected) {
                continue; // of the empty file
            }
        }
    }

    /** The fuzzer's entry. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        Reading.of(READER, Files.write(FILE, data));
    }

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        int k = 0;
        for (byte[] sound : READER.sound()) {
            Files.write(folder.resolve("sound-" + k++), sound);
        }
    }
}
