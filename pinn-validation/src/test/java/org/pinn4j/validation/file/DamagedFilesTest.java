package org.pinn4j.validation.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    private static byte[] whole(boolean deflated) throws IOException {
        return new MatFiles()
                .with("x", new int[] {4, 1}, k -> k - 1)
                .with("t", new int[] {1, 3}, k -> 0.5 * k)
                .withText("name", "a text")
                .with("usol", new int[] {4, 3}, k -> 1 + 0.1 * k)
                .bytes(deflated);
    }

    private void read(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("damaged.mat"), content);
        TabulatedSolution.read(file, PROBLEM, Grid.of(X, 4).by(T, 3));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFileCutAnywhereIsRefused(boolean deflated) throws IOException {
        byte[] whole = whole(deflated);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            FormatException e = assertThrows(FormatException.class, () -> read(cut), "cut to " + length);
            assertTrue(e.getMessage().contains("damaged.mat: "), e.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anEntryThatEndsBehindTheFileIsNamedWithItsPlace(boolean deflated) throws IOException {
        byte[] whole = whole(deflated);
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);
        FormatException e = assertThrows(FormatException.class, () -> read(cut));
        assertTrue(
                e.getMessage().matches(".*the entry at byte \\d+ claims \\d+ bytes, there is room for \\d+"),
                e.getMessage());
    }

    /** What the library would say itself is found before, so that nothing is printed. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noChangeOfABytePutsAnotherExceptionThroughOrPrints(boolean deflated) throws IOException {
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            changeEveryByte(whole(deflated));
        } finally {
            System.setErr(before);
        }
        assertEquals("", said.toString(StandardCharsets.UTF_8));
    }

    private void changeEveryByte(byte[] whole) {
        for (int at = 0; at < whole.length; at++) {
            for (int mask : new int[] {1, 0x80, 0xFF}) {
                byte[] changed = whole.clone();
                changed[at] ^= (byte) mask;
                tryToRead(changed);
            }
        }
    }

    @Test
    void randomBytesBehindAHeaderAreRefused() throws IOException {
        byte[] whole = whole(false);
        Random random = new Random(1);
        for (int k = 0; k < 500; k++) {
            byte[] noise = new byte[HEADER + random.nextInt(400)];
            random.nextBytes(noise);
            System.arraycopy(whole, 0, noise, 0, HEADER);
            tryToRead(noise);
        }
    }

    /** Any other exception fails the test, and so does memory taken on the word of the file. */
    private void tryToRead(byte[] content) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        attempt(content);
        long taken = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(taken < 40L * content.length + 1_000_000, taken + " bytes for a file of " + content.length);
    }

    private void attempt(byte[] content) {
        try {
            read(content);
        } catch (FormatException refused) {
            assertTrue(refused.getMessage().length() < 1000, refused.getMessage());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
