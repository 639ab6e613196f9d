package org.pinn4j.pde;

import java.util.List;
import org.hipparchus.complex.Complex;
import org.pinn4j.pde.symbol.HalfPlanes;
import org.pinn4j.pde.symbol.PolynomialMatrix;
import org.pinn4j.random.RandomStream;

/**
 * How many modes e^(τt + ξx + iη·y) a block of equations has that decay from the lower end of an axis into the domain, that
 * decay from the upper end, and that do neither: the roots ξ of the determinant of its symbol, coefficients frozen at a point.
 * As many conditions as decaying modes belong on each end (Kreiss, Comm. Pure Appl. Math. 23 (1970) 277, for hyperbolic
 * systems; Agmon, Douglis, Nirenberg, Comm. Pure Appl. Math. 17 (1964) 35, for elliptic ones); where time runs and Re τ is large, the numbers
 * do not depend on τ and η (Hersh, J. Math. Mech. 12 (1963) 317).
 */
final class Symbol {
    private static final double SPACE_ALONE = 1e3;
    private static final double SPACE = 30;
    private static final double TIME = 1e8;
    /** Generic: no root of a real equation of order up to eight lies on an axis of the plane for it. */
    private static final double ANGLE = 0.35;
    /** A coefficient this far below its size inside the domain vanishes on the end, as r² does at r = 0 and sin πx at x = 1. */
    private static final double VANISHES = 1e-9;

    private final EquationSystem system;
    private final List<Axis> axes;
    private final int axis;
    private final Complex[] frequency;

    /** @param forward whether the problem runs from the start of time to its end */
    Symbol(EquationSystem system, List<Axis> axes, int axis, boolean forward, RandomStream random) {
        this.system = system;
        this.axes = axes;
        this.axis = axis;
        this.frequency = new Complex[axes.size()];
        boolean evolves = axes.stream().anyMatch(Axis::isTime);
        for (int b = 0; b < frequency.length; b++) {
            double size = (1 + random.nextDouble()) / axes.get(b).length() * (random.nextBoolean() ? 1 : -1);
            Complex growing = new Complex(Math.cos(ANGLE), Math.sin(ANGLE)).multiply(Math.abs(size) * TIME);
            frequency[b] = axes.get(b).isTime()
                    ? forward ? growing : growing.negate()
                    : new Complex(0, size * (evolves ? SPACE : SPACE_ALONE));
        }
    }

    /**
     * @param coefficients of all terms at the point
     * @param inside the same inside the domain, for their sizes
     * @return null if a coefficient is not defined there or the determinant vanishes
     */
    HalfPlanes modes(int[] block, double[] coefficients, double[] inside) {
        PolynomialMatrix matrix = new PolynomialMatrix(block.length);
        for (int k = 0; k < coefficients.length; k++) {
            LinearTerms.Term t = system.linear.terms().get(k);
            int row = place(block, t.equation());
            int column = place(block, t.field());
            if (row < 0 || column < 0 || Math.abs(coefficients[k]) <= VANISHES * Math.abs(inside[k])) {
                continue;
            }
            if (!Double.isFinite(coefficients[k])) {
                return null;
            }
            matrix.add(row, column, t.orders()[axis], factor(t.orders()).multiply(coefficients[k]));
        }
        Complex[] determinant = matrix.determinant();
        return determinant.length == 0 ? null : HalfPlanes.of(determinant);
    }

    private Complex factor(int[] orders) {
        Complex factor = Complex.ONE;
        for (int b = 0; b < orders.length; b++) {
            factor = b == axis ? factor : factor.multiply(frequency[b].pow(orders[b]));
        }
        return factor;
    }

    /** Whether a block differentiates along this axis alone, so that any of its conditions may stand on either end. */
    boolean ordinary(int[] block) {
        return axes.get(axis).isTime()
                || system.linear.terms().stream()
                        .filter(t -> place(block, t.equation()) >= 0 && place(block, t.field()) >= 0)
                        .allMatch(t -> java.util.Arrays.stream(t.orders()).sum() == t.orders()[axis]);
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
