package org.pinn4j.pde.symbol;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.hipparchus.complex.Complex;

/**
 * How many roots of a polynomial in ξ lie left of the imaginary axis, right of it, and too near to it to say, where the
 * coefficients depend on frequencies; and how many do not grow with these: such a root is of the lower orders of an equation, and
 * its side says nothing.
 * @param total of one polynomial the sum of the others, of several the least or most of any
 */
public record HalfPlanes(int left, int right, int slow, int undecided, int total) {
    public static final HalfPlanes NONE = new HalfPlanes(0, 0, 0, 0, 0);

    /** What the frequencies are multiplied by to see which roots grow. */
    public static final double FASTER = 64;

    /** In units of the root's own size. A root of multiplicity four is found to 1e-4. */
    private static final double NEAR = 2e-3;
    /** By a factor of {@link #FASTER}, a root of eighth order in space and first in time grows by 1.7. */
    private static final double GROWN = 1.3;

    /**
     * @param coefficients by rising power, the last not zero
     * @param faster the same at {@value #FASTER} times the frequencies
     * @param most the size up to which a root that does not grow is slow
     */
    public static HalfPlanes of(Complex[] coefficients, Complex[] faster, double most) {
        Complex[] z = sorted(coefficients);
        Complex[] grown = sorted(faster);
        boolean[] slow = new boolean[z.length];
        for (int k = 0; k < slow.length; k++) {
            slow[k] = z.length == grown.length && z[k].norm() <= most && grown[k].norm() <= GROWN * z[k].norm();
        }
        int left = count(z, k -> !slow[k] && z[k].getReal() < -NEAR * z[k].norm());
        int right = count(z, k -> !slow[k] && z[k].getReal() > NEAR * z[k].norm());
        int still = count(z, k -> slow[k]);
        return new HalfPlanes(left, right, still, z.length - left - right - still, z.length);
    }

    private static int count(Complex[] z, IntPredicate which) {
        return (int) IntStream.range(0, z.length).filter(which).count();
    }

    private static Complex[] sorted(Complex[] coefficients) {
        Complex[] z = Roots.of(coefficients);
        Arrays.sort(z, Comparator.comparingDouble(Complex::norm));
        return z;
    }

    /** All of them for slow. */
    public HalfPlanes slowed() {
        return new HalfPlanes(0, 0, total, 0, total);
    }

    /** What both have of each kind. */
    public HalfPlanes least(HalfPlanes other) {
        return new HalfPlanes(
                Math.min(left, other.left),
                Math.min(right, other.right),
                Math.min(slow, other.slow),
                Math.min(undecided, other.undecided),
                Math.min(total, other.total));
    }

    /** What either has of each kind. */
    public HalfPlanes most(HalfPlanes other) {
        return new HalfPlanes(
                Math.max(left, other.left),
                Math.max(right, other.right),
                Math.max(slow, other.slow),
                Math.max(undecided, other.undecided),
                Math.max(total, other.total));
    }
}
