package org.pinn4j.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/**
 * The unfinished content of a file, {@code .name.process-number.tmp} beside it. It is locked for as long as its writer lives: a
 * lock goes with the process, however that ends, where a number of a process may belong to another one later, or to every run in
 * a container. So a draft that can be locked is abandoned, and removed. A file system without locks keeps its drafts.
 */
final class Drafts implements AutoCloseable {
    private static final int ATTEMPTS = 1000;
    private static final Pattern NAME = Pattern.compile("\\.(.+)\\.\\d+-\\d+\\.tmp");

    private final Path path;
    private final FileChannel channel;

    private Drafts(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    Path path() {
        return path;
    }

    FileChannel channel() {
        return channel;
    }

    /** Made with the ordinary permissions of a new file, which a temporary file would not have. */
    static Drafts create(Path folder, String name) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Path path = folder.resolve(
                    ".%s.%d-%d.tmp".formatted(name, ProcessHandle.current().pid(), attempt));
            try {
                FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
                if (isMine(path, channel)) {
                    return new Drafts(path, channel);
                }
                channel.close();
            } catch (FileAlreadyExistsException taken) {
                // the next name
            }
        }
        throw new IOException("%s: too many unfinished drafts of %s; delete them".formatted(folder, name));
    }

    /** Unless somebody who removes drafts was there between making it and locking it. */
    private static boolean isMine(Path path, FileChannel channel) {
        try {
            return channel.tryLock() != null && Files.exists(path);
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) { // a file system without locks, where nobody removes drafts either
            return true;
        }
    }

    /**
     * Removes drafts whose writer is dead.
     * @param name of the file that they are drafts of; empty: of any
     * @return how many were removed
     */
    static int removeAbandoned(Path folder, String name) throws IOException {
        int removed = 0;
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder, p -> isDraft(p, name))) {
            for (Path draft : drafts) {
                removed += removed(draft) ? 1 : 0;
            }
        }
        return removed;
    }

    private static boolean isDraft(Path path, String name) {
        var found = NAME.matcher(path.getFileName().toString());
        return found.matches() && (name.isEmpty() || found.group(1).equals(name));
    }

    /** What cannot be opened, locked or removed stays: it is no reason not to write. */
    private static boolean removed(Path draft) {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                return false;
            }
            Files.delete(draft);
            return true;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }

    /** Closes it, and removes it if it was not moved into place. */
    @Override
    public void close() throws IOException {
        try (channel) {
            Files.delete(path);
        } catch (NoSuchFileException moved) {
            return;
        }
    }
}
