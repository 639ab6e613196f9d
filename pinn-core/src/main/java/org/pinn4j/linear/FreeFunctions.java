package org.pinn4j.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pinn4j.args.Args;

/**
 * The functions Φ·v that A hardly sees: the smallest ‖A·v‖ over ‖Φ·v‖, one after the other, each Φ·v orthogonal to those
 * before.
 *
 * <p><b>Why not the rank of A.</b> Every useful matrix of features has weights v without a function, ‖Φ·v‖ of the size of
 * round-off; A·v is then small as well and says nothing. Such v are kept out by a ridge: what is made small is
 * ‖A·v‖² + (δ·s·‖v‖)², columns of Φ at norm one, s the largest ‖a_j‖/‖φ_j‖; a function counts as far as its weights are below
 * 1/δ of it, and round-off of A is below the ridge. So a quotient q·s is told apart from zero for functions with ‖v‖ &lt; q/δ.
 *
 * <p><b>How.</b> With R̂ the triangle of [R_A; ridge] these are the largest singular values of R_Φ·R̂⁻¹, found by power steps of
 * 4n² flops. A free function stands out by orders, so two or three steps are enough; where nothing stands out, steps go on
 * until the value is settled to {@value #SETTLED}. A function that was found becomes one more row of A. A singular value decomposition of R_Φ would take minutes at 3,200 columns.
 * Source: Golub, Van Loan, Matrix Computations (2013), sections 8.2 and 8.7.
 */
public final class FreeFunctions {
    /** δ. */
    public static final double RIDGE = 1e-14;

    private static final double SETTLED = 1e-3;
    private static final int STEPS = 60;
    private static final double TURN =
            2.399963229728653; // the golden angle: start vectors with no pattern of the columns

    /**
     * A function that A hardly sees.
     * @param weights v, with ‖Φ·v‖ = 1: [columns]
     * @param size ‖A·v‖
     * @param scale s, the largest ‖a_j‖/‖φ_j‖
     */
    public record Function(double[] weights, double size, double scale) {
        public Function {
            Args.given(weights, "weights");
            weights = weights.clone();
        }

        @Override
        public double[] weights() {
            return weights.clone();
        }

        /** ‖A·v‖ over the scale: the size of round-off where A leaves the function free. */
        public double relative() {
            return size / scale;
        }
    }

    private final Upper a;
    private final Upper phi;
    private final Upper regular;
    private final Elimination elimination;
    private final double scale;

    private FreeFunctions(Triangle a, Triangle phi) {
        this.a = a.upper();
        this.phi = phi.upper();
        elimination = new Elimination(a.tools());
        scale = largestQuotient(a.norms(), phi.norms());
        double[] diagonal = phi.diagonal(RIDGE);
        Arrays.setAll(diagonal, j -> diagonal[j] * (scale == 0 ? 1 : scale));
        int n = a.columns();
        int ld = this.a.ld();
        regular = Ridge.under(a.tools(), n, n, Arrays.copyOf(this.a.r(), (n + 1) * ld), ld, diagonal)
                .r();
    }

    private static double largestQuotient(double[] of, double[] by) {
        double largest = 0;
        for (int j = 0; j < of.length; j++) {
            largest = Math.max(largest, by[j] == 0 ? 0 : of[j] / by[j]);
        }
        return largest;
    }

    /**
     * Those with the smallest quotients, in that order up to round-off and {@value #SETTLED}.
     * @param a the rows of a statement
     * @param phi the values of the fields, the same columns
     * @param count how many at most; fewer where Φ has no more functions
     */
    public static List<Function> of(Triangle a, Triangle phi, int count) {
        Args.given(a, "a", phi, "phi");
        if (a.columns() != phi.columns()) {
            throw new IllegalArgumentException(
                    "free functions: need the same columns, got %d and %d".formatted(a.columns(), phi.columns()));
        }
        FreeFunctions search = new FreeFunctions(a, phi);
        List<Function> found = new ArrayList<>();
        for (int k = 0; k < Math.min(count, a.columns()) && search.add(found); k++) {}
        return found;
    }

    /** Looks for one more; false if nothing is left. */
    private boolean add(List<Function> found) {
        double[] z = image();
        if (z == null) {
            return false;
        }
        double[] v = weights(z);
        scale(v, 1 / norm(phi.times(v)));
        found.add(new Function(v, norm(a.times(v)), scale));
        hold(z);
        return true;
    }

    /** R_Φ·v of norm one for the v that is wanted, or null. */
    private double[] image() {
        double[] z = new double[phi.n()];
        Arrays.setAll(z, j -> Math.cos(TURN * (j + 1) * (j + 2) / 2));
        double size = norm(z);
        double before = 0;
        for (int step = 0; step < STEPS && size > 0 && Math.abs(size - before) > SETTLED * size; step++) {
            scale(z, 1 / size);
            before = size;
            z = phi.times(weights(z));
            size = norm(z);
        }
        scale(z, 1 / size);
        return size > 0 ? z : null;
    }

    /** (R̂ᵀR̂)⁻¹·R_Φᵀ·z. */
    private double[] weights(double[] z) {
        double[] v = phi.transposedTimes(z);
        regular.solveTransposed(v);
        regular.solve(v);
        return v;
    }

    /** One more row, (R_Φᵀ·z)·s: a function that was found is no longer free, those orthogonal to it are as before. */
    private void hold(double[] z) {
        int n = phi.n();
        double[] row = Arrays.copyOf(phi.transposedTimes(z), n + 1);
        scale(row, scale == 0 ? 1 : scale);
        elimination.eliminate(n, n, regular.r(), regular.ld(), Reflectors.of(row, 1, 1, false, n));
    }

    private double norm(double[] x) {
        return phi.blas().nrm2(x.length, x, 0);
    }

    private static void scale(double[] x, double factor) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
        }
    }
}
