package org.pinn4j.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pinn4j.io.disk.MemoryDisk;

/** Whatever fails and wherever the power goes, a file holds its old content or its new one, for everything that writes files. */
class SaversTest {
    static final byte[] OLD = "the old content".getBytes(StandardCharsets.UTF_8);
    private static final int NUMBERS = 30_000; // more than one buffer

    /** With one file, of the old content. */
    static MemoryDisk withOld() throws IOException {
        MemoryDisk disk = new MemoryDisk();
        AtomicFile.write(disk.file("f"), out -> out.write(OLD));
        return disk;
    }

    private static int actions(Savers saver) throws IOException {
        MemoryDisk disk = withOld();
        disk.failAt(-1, false);
        saver.save(disk.file("f"), 7, NUMBERS);
        return disk.actions();
    }

    /** Once, as by a bad block, or from then on, as of a full disk: then not even the draft may be deleted. */
    @ParameterizedTest
    @EnumSource
    void aFailureAtAnyActionLeavesAWholeFileAndNamesIt(Savers saver) throws IOException {
        byte[] fresh = saver.content(7, NUMBERS);
        int actions = actions(saver);
        assertTrue(actions >= 5, actions + " actions");
        for (int k = 0; k < 2 * actions; k++) {
            MemoryDisk disk = withOld();
            disk.failAt(k / 2, k % 2 == 1);
            boolean failed = fails(saver, disk.file("f"));
            boolean moved = Arrays.equals(fresh, disk.content("f"));
            assertTrue(failed || moved, "action " + k / 2 + ": neither written nor said so");
            assertTrue(moved || Arrays.equals(OLD, disk.content("f")), "action " + k / 2 + ": torn");
            disk.failAt(-1, false);
            saver.save(disk.file("f"), 7, NUMBERS);
            assertEquals(List.of("f"), disk.names(), "action " + k / 2);
        }
    }

    private static boolean fails(Savers saver, Path file) {
        try {
            saver.save(file, 7, NUMBERS);
            return false;
        } catch (IOException e) {
            assertTrue(e.getMessage().startsWith("/f: cannot write: "), e.getMessage());
            assertTrue(e.getMessage().contains("No space left on device"), e.getMessage());
            assertEquals(1, e.getMessage().lines().count());
            return true;
        }
    }

    /** Before each action, and after the last: only what was forced is left. */
    @ParameterizedTest
    @EnumSource
    void aCutOfThePowerAtAnyActionLeavesAWholeFile(Savers saver) throws IOException {
        byte[] fresh = saver.content(7, NUMBERS);
        int actions = actions(saver);
        for (int k = 0; k <= actions; k++) {
            MemoryDisk disk = withOld();
            disk.failAt(k < actions ? k : -1, true);
            boolean failed = fails(saver, disk.file("f"));
            disk.cutPower();
            byte[] left = disk.content("f");
            assertTrue(Arrays.equals(OLD, left) || Arrays.equals(fresh, left), "action " + k + ": torn");
            assertTrue(failed || Arrays.equals(fresh, left), "action " + k + ": told as written, and lost");
        }
    }

    @Test
    void aDraftOfADeadProcessIsRemovedAndThatOfALivingOneIsNot() throws IOException {
        MemoryDisk disk = withOld();
        Drafts dead = Drafts.create(disk.file("f").getParent(), "f");
        Drafts other = Drafts.create(disk.file("f").getParent(), "g");
        AtomicFile.write(disk.file("f"), out -> out.write(OLD));
        assertEquals(3, disk.names().size(), disk.names().toString());
        disk.kill();
        AtomicFile.write(disk.file("f"), out -> out.write(OLD));
        assertEquals(List.of(other.path().getFileName().toString(), "f"), disk.names());
        Files.newOutputStream(disk.file(".notes.tmp")).close();
        assertEquals(1, AtomicFile.removeAbandoned(disk.file("f").getParent()));
        assertEquals(List.of(".notes.tmp", "f"), disk.names());
        dead.close();
    }

    @Test
    void onADiskOfThisMachineTooDraftsThatCanBeLockedAreRemoved(@TempDir Path folder) throws IOException {
        Path dead = Files.writeString(folder.resolve(".f.1-0.tmp"), "half");
        Path alive = folder.resolve(".f.1-1.tmp");
        try (FileChannel held = FileChannel.open(alive, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            held.lock();
            AtomicFile.write(folder.resolve("f"), out -> out.write(OLD));
            assertTrue(Files.notExists(dead));
            assertTrue(Files.exists(alive));
        }
        AtomicFile.requireWritable(folder);
        assertEquals(1, AtomicFile.removeAbandoned(folder));
        assertArrayEquals(OLD, Files.readAllBytes(folder.resolve("f")));
    }

    /**
     * A link stays one, and a pipe or a terminal is written to: {@code --json /dev/stdout}. The pipe is one of the test: a fault that
     * replaces it must not replace a device of the machine.
     */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aLinkIsFollowedAndAPipeIsNotReplaced(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("f"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        AtomicFile.write(link, out -> out.write('n'));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("n", Files.readString(file));
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Process reader = new ProcessBuilder("cat", pipe.toString()).start();
        try {
            AtomicFile.write(pipe, out -> out.write('n'));
            assertTrue(Files.readAttributes(pipe, BasicFileAttributes.class).isOther());
            assertEquals('n', reader.getInputStream().read());
        } finally {
            reader.destroyForcibly();
        }
        assertThrows(IOException.class, () -> AtomicFile.write(pipe.resolve("x"), out -> {}));
    }
}
