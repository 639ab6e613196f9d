package org.pinn4j.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.pinn4j.args.Args;

/**
 * Replaces a file whole or not at all: whatever fails, and wherever the process or the machine dies, there is the old content or
 * the new one.
 *
 * <p>The content is written to a draft beside the target and forced to the disk, the draft is moved into place in one step, and
 * the folder is forced, for a move is a change of the folder and lost with it. Any one left out loses files: without the first
 * force a machine that goes down may keep the new name with nothing in it. Sources: Pillai et al., All file systems are not
 * created equal, OSDI 2014; POSIX, rename and fsync. A draft whose writer was killed is removed by the next write of that file,
 * see {@link Drafts}.
 */
public final class AtomicFile {
    /** What a file shall hold. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes beside the target, forces the bytes to the disk, and moves the file into place in one step. A link is followed. What
     * is no ordinary file, such as a pipe, is written to as it is.
     * @throws IOException that names the target, if writing or moving fails; the target is then as it was and nothing is left
     *     beside it
     */
    public static void write(Path target, Content content) throws IOException {
        Args.given(target, "target", content, "content");
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("%s: cannot write, no folder %s; create it first".formatted(target, folder));
        }
        if (Files.isDirectory(target)) {
            throw new IOException("%s: cannot write, it is a folder; name a file in it".formatted(target));
        }
        try {
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                stream(target, content);
            } else {
                Path real = Files.isSymbolicLink(target) && Files.exists(target)
                        ? target.toRealPath()
                        : target.toAbsolutePath();
                replace(real, content);
            }
        } catch (IOException e) {
            throw new IOException("%s: cannot write: %s".formatted(target, reason(e)), e);
        }
    }

    private static void stream(Path target, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target, StandardOpenOption.WRITE))) {
            content.writeTo(out);
        }
    }

    private static void replace(Path target, Content content) throws IOException {
        Path folder = target.getParent();
        Drafts.removeAbandoned(folder, target.getFileName().toString());
        try (Drafts draft = Drafts.create(folder, target.getFileName().toString())) {
            fill(draft.channel(), content);
            Files.move(draft.path(), target, StandardCopyOption.ATOMIC_MOVE);
        }
        force(folder);
    }

    private static void fill(FileChannel channel, Content content) throws IOException {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        content.writeTo(out);
        out.flush();
        channel.force(true);
    }

    /** Not everywhere can a folder be opened: Windows keeps names by itself. */
    private static void force(Path folder) throws IOException {
        FileChannel opened;
        try {
            opened = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (AccessDeniedException e) {
            return;
        }
        try (opened) {
            opened.force(true);
        }
    }

    /** Tries a folder with an empty draft. @throws IOException if no file can be made in it */
    public static void requireWritable(Path folder) throws IOException {
        Args.given(folder, "folder");
        Drafts.create(folder.toAbsolutePath(), "pinn").close();
    }

    /** Removes what killed processes have left of unfinished files in a folder of ours. @return how many there were */
    public static int removeAbandoned(Path folder) throws IOException {
        Args.given(folder, "folder");
        return Drafts.removeAbandoned(folder.toAbsolutePath(), "");
    }

    /** A file system's exception may have the path alone for a message; its name says the rest. */
    private static String reason(IOException e) {
        String name = e.getClass().getSimpleName().replaceFirst("Exception$", "");
        String words = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT);
        return e.getClass() == IOException.class ? String.valueOf(e.getMessage()) : words + ": " + e.getMessage();
    }
}
