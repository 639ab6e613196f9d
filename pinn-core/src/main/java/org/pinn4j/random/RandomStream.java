package org.pinn4j.random;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.hipparchus.random.RandomGenerator;
import org.pinn4j.args.Args;

/**
 * A named stream of random numbers. Draw number c is a pure function of (seed, stream, c), so three longs are the whole
 * state, any draw can be reached at once, and two streams never share a value of the generator's counter.
 * <p>One draw is used per number, except by {@link #nextBytes} and by a rejected {@link #nextLong(long)}.
 * Confined to one thread.
 */
public final class RandomStream implements RandomGenerator {
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private long seed;
    private final long stream;
    private long counter;

    private RandomStream(long seed, long stream, long counter) {
        this.seed = seed;
        this.stream = stream;
        this.counter = counter;
    }

    /** The stream of this seed and name, at its first draw. */
    public static RandomStream of(long seed, String name) {
        Args.given(name, "name");
        return new RandomStream(seed, hash(0, name), 0);
    }

    /** Another stream of the same seed, named below this one; independent of how far this one has been read. */
    public RandomStream substream(String name) {
        Args.given(name, "name");
        return new RandomStream(seed, hash(stream, name), 0);
    }

    /** FNV-1a over the parent's eight bytes and the name in UTF-8, then a finaliser that spreads every bit. */
    private static long hash(long parent, String name) {
        long h = FNV_OFFSET;
        for (int shift = 0; shift < 64; shift += 8) {
            h = (h ^ ((parent >>> shift) & 0xFF)) * FNV_PRIME;
        }
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            h = (h ^ (b & 0xFF)) * FNV_PRIME;
        }
        return mix(h);
    }

    /**
     * A bijection that spreads every bit of {@code value} over all of them: a fixed hash, not a source of randomness.
     * Source: SplitMix64 of Steele, Lea, Flood, Fast splittable pseudorandom number generators (2014).
     */
    public static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Seed, stream, counter. */
    public long[] state() {
        return new long[] {seed, stream, counter};
    }

    /** The stream that continues bit for bit where {@link #state} was taken. */
    public static RandomStream restore(long[] state) {
        Args.given(state, "state");
        if (state.length != 3) {
            throw new IllegalArgumentException(
                    "random state: need 3 numbers (seed, stream, counter), got " + state.length);
        }
        return new RandomStream(state[0], state[1], state[2]);
    }

    public long seed() {
        return seed;
    }

    /** The hash of the names that led here. */
    public long stream() {
        return stream;
    }

    /** Number of draws used so far, as an unsigned number. */
    public long counter() {
        return counter;
    }

    @Override
    public long nextLong() {
        return Philox.word(seed, counter++, stream);
    }

    /** Uniform on [0, 1), a multiple of 2⁻⁵³. */
    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /** Uniform on the open interval (0, 1): the odd multiples of 2⁻⁵³. */
    public double nextOpenDouble() {
        return ((nextLong() >>> 12) + 0.5) * 0x1p-52;
    }

    /** Standard normal by inversion; |z| ≤ 8.3. */
    @Override
    public double nextGaussian() {
        return NormalQuantile.of(nextOpenDouble());
    }

    /** Overwrites {@code out} with draws of {@link #nextDouble}. */
    public void fill(double[] out) {
        Args.given(out, "out");
        for (int i = 0; i < out.length; i++) {
            out[i] = nextDouble();
        }
    }

    /** Overwrites {@code out} with draws of {@link #nextGaussian}. */
    public void fillGaussian(double[] out) {
        Args.given(out, "out");
        for (int i = 0; i < out.length; i++) {
            out[i] = nextGaussian();
        }
    }

    /** A uniformly drawn order of 0 .. n-1. Source: Knuth, The Art of Computer Programming 2, section 3.4.2, algorithm P. */
    public int[] permutation(int n) {
        Args.within(0, Args.MOST_ENTRIES, n, "n");
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    @Override
    public int nextInt() {
        return (int) (nextLong() >>> 32);
    }

    @Override
    public int nextInt(int n) {
        return (int) nextLong(n);
    }

    /** Uniform on 0 .. n-1, exactly. Source: Lemire, Fast random integer generation in an interval (2019). */
    @Override
    public long nextLong(long n) {
        if (n <= 0) {
            throw new IllegalArgumentException("random integer below n: need n ≥ 1, got " + n);
        }
        long bits = nextLong();
        long low = bits * n;
        if (Long.compareUnsigned(low, n) < 0) {
            long threshold = Long.remainderUnsigned(-n, n);
            while (Long.compareUnsigned(low, threshold) < 0) {
                bits = nextLong();
                low = bits * n;
            }
        }
        return Philox.unsignedMultiplyHigh(bits, n);
    }

    @Override
    public boolean nextBoolean() {
        return nextLong() < 0;
    }

    @Override
    public float nextFloat() {
        return (nextLong() >>> 40) * 0x1p-24f;
    }

    @Override
    public void nextBytes(byte[] bytes) {
        Args.given(bytes, "bytes");
        nextBytes(bytes, 0, bytes.length);
    }

    /** Eight bytes a draw, lowest first. */
    @Override
    public void nextBytes(byte[] bytes, int start, int length) {
        Args.given(bytes, "bytes");
        if (start < 0 || length < 0 || length > bytes.length - start) {
            throw new IllegalArgumentException("random bytes: need a range inside [0, %d), got start %d, length %d"
                    .formatted(bytes.length, start, length));
        }
        long bits = 0;
        for (int i = 0; i < length; i++) {
            bits = i % 8 == 0 ? nextLong() : bits >>> 8;
            bytes[start + i] = (byte) bits;
        }
    }

    /** Starts again at draw 0 of this stream under another seed. */
    @Override
    public void setSeed(long newSeed) {
        seed = newSeed;
        counter = 0;
    }

    @Override
    public void setSeed(int newSeed) {
        setSeed((long) newSeed);
    }

    @Override
    public void setSeed(int[] newSeed) {
        setSeed(Arrays.stream(Args.given(newSeed, "newSeed"))
                .asLongStream()
                .reduce(FNV_OFFSET, (h, word) -> mix((h ^ word) * FNV_PRIME)));
    }

    @Override
    public String toString() {
        return "RandomStream[seed=%s, stream=%016x, counter=%s]"
                .formatted(seed, stream, Long.toUnsignedString(counter));
    }
}
