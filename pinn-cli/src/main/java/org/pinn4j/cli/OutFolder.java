package org.pinn4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes sure that results can be written before any work is done. */
final class OutFolder {
    private OutFolder() {}

    /** Creates the folder if need be and tries it with a file. */
    static Path prepare(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".pinn", ".try"));
            return folder;
        } catch (IOException | SecurityException e) {
            throw Failure.badInput(
                    "cannot write to folder %s (%s); choose another with --out".formatted(folder, Errors.firstLine(e)),
                    e);
        }
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
