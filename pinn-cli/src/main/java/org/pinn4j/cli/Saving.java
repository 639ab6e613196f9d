package org.pinn4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Writes what a command has found to where it was asked for. Where that fails it goes into a temporary folder, which is named: an
 * answer may be the work of hours, and by then the disk is full or the folder gone.
 */
final class Saving {
    /** Writes one thing to a file. */
    @FunctionalInterface
    interface Writer {
        void write(Path file) throws IOException;
    }

    private final PrintWriter err;
    private Path refuge;
    private boolean complete = true;

    Saving(PrintWriter err) {
        this.err = err;
    }

    /** Whether all of it is where it was asked for. */
    boolean complete() {
        return complete;
    }

    /**
     * @param what it is, for messages
     * @return where it is now; empty if nowhere
     */
    Optional<Path> save(String what, Path file, Writer writer) {
        try {
            writer.write(file);
            return Optional.of(file);
        } catch (IOException | UncheckedIOException | SecurityException e) {
            complete = false;
            return elsewhere(what, file, writer, Errors.firstLine(e));
        } catch (IllegalArgumentException e) { // it has no text form, and has none elsewhere either
            complete = false;
            err.println("note: %s not saved: %s".formatted(what, Errors.firstLine(e)));
            return Optional.empty();
        }
    }

    private Optional<Path> elsewhere(String what, Path file, Writer writer, String reason) {
        try {
            refuge = refuge != null ? refuge : Files.createTempDirectory("pinn-");
            Path other = refuge.resolve(file.getFileName());
            writer.write(other);
            err.println("note: %s not saved where it was asked: %s; it is in %s".formatted(what, reason, other));
            return Optional.of(other);
        } catch (IOException | UncheckedIOException | SecurityException e) {
            err.println("note: %s not saved: %s; nor in a temporary folder: %s"
                    .formatted(what, reason, Errors.firstLine(e)));
            return Optional.empty();
        }
    }
}
