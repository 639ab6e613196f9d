package org.pinn4j.sampling;

import java.util.stream.IntStream;
import org.pinn4j.args.Args;
import org.pinn4j.random.RandomStream;

/**
 * The Halton sequence: axis k counts in the k-th prime, digits mirrored at the point. Each digit of each axis goes through
 * a random permutation of its own, which removes the correlations of the plain sequence between large primes.
 * Good up to about ten axes, and unlike {@link Sobol} equally good for any n.
 * Source: Owen, A randomized Halton algorithm in R, arXiv:1706.02808 (2017).
 */
public record Halton() implements Sampler {
    /** The largest dimension offered. */
    public static final int MAX_DIMENSION = 100;

    @Override
    public String name() {
        return "halton";
    }

    @Override
    public double[] unitCube(int dimension, int n, RandomStream stream) {
        Args.given(stream, "stream");
        if (dimension > MAX_DIMENSION) {
            throw new IllegalArgumentException(
                    "halton: need at most %d axes, got %d; use Sobol".formatted(MAX_DIMENSION, dimension));
        }
        int[] primes = IntStream.iterate(2, p -> p + 1)
                .filter(Halton::isPrime)
                .limit(dimension)
                .toArray();
        double[] u = new double[Args.entries(dimension, n, "dimension × n")];
        for (int axis = 0; axis < dimension; axis++) {
            addMirroredDigits(primes[axis], axis * n, n, stream, u);
        }
        return u;
    }

    private static void addMirroredDigits(int base, int from, int n, RandomStream stream, double[] u) {
        double place = 1.0 / base;
        for (long power = 1; place > 0x1p-53; power = power > n ? power : power * base) {
            int[] digit = stream.permutation(base);
            for (int i = 0; i < n; i++) {
                u[from + i] += place * digit[(int) (i / power % base)];
            }
            place /= base;
        }
        for (int i = from; i < from + n; i++) {
            u[i] = Math.min(Math.max(u[i], 0x1p-54), Math.nextDown(1.0));
        }
    }

    private static boolean isPrime(int p) {
        return IntStream.iterate(2, d -> d * d <= p, d -> d + 1).noneMatch(d -> p % d == 0);
    }
}
