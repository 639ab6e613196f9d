package org.pinn4j.blas;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeFilesTest {
    private static final List<String> NAMES = List.of("libfirst.so.0", "libsecond.so", "libabsent.so");

    @TempDir
    Path folder;

    @Test
    void theFilesLieSideBySideInAFolderOfThisUserAlone() throws IOException {
        Path first = extract("content");
        assertEquals("content of first", Files.readString(first));
        assertEquals("content of second", Files.readString(first.resolveSibling("libsecond.so")));
        assumeTrue(first.getFileSystem().supportedFileAttributeViews().contains("posix"));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(first.getParent())));
    }

    @Test
    void aFileThatIsRightIsNotWrittenAgain() throws IOException {
        Path first = extract("content");
        FileTime old = FileTime.fromMillis(1000);
        Files.setLastModifiedTime(first, old);
        assertEquals(old, Files.getLastModifiedTime(extract("content")));
    }

    @Test
    void aDamagedFileOfTheRightSizeIsReplaced() throws IOException {
        Path first = extract("content");
        Files.writeString(first, "kontent of first");
        assertEquals("content of first", Files.readString(extract("content")));
    }

    @Test
    void anotherVersionGetsAnotherFolder() throws IOException {
        assertNotEquals(extract("content"), extract("newer content"));
    }

    @Test
    void aFolderThatOthersMayWriteToIsRefused() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path cache = Files.createDirectory(folder.resolve("cache"));
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxrwx"));
        IOException e = assertThrows(IOException.class, () -> extract("content"));
        assertTrue(e.getMessage().contains("rwxrwxrwx") && e.getMessage().contains("-Dpinn.cache"), e.getMessage());
    }

    @Test
    void manyAtOnceGetTheSameWholeFileAndLeaveNothingBehind() throws IOException {
        byte[][] found =
                IntStream.range(0, 16).parallel().mapToObj(i -> bytes()).toArray(byte[][]::new);
        for (byte[] each : found) {
            assertArrayEquals(found[0], each);
        }
        try (Stream<Path> left = Files.walk(folder.resolve("cache"))) {
            assertEquals(2, left.filter(Files::isRegularFile).count());
        }
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(extract("x".repeat(1_000_000)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path extract(String content) throws IOException {
        Path jar = Files.createTempFile(folder, "natives", ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String name : List.of("first.so.0", "second.so")) {
                out.putNextEntry(new JarEntry("natives/lib" + name));
                out.write((content + " of " + name.split("\\.")[0]).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            return new NativeFiles(folder.resolve("cache")).extract(loader, "natives/", NAMES);
        }
    }
}
