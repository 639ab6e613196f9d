package org.pinn4j.validation.damage;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pinn4j.io.FormatException;

/**
 * What it took to read a file that may be damaged, and whether it was.
 * @param allocated bytes, garbage included
 */
record Reading(boolean read, double seconds, long allocated) {
    private static final long MEMORY = 64L << 20; // beside the file itself
    private static final double SECOND = 1;
    private static final double PER_MEGABYTE = 0.05; // above some megabytes
    private static final double MEGABYTES = 16;
    private static final double NANO = 1e-9;
    private static final int MOST_WORDS = 1000;
    private static final int ONCE_MORE = 2;

    /**
     * @throws AssertionError if a promise is broken: one exception alone, which names the file, a second, the memory of the file
     *     and 64 MB
     */
    static Reading of(Reader reader, Path file) throws IOException {
        Reading first = once(reader, file);
        long size = Files.size(file);
        double limit = SECOND + PER_MEGABYTE * Math.max(0, size / 1e6 - MEGABYTES);
        for (int k = 0; k < ONCE_MORE && first.seconds > limit; k++) {
            first = once(reader, file); // the machine may have been busy with something else
        }
        if (first.seconds > limit) {
            throw new AssertionError(first.seconds + " s for a file of " + size + " bytes");
        }
        if (first.allocated > size + MEMORY) {
            throw new AssertionError(first.allocated + " bytes of memory for a file of " + size);
        }
        return first;
    }

    private static Reading once(Reader reader, Path file) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = threads.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        boolean read = attempt(reader, file);
        double seconds = (System.nanoTime() - start) * NANO;
        return new Reading(read, seconds, threads.getCurrentThreadAllocatedBytes() - allocated);
    }

    private static boolean attempt(Reader reader, Path file) throws IOException {
        try {
            reader.read(file);
            return true;
        } catch (FormatException refused) {
            String message = refused.getMessage();
            if (!message.contains(file.getFileName().toString()) || message.length() > MOST_WORDS) {
                throw new AssertionError(message);
            }
            return false;
        }
    }
}
