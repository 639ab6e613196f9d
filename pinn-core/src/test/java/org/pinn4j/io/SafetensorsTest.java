package org.pinn4j.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinn4j.random.RandomStream;

class SafetensorsTest {
    @TempDir
    Path folder;

    private static NamedArrays sample() {
        return NamedArrays.empty()
                .with("layer 1/w", new double[] {1, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, Math.PI, 1e-300}, 2, 3)
                .with("b", new double[] {Double.NaN, Double.NEGATIVE_INFINITY}, 2)
                .withMetadata("statement", "u_t = u_xx on \"x\"\n\t\\ ü 漢 \ud83d\ude00 \u0001");
    }

    private NamedArrays roundTrip(NamedArrays content) throws IOException {
        Path file = folder.resolve("a.safetensors");
        Safetensors.write(file, content);
        return Safetensors.read(file);
    }

    @Test
    void whatIsWrittenIsReadBackBitForBit() throws IOException {
        NamedArrays content =
                sample().with("scalar", new double[] {7}, new int[0]).with("none", new double[0], 3, 0);
        NamedArrays back = roundTrip(content);
        assertEquals(content, back);
        for (String name : content.names()) {
            long[] bits = Arrays.stream(content.array(name).values())
                    .mapToLong(Double::doubleToRawLongBits)
                    .toArray();
            long[] read = Arrays.stream(back.array(name).values())
                    .mapToLong(Double::doubleToRawLongBits)
                    .toArray();
            assertArrayEquals(bits, read);
        }
        assertArrayEquals(new int[] {3, 0}, back.array("none").shape());
        assertArrayEquals(new int[0], back.array("scalar").shape());
    }

    @Test
    void arraysLongerThanTheBufferComeBackWhole() throws IOException {
        double[] values = new double[100_003];
        RandomStream.of(1, "io").fillGaussian(values);
        assertArrayEquals(
                values,
                roundTrip(NamedArrays.empty().with("long", values, values.length))
                        .array("long")
                        .values());
    }

    @Test
    void anEmptyContainerIsAFile() throws IOException {
        assertEquals(NamedArrays.empty(), roundTrip(NamedArrays.empty()));
    }

    /** The bytes of a small file, laid out by hand from the format's description. */
    @Test
    void theBytesAreThoseOfTheFormat() throws IOException {
        Path file = folder.resolve("tiny");
        Safetensors.write(
                file,
                NamedArrays.empty()
                        .with("b", new double[] {2}, 1)
                        .with("a", new double[] {1}, 1, 1)
                        .withMetadata("k", "v"));
        String header =
                "{\"__metadata__\":{\"k\":\"v\"},\"a\":{\"dtype\":\"F64\",\"shape\":[1,1],\"data_offsets\":[0,8]},"
                        + "\"b\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[8,16]}}";
        String padded = header + " ".repeat(-header.length() & 7);
        byte[] expected = ByteBuffer.allocate(8 + padded.length() + 16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(padded.length())
                .put(padded.getBytes(StandardCharsets.US_ASCII))
                .putDouble(1)
                .putDouble(2)
                .array();
        assertArrayEquals(expected, Files.readAllBytes(file));
    }

    @Test
    void theOrderOfInsertionDoesNotChangeTheBytes() throws IOException {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        Safetensors.write(
                one,
                NamedArrays.empty()
                        .with("a", new double[1], 1)
                        .with("b", new double[2], 2)
                        .withMetadata("x", "1")
                        .withMetadata("y", "2"));
        Safetensors.write(
                two,
                NamedArrays.empty()
                        .withMetadata("y", "2")
                        .with("b", new double[2], 2)
                        .withMetadata("x", "1")
                        .with("a", new double[1], 1));
        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
    }

    /** Another writer may put members in another order, use white space, and store arrays in any order. */
    @Test
    void otherWritersOrdersAndSpacesAreRead() throws IOException {
        String header =
                "{ \"z\" : {\"data_offsets\":[0,8] ,\"shape\":[ 1 ],\"dtype\":\"F64\"},\n\t\"a\\u0041\\ud83d\\ude00\":"
                        + "{\"dtype\":\"\\u004664\",\"shape\":[],\"data_offsets\":[8,16]}}   ";
        Path file = HostileFiles.write(folder, "foreign", header, new byte[16]);
        NamedArrays read = Safetensors.read(file);
        assertEquals("[aA\ud83d\ude00, z]", read.names().toString());
    }

    /** All bytes are covered and the last array ends where the file does: what is wrong is that the second begins inside the first. */
    @Test
    void arraysThatOverlapAreRefusedByName() throws IOException {
        String entry = "\"%s\":{\"dtype\":\"F64\",\"shape\":[%d],\"data_offsets\":[%d,%d]}";
        String header = "{" + entry.formatted("a", 2, 0, 16) + "," + entry.formatted("b", 2, 8, 24) + "}";
        Path file = HostileFiles.write(folder, "overlap", header, new byte[24]);
        String message = assertThrows(FormatException.class, () -> Safetensors.read(file))
                .getMessage();
        assertTrue(message.contains("array 'b' begins at 8 where 16 was due: data overlap"), message);
    }

    @Test
    void aNameCannotBeTakenTwiceOrBeReserved() {
        NamedArrays one = NamedArrays.empty().with("a", new double[1], 1);
        assertThrows(IllegalArgumentException.class, () -> one.with("a", new double[1], 1));
        assertThrows(IllegalArgumentException.class, () -> one.with("__metadata__", new double[1], 1));
        assertThrows(IllegalArgumentException.class, () -> one.with("nul\0", new double[1], 1));
        assertThrows(IllegalArgumentException.class, () -> one.withMetadata("half", "\ud800"));
        var shape = assertThrows(IllegalArgumentException.class, () -> one.with("b", new double[3], 2, 2));
        assertTrue(shape.getMessage().contains("[2, 2] needs 4 values, got 3"), shape.getMessage());
        var none = assertThrows(IllegalArgumentException.class, () -> one.array("c"));
        assertTrue(none.getMessage().contains("'c' among [a]"), none.getMessage());
    }

    @Test
    void arraysAreCopiedOnTheWayInAndOut() {
        double[] values = {1, 2};
        NamedArrays content = NamedArrays.empty().with("a", values, 2);
        values[0] = 9;
        content.array("a").values()[1] = 9;
        content.array("a").shape()[0] = 9;
        assertEquals(NdArray.of(new double[] {1, 2}, 2), content.array("a"));
    }

    @Test
    void aMissingFileIsSaidToBeMissing() {
        assertThrows(NoSuchFileException.class, () -> Safetensors.read(folder.resolve("nothing")));
    }

    /** Of the file itself, by another way. */
    @Test
    void sizeAndDigestAreThoseOfTheFile() throws Exception {
        Path file = folder.resolve("a");
        NamedArrays content = sample().with("c", new double[] {3, 4}, 2);
        Safetensors.write(file, content);
        byte[] bytes = Files.readAllBytes(file);
        assertEquals(bytes.length, Safetensors.size(content));
        byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(bytes);
        assertEquals("%064x".formatted(new java.math.BigInteger(1, digest)), Safetensors.sha256(content));
    }

    /** The same content in other bytes: a space more before the end of the header. */
    @Test
    void aHeaderThatSaysTheSameInOtherBytesIsNotAsWritten() throws IOException {
        Path file = folder.resolve("a");
        NamedArrays content = NamedArrays.empty().with("b", new double[] {1}, 1).withMetadata("k", "v");
        Safetensors.write(file, content);
        Safetensors.requireAsWritten(file, content);
        byte[] bytes = Files.readAllBytes(file);
        String header = new String(bytes, 8, bytes.length - 16, StandardCharsets.US_ASCII);
        Path other = HostileFiles.write(folder, "other", header.replace("\"k\":", "\"k\" :"), new byte[8]);
        assertEquals(content.metadata(), Safetensors.read(other).metadata());
        FormatException e =
                assertThrows(FormatException.class, () -> Safetensors.requireAsWritten(other, Safetensors.read(other)));
        int at = 8 + header.indexOf("\"k\":") + 3;
        assertTrue(e.getMessage().contains("byte " + at), e.getMessage());
        Path first = HostileFiles.write(folder, "first", " " + header.stripTrailing(), new byte[8]);
        assertTrue(
                assertThrows(FormatException.class, () -> Safetensors.requireAsWritten(first, Safetensors.read(first)))
                        .getMessage()
                        .contains("byte 8"));
    }
}
