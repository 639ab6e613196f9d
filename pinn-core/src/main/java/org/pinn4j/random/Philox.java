package org.pinn4j.random;

/**
 * Philox 2x64-10: a keyed bijection of 128-bit counters that passes the standard test batteries, used as a random
 * function. Source: Salmon, Moraes, Dror, Shaw, Parallel random numbers: as easy as 1, 2, 3 (SC 2011).
 */
final class Philox {
    private static final long MULTIPLIER = 0xD2B74407B1CE6E93L;
    private static final long KEY_STEP = 0x9E3779B97F4A7C15L;
    private static final int ROUNDS = 10;

    private Philox() {}

    /** The first of the two words of the block ({@code low}, {@code high}) under {@code key}. */
    static long word(long key, long low, long high) {
        long left = low;
        long right = high;
        long roundKey = key;
        for (int round = 0; round < ROUNDS; round++) {
            long next = unsignedMultiplyHigh(MULTIPLIER, left) ^ roundKey ^ right;
            right = MULTIPLIER * left;
            left = next;
            roundKey += KEY_STEP;
        }
        return left;
    }

    /** The upper half of the unsigned 128-bit product; {@link Math} has it only from Java 18 on. */
    static long unsignedMultiplyHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
    }
}
