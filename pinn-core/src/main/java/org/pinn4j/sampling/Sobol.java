package org.pinn4j.sampling;

import org.hipparchus.random.SobolSequenceGenerator;
import org.pinn4j.args.Args;
import org.pinn4j.random.RandomStream;

/**
 * The Sobol' sequence with nested uniform scrambling: every aligned run of 2^k points stays evenly spread, each point by
 * itself is uniform, and the error of the mean of a smooth function falls nearly as n^(-3/2). Best with n a power of two.
 * <p>Direction numbers are those of Joe and Kuo (2008), as Hipparchus brings them, up to {@value #MAX_DIMENSION} axes.
 * Source of the scrambling: Owen, Scrambled net variance for integrals of smooth functions, Annals of Statistics 25 (1997).
 */
public record Sobol() implements Sampler {
    /** The largest dimension taken from the table of direction numbers. */
    public static final int MAX_DIMENSION = 1000;

    private static final int BITS = 52;

    @Override
    public String name() {
        return "sobol";
    }

    @Override
    public double[] unitCube(int dimension, int n, RandomStream stream) {
        Args.given(stream, "stream");
        if (dimension > MAX_DIMENSION) {
            throw new IllegalArgumentException("sobol: need at most %d axes, got %d; use LatinHypercube or Uniform"
                    .formatted(MAX_DIMENSION, dimension));
        }
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(dimension);
        long[] keys = new long[dimension];
        for (int axis = 0; axis < dimension; axis++) {
            keys[axis] = stream.nextLong();
        }
        double[] u = new double[Args.entries(dimension, n, "dimension × n")];
        for (int i = 0; i < n; i++) {
            double[] point = sequence.nextVector();
            for (int axis = 0; axis < dimension; axis++) {
                long digits = scramble((long) (point[axis] * 0x1p52), keys[axis]);
                u[axis * n + i] = (digits + 0.5) * 0x1p-52; // the middle of the finest cell: never 0 or 1
            }
        }
        return u;
    }

    /** Flips each binary digit or not, by a random function of the key and of the digits before it. */
    private static long scramble(long digits, long key) {
        long flips = 0;
        for (int bit = BITS - 1; bit >= 0; bit--) {
            long before =
                    digits >>> (bit + 1) | 1L << (BITS - 1 - bit); // the leading one tells prefixes of zeros apart
            flips |= (RandomStream.mix(key ^ RandomStream.mix(before)) & 1) << bit;
        }
        return digits ^ flips;
    }
}
