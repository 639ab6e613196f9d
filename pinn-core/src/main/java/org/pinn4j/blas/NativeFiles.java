package org.pinn4j.blas;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * Copies native libraries from the class path into a folder of this user, once for each content. The folder's name holds
 * size and checksum of what it contains; a file found there is used only when both are right. Two processes may do this
 * at once: each writes a file of its own and moves it into place in one step.
 */
final class NativeFiles {
    /** System property with the cache folder. */
    static final String CACHE = "pinn.cache";

    private final Path cache;

    NativeFiles(Path cache) {
        this.cache = cache;
    }

    /** The folder of the property {@value #CACHE}, else ~/.cache/pinn4j, else one in the temporary folder. */
    static NativeFiles standard() {
        String asked = System.getProperty(CACHE);
        if (asked != null && !asked.isBlank()) {
            return new NativeFiles(Path.of(asked));
        }
        Path home = Path.of(System.getProperty("user.home", "."));
        Path preferred = home.resolve(".cache").resolve("pinn4j");
        boolean usable = Files.isWritable(nearestExisting(preferred));
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"), "pinn4j-" + System.getProperty("user.name"));
        return new NativeFiles(usable ? preferred : temporary);
    }

    private static Path nearestExisting(Path path) {
        Path existing = path.toAbsolutePath();
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        return existing;
    }

    /**
     * Puts the resources side by side into one folder.
     * @param base resource folder, ending in a slash
     * @param names file names; the first must exist, the others are copied when they do
     * @return the path of the first
     */
    Path extract(ClassLoader loader, String base, List<String> names) throws IOException {
        String content = Content.of(loader, base + names.get(0)).toString();
        Path folder = privateFolder(privateFolder(cache).resolve(names.get(0).split("\\.")[0] + "-" + content));
        for (String name : names) {
            if (loader.getResource(base + name) != null) {
                place(loader, base + name, folder.resolve(name));
            }
        }
        return folder.resolve(names.get(0));
    }

    private static void place(ClassLoader loader, String resource, Path target) throws IOException {
        Content wanted = Content.of(loader, resource);
        if (Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
                && Content.of(target).equals(wanted)) {
            return;
        }
        Path mine =
                Files.createTempFile(target.getParent(), target.getFileName().toString(), ".part");
        try {
            try (InputStream in = open(loader, resource);
                    OutputStream out = Files.newOutputStream(mine)) {
                in.transferTo(out);
            }
            moveIntoPlace(mine, target);
        } finally {
            Files.deleteIfExists(mine);
        }
    }

    private static void moveIntoPlace(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static InputStream open(ClassLoader loader, String resource) throws IOException {
        InputStream in = loader.getResourceAsStream(resource);
        if (in == null) {
            throw new IOException("no " + resource + " on the class path or the module path");
        }
        return in;
    }

    /** Creates the folder for this user alone; a folder that somebody else can write to is refused. */
    private static Path privateFolder(Path folder) throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mine = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        if (folder.getParent() != null) {
            Files.createDirectories(folder.getParent());
        }
        if (!Files.isDirectory(folder)) {
            try {
                Files.createDirectory(folder, mine);
            } catch (java.nio.file.FileAlreadyExistsException e) {
                if (!Files.isDirectory(folder)) {
                    throw e;
                }
            }
        }
        if (posix) {
            refuseForeign(folder);
        }
        return folder;
    }

    private static void refuseForeign(Path folder) throws IOException {
        String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
        boolean othersWrite = permissions.charAt(4) == 'w' || permissions.charAt(7) == 'w';
        String me = System.getProperty("user.name");
        String owner = Files.getOwner(folder).getName();
        if (othersWrite || !(owner.equals(me) || owner.equals("root"))) {
            throw new IOException(
                    "cache folder %s belongs to %s with permissions %s; need a private one, set -D%s=FOLDER"
                            .formatted(folder, owner, permissions, CACHE));
        }
    }

    /** What is compared: the size and the CRC-32 that the jar itself keeps, so that a start need not unpack the jar again. */
    private record Content(long size, long crc) {
        static Content of(ClassLoader loader, String resource) throws IOException {
            URL url = loader.getResource(resource);
            if (url != null && url.openConnection() instanceof JarURLConnection jar) {
                JarEntry entry = jar.getJarEntry();
                if (entry.getSize() >= 0 && entry.getCrc() >= 0) {
                    return new Content(entry.getSize(), entry.getCrc());
                }
            }
            return read(open(loader, resource));
        }

        static Content of(Path file) throws IOException {
            return read(Files.newInputStream(file));
        }

        private static Content read(InputStream content) throws IOException {
            try (CheckedInputStream in = new CheckedInputStream(content, new CRC32())) {
                long size = in.transferTo(OutputStream.nullOutputStream());
                return new Content(size, in.getChecksum().getValue());
            }
        }

        @Override
        public String toString() {
            return "%08x-%s".formatted(crc, size);
        }
    }
}
