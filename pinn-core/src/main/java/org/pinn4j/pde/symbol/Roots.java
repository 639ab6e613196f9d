package org.pinn4j.pde.symbol;

import java.util.Arrays;
import org.hipparchus.complex.Complex;

/**
 * All roots of a polynomial.
 * Source of the iteration: Aberth, Math. Comp. 27 (1973) 339; of its start: Bini, Numerical Algorithms 13 (1996) 179.
 */
public final class Roots {
    private static final int ITERATIONS = 300;
    private static final double SETTLED = 1e-10;
    /** Of the sizes that a value is the sum of: nothing is left of it then. */
    private static final double ROUNDING = 0x1p-50;

    private Roots() {}

    /** @param coefficients by rising power, the last not zero */
    public static Complex[] of(Complex[] coefficients) {
        int zeros = 0;
        while (zeros < coefficients.length - 1 && coefficients[zeros].isZero()) {
            zeros++;
        }
        Complex[] all = new Complex[coefficients.length - 1];
        Arrays.fill(all, Complex.ZERO);
        Complex[] others = roots(Arrays.copyOfRange(coefficients, zeros, coefficients.length));
        System.arraycopy(others, 0, all, zeros, others.length);
        return all;
    }

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

    /** p/p′ by Horner's rule; zero where p is nothing but rounding, as near a root of high multiplicity. */
    private static Complex quotient(Complex[] c, Complex z) {
        Complex p = Complex.ZERO;
        Complex slope = Complex.ZERO;
        double size = 0;
        double radius = z.norm();
        for (int k = c.length - 1; k >= 0; k--) {
            size = size * radius + c[k].norm();
            slope = slope.multiply(z).add(p);
            p = p.multiply(z).add(c[k]);
        }
        return p.norm() <= ROUNDING * size ? Complex.ZERO : p.divide(slope);
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
