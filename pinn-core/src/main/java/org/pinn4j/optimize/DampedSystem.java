package org.pinn4j.optimize;

import org.pinn4j.blas.Blas;
import org.pinn4j.blas.BlockedCholesky;
import org.pinn4j.blas.Matrices;
import org.pinn4j.blas.Op;
import org.pinn4j.parallel.Workers;

/**
 * The matrix JᵀJ + lambda·D of a Levenberg-Marquardt step and its Cholesky factor. JᵀJ is kept beside the factor, so a
 * retry with another lambda costs a copy and a factorisation.
 * <p>D is Marquardt's scaling, the diagonal of JᵀJ, here the largest one seen with a slow decay: it makes the step
 * independent of the units of the parameters and keeps directions that went flat for a moment from running away.
 * Source: Moré, The Levenberg-Marquardt algorithm: implementation and theory (1978), who takes the maximum without decay.
 */
final class DampedSystem {
    private static final double ROUND_OFF = 1e-15;
    private static final int COLUMNS = 64;

    private final Blas blas;
    private final BlockedCholesky cholesky;
    private final Workers workers;
    private final Workers.Task copyTask = (worker, block) -> copyColumns(block);
    private final int n;
    private final double[] gram;
    private final double[] factor;
    private final double[] scale;
    private final double decay;
    private final double floor;
    private double damping;

    DampedSystem(Algebra algebra, int n, double decay, double floor) {
        blas = algebra.blas();
        cholesky = new BlockedCholesky(blas, algebra.lapack(), algebra.workers());
        workers = algebra.workers();
        this.n = n;
        this.decay = decay;
        this.floor = floor;
        gram = Matrices.allocate(n, n);
        factor = Matrices.allocate(n, n);
        scale = new double[n];
    }

    /** The lower triangle of JᵀJ, column-major [n × n], for the objective to fill. */
    double[] gram() {
        return gram;
    }

    /** D: [n], positive wherever JᵀJ is not zero. */
    double[] scale() {
        return scale;
    }

    boolean finiteDiagonal() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += gram[i + i * n] * 0;
        }
        return sum == 0;
    }

    /** Takes the diagonal of a new JᵀJ into D. */
    void rescale() {
        double largest = 0;
        for (int i = 0; i < n; i++) {
            scale[i] = Math.max(decay * scale[i], gram[i + i * n]);
            largest = Math.max(largest, scale[i]);
        }
        for (int i = 0; i < n; i++) {
            scale[i] = Math.max(scale[i], floor * largest);
        }
    }

    /** Factors JᵀJ + lambda·D; false if it is not positive definite in floating point. */
    boolean factor(double lambda) {
        damping = lambda;
        workers.forEach((n + COLUMNS - 1) / COLUMNS, copyTask);
        return cholesky.factor(n, factor, n) == 0;
    }

    private void copyColumns(int block) {
        int end = Math.min(n, (block + 1) * COLUMNS);
        for (int j = block * COLUMNS; j < end; j++) {
            int diagonal = j + j * n;
            System.arraycopy(gram, diagonal, factor, diagonal, n - j);
            factor[diagonal] += damping * scale[j];
        }
    }

    /** Factors JᵀJ itself, or where that is singular in floating point JᵀJ + lambda·D with the least lambda that will do. */
    void factorLeast() {
        double lambda = 0;
        while (!factor(lambda)) {
            lambda = Math.max(4 * lambda, ROUND_OFF);
            if (lambda > 1) {
                throw new IllegalStateException("JᵀJ is zero: no parameter has any effect here");
            }
        }
    }

    /** b = (JᵀJ + lambda·D)⁻¹·b by the last factor. */
    void solve(double[] b) {
        cholesky.solve(n, 1, factor, n, b, 0, n);
    }

    /** √(σ²·(JᵀJ)⁻¹ᵢᵢ), σ² = square/(rows - n); with JᵀJ = LLᵀ the diagonal entry is ‖L⁻¹eᵢ‖². */
    double[] standardErrors(double square, int rows, int[] indices) {
        if (rows <= n) {
            throw new IllegalStateException(
                    "standard errors: need more rows than parameters, got %d rows for %d; add points"
                            .formatted(rows, n));
        }
        factorLeast();
        double sigma = Math.sqrt(square / (rows - n));
        double[] errors = new double[indices.length];
        for (int k = 0; k < indices.length; k++) {
            double[] unit = new double[n];
            unit[indices[k]] = 1;
            blas.trsm(true, Op.NONE, n, 1, 1, factor, 0, n, unit, 0, n);
            errors[k] = sigma * blas.nrm2(n, unit, 0);
        }
        return errors;
    }

    /** vᵀDv. */
    double scaledSquare(double[] v) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += scale[i] * v[i] * v[i];
        }
        return sum;
    }
}
