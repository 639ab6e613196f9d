package org.pinn4j.pde;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.complex.Complex;
import org.pinn4j.pde.symbol.HalfPlanes;
import org.pinn4j.pde.symbol.PolynomialMatrix;
import org.pinn4j.random.RandomStream;

/**
 * How many modes e^(τt + ξd·x + iη·x) a block of equations has that decay along a direction d, that decay against it, that do neither, and that
 * hardly change over the domain: the roots ξ of the determinant of its symbol, coefficients frozen at a point.
 * As many conditions as decaying modes belong on each part of the boundary, d pointing inward (Kreiss, Comm. Pure Appl. Math. 23 (1970) 277, for hyperbolic
 * systems; Agmon, Douglis, Nirenberg, Comm. Pure Appl. Math. 17 (1964) 35, for elliptic ones); where time runs and Re τ is large, the numbers
 * do not depend on τ and η (Hersh, J. Math. Mech. 12 (1963) 317).
 */
final class Symbol {
    /** Of frequencies, over the lengths of their axes: in a direction that runs, beside one, and where none does. */
    private static final double RUNNING = 1e8;

    private static final double BESIDE = 30;
    private static final double ALONE = 1e3;
    /** Roots of lower orders: more e-foldings over the domain than this are a layer at an end. */
    private static final double SLOW = 1e3;
    /** Generic: no root of a real equation of order up to eight lies on an axis of the plane for it. */
    private static final double ANGLE = 0.35;
    /** A coefficient this far below its size inside the domain vanishes on the end, as r² does at r = 0 and sin πx at x = 1. */
    private static final double VANISHES = 1e-9;

    private final EquationSystem system;
    private final double[] direction;
    private final Complex[] frequency;
    private final double slow;

    private Symbol(EquationSystem system, double[] direction, Complex[] frequency, double slow) {
        this.system = system;
        this.direction = direction;
        this.frequency = frequency;
        this.slow = slow;
    }

    /**
     * @param extents of the axes, finite
     * @param direction of ξ, a unit vector by axis
     * @param running by axis, 1 if solutions run from its start to its end, −1 if back, 0 if they do neither
     */
    static Symbol of(
            EquationSystem system, List<Axis> extents, double[] direction, int[] running, RandomStream random) {
        double beside = Arrays.stream(running).allMatch(r -> r == 0) ? ALONE : BESIDE;
        return of(system, extents, direction, running, beside, random);
    }

    /** @param beside the frequencies of axes that do not run, over their lengths */
    static Symbol of(
            EquationSystem system,
            List<Axis> extents,
            double[] direction,
            int[] running,
            double beside,
            RandomStream random) {
        int n = direction.length;
        double[] size = IntStream.range(0, n)
                .mapToDouble(b -> (1 + random.nextDouble()) / extents.get(b).length() * (random.nextBoolean() ? 1 : -1))
                .toArray();
        double along = IntStream.range(0, n)
                .mapToDouble(b -> running[b] == 0 ? size[b] * direction[b] : 0)
                .sum();
        double length = IntStream.range(0, n)
                .mapToDouble(b -> Math.abs(direction[b]) * extents.get(b).length())
                .sum();
        Complex[] frequency = new Complex[n];
        for (int b = 0; b < n; b++) {
            frequency[b] = running[b] != 0
                    ? new Complex(Math.cos(ANGLE), Math.sin(ANGLE)).multiply(running[b] * Math.abs(size[b]) * RUNNING)
                    : new Complex(0, (size[b] - along * direction[b]) * beside);
        }
        return new Symbol(system, direction, frequency, SLOW / length);
    }

    /** At given frequencies. */
    static Symbol of(EquationSystem system, double[] direction, Complex[] frequency) {
        return new Symbol(system, direction, frequency, 0);
    }

    /**
     * @param coefficients of all terms at the point
     * @param inside the same inside the domain, for their sizes
     * @return none if a coefficient is not defined there or the determinant vanishes
     */
    HalfPlanes modes(int[] block, double[] coefficients, double[] inside) {
        Complex[] determinant = determinant(block, coefficients, inside);
        return determinant.length == 0
                ? HalfPlanes.NONE
                : HalfPlanes.of(determinant, determinant(block, coefficients, inside, HalfPlanes.FASTER), slow);
    }

    /** The number of modes alone. */
    HalfPlanes degree(int[] block, double[] coefficients, double[] inside) {
        int degree = Math.max(0, determinant(block, coefficients, inside).length - 1);
        return new HalfPlanes(0, 0, 0, degree, degree);
    }

    /** By rising powers of ξ; empty if a coefficient is not defined there or the determinant vanishes. */
    Complex[] determinant(int[] block, double[] coefficients) {
        return determinant(block, coefficients, coefficients);
    }

    private Complex[] determinant(int[] block, double[] coefficients, double[] inside) {
        boolean defined = IntStream.range(0, coefficients.length)
                .allMatch(k -> Double.isFinite(coefficients[k]) || !isOf(block, k));
        return defined ? determinant(block, coefficients, inside, 1) : new Complex[0];
    }

    private boolean isOf(int[] block, int term) {
        LinearTerms.Term t = system.linear.terms().get(term);
        return place(block, t.equation()) >= 0 && place(block, t.field()) >= 0;
    }

    private Complex[] determinant(int[] block, double[] coefficients, double[] inside, double faster) {
        PolynomialMatrix matrix = new PolynomialMatrix(block.length);
        for (int k = 0; k < coefficients.length; k++) {
            if (!isOf(block, k) || Math.abs(coefficients[k]) <= VANISHES * Math.abs(inside[k])) {
                continue;
            }
            LinearTerms.Term t = system.linear.terms().get(k);
            Complex[] powers = powers(t, faster);
            for (int p = 0; p < powers.length; p++) {
                if (!powers[p].isZero()) {
                    matrix.add(
                            place(block, t.equation()),
                            place(block, t.field()),
                            p,
                            powers[p].multiply(coefficients[k]));
                }
            }
        }
        return matrix.determinant();
    }

    /** ∏ (frequency + direction·ξ)^order by powers of ξ. */
    private Complex[] powers(LinearTerms.Term t, double faster) {
        Complex[] product = {Complex.ONE};
        for (int b : t.along()) {
            for (int k = 0; k < t.orders().get(b); k++) {
                product = times(product, frequency[b].multiply(faster), direction[b]);
            }
        }
        return product;
    }

    private static Complex[] times(Complex[] p, Complex constant, double slope) {
        Complex[] result = new Complex[slope == 0 ? p.length : p.length + 1];
        for (int k = 0; k < result.length; k++) {
            Complex own = k < p.length ? p[k].multiply(constant) : Complex.ZERO;
            result[k] = k > 0 && slope != 0 ? own.add(p[k - 1].multiply(slope)) : own;
        }
        return result;
    }

    /** Whether a block differentiates along this axis alone, so that any of its conditions may stand on either end. */
    static boolean ordinary(EquationSystem system, int[] block, int axis) {
        return system.linear.terms().stream()
                .filter(t -> place(block, t.equation()) >= 0 && place(block, t.field()) >= 0)
                .allMatch(t -> Arrays.stream(t.along()).allMatch(b -> b == axis));
    }

    /** Whether the equations of a block have the same coefficients everywhere and in every state. */
    static boolean constant(EquationSystem system, int[] block) {
        return system.linear.terms().stream()
                .filter(t -> place(block, t.equation()) >= 0 && place(block, t.field()) >= 0)
                .allMatch(t -> t.coefficient() instanceof Constant);
    }

    private static int place(int[] block, int member) {
        for (int k = 0; k < block.length; k++) {
            if (block[k] == member) {
                return k;
            }
        }
        return -1;
    }
}
