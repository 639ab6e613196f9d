package org.pinn4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.pinn4j.io.AtomicFile;

/** Makes sure that results can be written before any work is done. */
final class OutFolder {
    private OutFolder() {}

    /** Room for pictures and figures beside what is stored. */
    private static final long ROOM = 16L << 20;

    /** Creates the folder if need be, tries it with a file, and removes what killed runs have left unfinished in it. */
    static Path prepare(Path folder) {
        try {
            Files.createDirectories(folder);
            AtomicFile.removeAbandoned(folder);
            AtomicFile.requireWritable(folder);
            return folder;
        } catch (IOException | SecurityException e) {
            throw Failure.badInput(
                    "cannot write to folder %s (%s); choose another with --out".formatted(folder, Errors.firstLine(e)),
                    e);
        }
    }

    /** @param bytes of what is known to be written @throws Failure with both sizes, if there is no room for it */
    static void requireRoom(Path folder, long bytes) {
        long free;
        try {
            free = Files.getFileStore(folder).getUsableSpace();
        } catch (IOException | SecurityException e) { // not every file system tells
            return;
        }
        requireRoom(folder, bytes + ROOM, free);
    }

    static void requireRoom(Path folder, long need, long free) {
        Failure.require(
                free >= need,
                String.format(
                        Locale.ROOT,
                        "folder %s: its disk has %.1f MB left, need about %.1f MB; make room, or choose another with --out",
                        folder,
                        free * 1e-6,
                        need * 1e-6));
    }

    /** The folder of a file that is to be written. */
    static Path prepareFor(Path file, String option) {
        Path folder = file.toAbsolutePath().getParent();
        boolean blocked = Files.exists(file) && (Files.isDirectory(file) || !Files.isWritable(file));
        if (blocked || folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw Failure.badInput("cannot write %s; %s needs a file in an existing folder that can be written"
                    .formatted(file, option));
        }
        return file;
    }
}
