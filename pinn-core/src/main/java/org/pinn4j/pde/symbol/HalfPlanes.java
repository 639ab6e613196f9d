package org.pinn4j.pde.symbol;

import java.util.Arrays;
import org.hipparchus.complex.Complex;

/**
 * How many roots of a polynomial lie left of the imaginary axis, right of it, and too near to it to say.
 * Source of the iteration: Aberth, Math. Comp. 27 (1973) 339; of its start: Bini, Numerical Algorithms 13 (1996) 179.
 */
public record HalfPlanes(int left, int right, int undecided) {
    /** In units of the root's own size. A root of multiplicity four is found to 1e-4. */
    private static final double NEAR = 2e-3;

    private static final int ITERATIONS = 300;
    private static final double SETTLED = 1e-10;

    public int total() {
        return left + right + undecided;
    }

    /** @param coefficients by rising power, the last not zero */
    public static HalfPlanes of(Complex[] coefficients) {
        int zeros = 0;
        while (zeros < coefficients.length - 1 && coefficients[zeros].isZero()) {
            zeros++;
        }
        Complex[] c = Arrays.copyOfRange(coefficients, zeros, coefficients.length);
        int left = 0;
        int right = 0;
        Complex[] roots = roots(c);
        for (Complex z : roots) {
            left += z.getReal() < -NEAR * z.norm() ? 1 : 0;
            right += z.getReal() > NEAR * z.norm() ? 1 : 0;
        }
        return new HalfPlanes(left, right, zeros + roots.length - left - right);
    }

    /** All roots; NaN, which is in neither half plane, where the iteration did not settle. */
    private static Complex[] roots(Complex[] c) {
        Complex[] z = start(c);
        boolean moving = true;
        for (int k = 0; k < ITERATIONS && moving; k++) {
            moving = false;
            for (int i = 0; i < z.length; i++) {
                Complex step = step(c, z, i);
                z[i] = z[i].subtract(step);
                moving |= !(step.norm() <= SETTLED * z[i].norm());
            }
        }
        return z;
    }

    private static Complex step(Complex[] c, Complex[] z, int i) {
        Complex newton = quotient(c, z[i]);
        Complex others = Complex.ZERO;
        for (int j = 0; j < z.length; j++) {
            if (j != i) {
                others = others.add(Complex.ONE.divide(z[i].subtract(z[j])));
            }
        }
        Complex step = newton.divide(Complex.ONE.subtract(newton.multiply(others)));
        return step.isNaN() || step.isInfinite() ? Complex.ZERO : step;
    }

    /** p/p′ by Horner's rule. */
    private static Complex quotient(Complex[] c, Complex z) {
        Complex p = Complex.ZERO;
        Complex slope = Complex.ZERO;
        for (int k = c.length - 1; k >= 0; k--) {
            slope = slope.multiply(z).add(p);
            p = p.multiply(z).add(c[k]);
        }
        return p.isZero() ? Complex.ZERO : p.divide(slope);
    }

    /** On circles whose radii are the slopes of the upper hull of log|c|, each with as many points as its edge is long. */
    private static Complex[] start(Complex[] c) {
        Complex[] z = new Complex[c.length - 1];
        int from = 0;
        while (from < z.length) {
            int to = from + 1;
            double best = Double.NEGATIVE_INFINITY;
            for (int k = from + 1; k < c.length; k++) {
                double slope = (Math.log(c[k].norm()) - Math.log(c[from].norm())) / (k - from);
                if (slope >= best) {
                    best = slope;
                    to = k;
                }
            }
            for (int k = from; k < to; k++) {
                double angle = 2 * Math.PI * (k - from) / (to - from) + 0.7 + from;
                z[k] = new Complex(Math.cos(angle), Math.sin(angle)).multiply(Math.exp(-best));
            }
            from = to;
        }
        return z;
    }
}
