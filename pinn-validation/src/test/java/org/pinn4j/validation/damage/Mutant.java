package org.pinn4j.validation.damage;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A file damaged on purpose, from sound ones and a number: what disks, transfers, editors and other programs do to files, one to
 * four times. Numbers in text become absurd ones, lengths in binary too.
 */
final class Mutant {
    private static final int MOST_CHANGES = 4;
    private static final int MOST_REPEATS = 2000;
    private static final List<String> WORDS = List.of(
            "0",
            "-1",
            "1e309",
            "-1e309",
            "NaN",
            "Infinity",
            "9223372036854775807",
            "-9223372036854775808",
            "4294967296",
            "1e-400",
            "0x7f",
            "",
            " ",
            "\n",
            "\u0000",
            "\"",
            "{",
            "}",
            "[",
            "]",
            "((",
            "))",
            ",",
            ":",
            "=",
            "sin(",
            "d(u)/d(x)",
            "\uFEFF",
            "1.",
            ".5",
            "--",
            "#",
            "'",
            "\\",
            "\r\n");
    private static final long[] LENGTHS = {
        0,
        1,
        -1,
        127,
        128,
        255,
        256,
        65535,
        65536,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        1L << 32,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };

    private final SplittableRandom random;
    private byte[] bytes;

    private Mutant(byte[] sound, SplittableRandom random) {
        this.random = random;
        this.bytes = sound;
    }

    static byte[] of(List<byte[]> sound, long number) {
        SplittableRandom random = new SplittableRandom(number);
        Mutant mutant = new Mutant(sound.get(random.nextInt(sound.size())).clone(), random);
        int changes = 1 + random.nextInt(MOST_CHANGES);
        for (int k = 0; k < changes; k++) {
            mutant.change(sound);
        }
        return mutant.bytes;
    }

    private void change(List<byte[]> sound) {
        switch (random.nextInt(11)) {
            case 0 -> flip();
            case 1 -> put(place(), new byte[] {(byte) random.nextInt(256)}, 1);
            case 2 -> bytes = Arrays.copyOf(bytes, place());
            case 3 -> put(place(), new byte[0], random.nextInt(64));
            case 4 -> put(place(), part(bytes), 0);
            case 5 -> put(place(), part(sound.get(random.nextInt(sound.size()))), random.nextInt(64));
            case 6 -> put(place(), word(), random.nextBoolean() ? 0 : 1);
            case 7 -> number();
            case 8 -> length();
            case 9 -> repeat();
            default -> put(bytes.length, part(bytes), 0);
        }
    }

    private int place() {
        return random.nextInt(bytes.length + 1);
    }

    private void flip() {
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
    }

    private byte[] part(byte[] of) {
        int from = random.nextInt(of.length + 1);
        return Arrays.copyOfRange(of, from, from + random.nextInt(Math.min(256, of.length - from) + 1));
    }

    private byte[] word() {
        return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
    }

    /** Puts something in the place of so many bytes. */
    private void put(int at, byte[] what, int instead) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(what);
        int rest = Math.min(bytes.length, at + instead);
        out.write(bytes, rest, bytes.length - rest);
        bytes = out.toByteArray();
    }

    /** A run of digits becomes another word. */
    private void number() {
        int at = place();
        while (at < bytes.length && !isDigit(at)) {
            at++;
        }
        int end = at;
        while (end < bytes.length && isDigit(end)) {
            end++;
        }
        put(at, word(), end - at);
    }

    private boolean isDigit(int at) {
        return bytes[at] >= '0' && bytes[at] <= '9';
    }

    /** Eight or four bytes become a length, the smaller end first or last. */
    private void length() {
        long value = LENGTHS[random.nextInt(LENGTHS.length)];
        int width = random.nextBoolean() ? 8 : 4;
        boolean little = random.nextBoolean();
        byte[] field = new byte[width];
        for (int k = 0; k < width; k++) {
            field[little ? k : width - 1 - k] = (byte) (value >>> 8 * k);
        }
        int step = random.nextBoolean() ? 4 : 1; // fields of binary formats are often aligned
        put(place() / step * step, field, width);
    }

    private void repeat() {
        byte[] what = random.nextBoolean() ? word() : part(bytes);
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        int times = random.nextInt(MOST_REPEATS);
        for (int k = 0; k < times; k++) {
            many.writeBytes(what);
        }
        put(place(), many.toByteArray(), 0);
    }
}
