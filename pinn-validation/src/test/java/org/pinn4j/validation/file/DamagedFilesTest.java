package org.pinn4j.validation.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinn4j.io.FormatException;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;

/** A damaged MATLAB file gives its values or one kind of exception that names it, nothing else. */
class DamagedFilesTest {
    private static final int HEADER = 128;
    private static final Axis X = Axis.of("x", -1, 2);
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Field U = Field.of("u", X, T);
    private static final Problem PROBLEM =
            Problem.over(X, T).require(U.d(T).equalTo(0)).require(U.equalTo(X).on(T.start()));

    @TempDir
    private Path folder;

    private byte[] whole;

    @BeforeEach
    void write() throws IOException {
        Path file = new MatFiles()
                .with("x", new int[] {4, 1}, k -> k - 1)
                .with("t", new int[] {1, 3}, k -> 0.5 * k)
                .withText("name", "a text")
                .with("usol", new int[] {4, 3}, k -> 1 + 0.1 * k)
                .write(folder.resolve("whole.mat"));
        whole = Files.readAllBytes(file);
    }

    private void read(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("damaged.mat"), content);
        TabulatedSolution.read(file, PROBLEM, Grid.of(X, 4).by(T, 3));
    }

    @Test
    void aFileCutAnywhereIsRefused() {
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            FormatException e = assertThrows(FormatException.class, () -> read(cut), "cut to " + length);
            assertTrue(e.getMessage().contains("damaged.mat: "), e.getMessage());
        }
    }

    @Test
    void anEntryThatEndsBehindTheFileIsNamedWithItsPlace() {
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);
        FormatException e = assertThrows(FormatException.class, () -> read(cut));
        assertTrue(
                e.getMessage().matches(".*the entry at byte \\d+ claims \\d+ bytes, there is room for \\d+"),
                e.getMessage());
    }

    /** What the library would say itself is found before, so that nothing is printed. */
    @Test
    void noChangeOfABytePutsAnotherExceptionThroughOrPrints() {
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            changeEveryByte();
        } finally {
            System.setErr(before);
        }
        assertEquals("", said.toString(StandardCharsets.UTF_8));
    }

    private void changeEveryByte() {
        for (int at = 0; at < whole.length; at++) {
            for (int mask : new int[] {1, 0x80, 0xFF}) {
                byte[] changed = whole.clone();
                changed[at] ^= (byte) mask;
                tryToRead(changed);
            }
        }
    }

    @Test
    void randomBytesBehindAHeaderAreRefused() {
        Random random = new Random(1);
        for (int k = 0; k < 500; k++) {
            byte[] noise = new byte[HEADER + random.nextInt(400)];
            random.nextBytes(noise);
            System.arraycopy(whole, 0, noise, 0, HEADER);
            tryToRead(noise);
        }
    }

    /** Any other exception fails the test. */
    private void tryToRead(byte[] content) {
        try {
            read(content);
        } catch (FormatException refused) {
            assertTrue(refused.getMessage().length() < 1000, refused.getMessage());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
