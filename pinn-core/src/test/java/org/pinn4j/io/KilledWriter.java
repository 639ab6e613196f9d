package org.pinn4j.io;

import java.io.IOException;
import java.nio.file.Path;

/** A process that saves one file after the other until it is killed: {@code KilledWriter SAVER FILE}. */
final class KilledWriter {
    /** So many contents, in turn. */
    static final int CONTENTS = 5;

    static final int NUMBERS = 100_000;

    private KilledWriter() {}

    public static void main(String[] args) throws IOException {
        Savers saver = Savers.valueOf(args[0]);
        Path file = Path.of(args[1]);
        saver.save(file, 0, NUMBERS); // with its classes loaded
        System.out.println("begun");
        System.out.flush();
        for (int k = 1; ; k++) {
            saver.save(file, k % CONTENTS, NUMBERS);
        }
    }
}
