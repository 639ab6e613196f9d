package org.pinn4j.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Replaces a file whole or not at all: whatever fails, the old content is still there. */
public final class AtomicFile {
    /** What a file shall hold. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private static final int ATTEMPTS = 1000;

    private AtomicFile() {}

    /**
     * Writes beside the target, forces the bytes to the disk, and moves the file into place in one step.
     * @throws IOException if writing or moving fails; the target is then untouched and nothing is left beside it
     */
    public static void write(Path target, Content content) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("%s: cannot write, no folder %s; create it first".formatted(target, folder));
        }
        if (Files.isDirectory(target)) {
            throw new IOException("%s: cannot write, it is a folder; name a file in it".formatted(target));
        }
        Path draft = createDraft(folder, target.getFileName().toString());
        try {
            fill(draft, content);
            Files.move(draft, target.toAbsolutePath(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft); // gone already unless something failed
        }
    }

    /** Made with the ordinary permissions of a new file, which a temporary file would not have. */
    private static Path createDraft(Path folder, String name) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Path draft = folder.resolve(
                    ".%s.%s-%s.tmp".formatted(name, ProcessHandle.current().pid(), attempt));
            try {
                return Files.createFile(draft);
            } catch (FileAlreadyExistsException taken) {
                continue;
            }
        }
        throw new IOException("%s: too many unfinished drafts of %s; delete them".formatted(folder, name));
    }

    private static void fill(Path draft, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }
}
