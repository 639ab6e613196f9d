package org.pinn4j.validation.evolution;

import java.util.stream.IntStream;
import org.pinn4j.validation.system.BandMatrix;
import org.pinn4j.validation.system.ImplicitSystem;

/**
 * The unknowns that the algebraic rows of a system give when the differential ones are known, such as values on a boundary, by Newton's
 * method with a matrix that is renewed when it converges slowly. Confined to one thread.
 */
final class AlgebraicUnknowns {
    private static final int MOST_ITERATIONS = 30;
    /** Corrections that fall by less renew the matrix: it costs as much as many evaluations of the rows. */
    private static final double SLOW = 0.2;

    /** A correction this far below the unknowns is the last: it is made, and the next would be smaller by its convergence. */
    private static final double ROUND_OFF = 1e-14;
    /** Corrections below this share of the unknowns that no longer fall are rounding. */
    private static final double ROUNDING = 1e-10;
    /** Part of a step by which rows are differenced in time: of order 6, at a step with ωh = 1 to 1e-10 of ω. */
    private static final double PART = 1.0 / 32;
    /** The derivative at 0 from values at 0, 1, ..., 6: order 6. Source: Fornberg, Math. Comp. 51 (1988) 699, table 3. */
    private static final double[] ONE_SIDED = {-49.0 / 20, 6, -15.0 / 2, 20.0 / 3, -15.0 / 4, 6.0 / 5, -1.0 / 6};

    private final ImplicitSystem system;
    private final int[] rows;
    private final double[] f;
    private final double[] moved;
    private final double[] change;
    private BandMatrix factors;

    AlgebraicUnknowns(ImplicitSystem system) {
        this.system = system;
        int n = system.size();
        this.rows = IntStream.range(0, n).filter(system::algebraic).toArray();
        this.f = new double[n];
        this.moved = new double[n];
        this.change = new double[rows.length];
    }

    /** @param y [n], the algebraic unknowns overwritten @return false if the iteration does not converge */
    boolean solve(double t, double[] y) {
        double before = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            if (rows.length == 0) {
                return true;
            }
            if (factors == null && !linearise(t, y)) {
                return false;
            }
            system.algebraicResidual(t, y, f);
            double largest = correct(y);
            double size = largest(y);
            if (!(largest < Double.MAX_VALUE)) {
                return false;
            }
            if (largest <= ROUND_OFF * size) {
                return true;
            }
            if (largest > SLOW * before) {
                if (largest <= ROUNDING * size) {
                    return true;
                }
                factors = null;
            }
            before = largest;
        }
        return false;
    }

    /** x -= A⁻¹ f in the algebraic unknowns. @return the largest change */
    private double correct(double[] x) {
        for (int k = 0; k < rows.length; k++) {
            change[k] = f[rows[k]];
        }
        factors.solve(change);
        for (int k = 0; k < rows.length; k++) {
            x[rows[k]] -= change[k];
        }
        return largest(change);
    }

    /** @return false if the rows do not determine the unknowns */
    private boolean linearise(double t, double[] y) {
        BandMatrix whole = system.matrix();
        system.jacobian(t, y, new double[y.length], 0, whole);
        int lower = 0;
        int upper = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                boolean entry = whole.get(rows[i], rows[j]) != 0;
                lower = entry ? Math.max(lower, i - j) : lower;
                upper = entry ? Math.max(upper, j - i) : upper;
            }
        }
        factors = new BandMatrix(rows.length, lower, upper);
        for (int i = 0; i < rows.length; i++) {
            for (int j = Math.max(0, i - lower); j <= Math.min(rows.length - 1, i + upper); j++) {
                factors.add(i, j, whole.get(rows[i], rows[j]));
            }
        }
        return factors.factorise();
    }

    /**
     * The derivatives in time of the unknowns, from that of the rows: d/dt F(t, y(t)) = 0.
     * @param y [n], a consistent state
     * @param yDot [n], the algebraic unknowns overwritten
     * @param step signed: the rows are differenced within it
     */
    void rates(double t, double[] y, double[] yDot, double step) {
        double before = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < MOST_ITERATIONS && rows.length > 0; iteration++) {
            difference(t, y, yDot, PART * step);
            double largest = correct(yDot);
            if (!(largest > ROUNDING * largest(yDot)) || largest > SLOW * before) {
                return;
            }
            before = largest;
        }
    }

    /** f = d/dτ F(t + τ, y + τ y'). */
    private void difference(double t, double[] y, double[] yDot, double tau) {
        double[] sum = new double[rows.length];
        for (int k = 0; k < ONE_SIDED.length; k++) {
            for (int i = 0; i < y.length; i++) {
                moved[i] = y[i] + k * tau * yDot[i];
            }
            system.algebraicResidual(t + k * tau, moved, f);
            for (int i = 0; i < rows.length; i++) {
                sum[i] += ONE_SIDED[k] * f[rows[i]] / tau;
            }
        }
        for (int i = 0; i < rows.length; i++) {
            f[rows[i]] = sum[i];
        }
    }

    private static double largest(double[] x) {
        double largest = 0;
        for (double v : x) {
            largest = Math.max(largest, Math.abs(v));
        }
        return largest;
    }
}
