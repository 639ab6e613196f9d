package org.pinn4j.linear;

import java.util.Arrays;
import org.pinn4j.args.Args;
import org.pinn4j.blas.Matrices;

/**
 * R and Qᵀ·b of a factorisation A = Q·R: all that a least-squares problem needs of its rows. Immutable; computes with the workers
 * it was made with, which have to be open.
 *
 * <p><b>Solving.</b> Useful matrices of features depend on each other to round-off; conditions of 1e14 and more are normal. So
 * weights are those of [A; εD]·x = [b; 0], D the norms of A's columns (those of R): ε bounds the weights, and costs a residual
 * of ε·‖D·x‖. The other way, to truncate singular values, needs a singular value decomposition with vectors, some
 * thirty times the operations, and gains nothing: see {@link #RIDGE}.
 */
public final class Triangle {
    /**
     * The ridge ε, measured on features sin(w·x + b) with w uniform in [−B, B]² on a square of half-width 1, 400 columns, rows of
     * Poisson's equation 3 to 5 times as many, normalised columns, condition 1e17. Relative errors for B = 4 and 8, four rows a column: without a
     * ridge 1.1e-15 and 1.1e-14, with 1e-14 0.9e-15 and 1.5e-14, with 1e-12 4e-14 and 1.5e-13; truncated at 1e-15, the best
     * place, 2.5e-15 and 1.5e-14, at 1e-13 4e-14 and 1.3e-13. With data that no weights meet, here noise, what has no ridge is up to five
     * times worse; 1e-14 is as good as any. Weights then grow with the residual, up to half of it over ε: a larger ε, up to the residual,
     * costs nothing and keeps them small.
     */
    public static final double RIDGE = 1e-14;

    private final Tools tools;
    private final int n;
    private final int width;
    private final Upper r; // [n × width], below the diagonal zero
    private final double[] rest;

    /** Takes its arrays. */
    Triangle(Tools tools, int n, int width, double[] r, double[] rest) {
        this.tools = tools;
        this.n = n;
        this.width = width;
        this.r = new Upper(tools.blas(), n, r, Tools.ld(n));
        this.rest = rest;
    }

    public int columns() {
        return n;
    }

    public int rightHandSides() {
        return width - n;
    }

    /** R at row i and column j; from column {@code columns} on, Qᵀ·b. */
    public double entry(int i, int j) {
        Args.index(i, n, "i");
        Args.index(j, width, "j");
        return i <= j ? r.entry(i, j) : 0;
    }

    /** The norms of A's columns: [columns]. */
    public double[] norms() {
        return r.norms();
    }

    /** By right-hand side, the norm of what no combination of columns takes up, without a ridge. */
    public double[] unreached() {
        return rest.clone();
    }

    /** The triangle of the rows of this one and of those of another; their numbers give the order, see {@link TriangleTree}. */
    public Triangle with(Triangle other) {
        Args.given(other, "other");
        if (other.n != n || other.width != width) {
            throw new IllegalArgumentException("triangle: need %d columns and %d right-hand sides, got %d and %d"
                    .formatted(n, width - n, other.n, other.width - other.n));
        }
        double[] sum = r.r().clone();
        double[] below = other.r.r().clone();
        new Elimination(tools).eliminate(n, width, sum, r.ld(), Reflectors.of(below, r.ld(), n, true, n));
        double[] together = new double[rest.length];
        for (int c = 0; c < rest.length; c++) {
            double left = tools.blas().nrm2(n, below, (n + c) * r.ld());
            together[c] = Math.hypot(Math.hypot(rest[c], other.rest[c]), left);
        }
        return new Triangle(tools, n, width, sum, together);
    }

    /**
     * Weights for all right-hand sides; 2n³/3 flops.
     * @param ridge ε &gt;= 0, such as {@link #RIDGE}
     * @throws IllegalArgumentException when the rows hold NaN or infinity
     */
    public LinearSolution solve(double ridge) {
        double[] diagonal = diagonal(ridge);
        Ridge regular = Ridge.under(tools, n, width, r.r().clone(), r.ld(), diagonal);
        double[][] weights = new double[width - n][];
        double[] residuals = new double[width - n];
        for (int c = 0; c < weights.length; c++) {
            weights[c] = regular.solution(n + c);
            residuals[c] = residual(weights[c], r.r(), (n + c) * r.ld(), rest[c]);
        }
        return new LinearSolution(weights, residuals);
    }

    /** ‖A·x − b‖, from Qᵀ·b and the norm of what is beyond R. */
    double residual(double[] x, double[] q, int at, double beyond) {
        double[] difference = r.times(x);
        tools.blas().axpy(n, -1, q, at, difference, 0);
        return Math.hypot(beyond, tools.blas().nrm2(n, difference, 0));
    }

    /** ε times the norms; a column of zeros gets a weight of zero from any ridge. */
    double[] diagonal(double ridge) {
        if (!(ridge >= 0) || Double.isInfinite(ridge)) {
            throw new IllegalArgumentException("ridge: need a finite number >= 0, got " + ridge);
        }
        double[] norms = norms();
        for (int j = 0; j < n; j++) {
            if (!Double.isFinite(norms[j])) {
                throw new IllegalArgumentException(
                        "least squares: column %d of %d is not finite; look at the rows that were added"
                                .formatted(j, n));
            }
        }
        return Arrays.stream(norms).map(x -> ridge * (x == 0 ? 1 : x)).toArray();
    }

    Tools tools() {
        return tools;
    }

    Upper upper() {
        return r;
    }

    /** Factors that give columns norm one; 1 for a column of zeros. */
    private double[] scales() {
        return Arrays.stream(norms()).map(x -> x == 0 ? 1 : 1 / x).toArray();
    }

    /** An estimate of the condition in the 1-norm with columns scaled to norm one, without a ridge; n² flops, may be infinite. */
    public double condition() {
        return ConditionEstimate.of(r, scales());
    }

    /**
     * Singular values with columns scaled to norm one, the largest first: [columns]. Some 8n³/3 flops, half of them in
     * products with vectors, in one call: seconds from 1,600 columns on.
     */
    public double[] singularValues() {
        double[] scales = scales();
        double[] a = Matrices.allocate(n, n);
        for (int j = 0; j < n; j++) {
            for (int i = 0; i <= j; i++) {
                a[i + j * n] = r.entry(i, j) * scales[j];
            }
        }
        double[] values = new double[n];
        int info = tools.lapack().gesdd(n, a, n, values);
        if (info != 0) {
            throw new IllegalStateException("singular values of order %d: info %d".formatted(n, info));
        }
        return values;
    }

    /** How many {@link #singularValues} are above a part of the largest. */
    public int rank(double tolerance) {
        double[] values = singularValues();
        return (int)
                Arrays.stream(values).filter(s -> s > tolerance * values[0]).count();
    }
}
