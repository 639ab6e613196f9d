package org.pinn4j.optimize;

import org.pinn4j.blas.Blas;
import org.pinn4j.blas.BlockedCholesky;
import org.pinn4j.blas.Matrices;
import org.pinn4j.blas.Op;
import org.pinn4j.parallel.Workers;

/**
 * JJᵀ of the rows of an objective and the factor of JJᵀ + λI: what stands in the place of JᵀJ where there are fewer rows than
 * parameters. Blocks of a constant size are one product each over all parameters, so that the bits do not depend on the workers.
 */
final class Kernel {
    private static final int BLOCK =
            96; // of rows and columns; as in the factorisation, a block of J is read from the cache
    private static final int TRIES = 8;

    private final LeastSquares objective;
    private final Blas blas;
    private final Workers workers;
    private final BlockedCholesky cholesky;
    private final Workers.Task blockTask = (worker, block) -> block(block);
    private int n;
    private double[] j = {};
    private double[] r = {};
    private double[] gram;
    private double trace; // of JJᵀ
    private double[] factor;

    Kernel(LeastSquares objective, Algebra algebra) {
        this.objective = objective;
        this.blas = algebra.blas();
        this.workers = algebra.workers();
        this.cholesky = new BlockedCholesky(blas, algebra.lapack(), workers);
    }

    int rows() {
        return n;
    }

    /** J, column-major [rows × parameters] with the leading dimension rows. */
    double[] jacobian() {
        return j;
    }

    double[] residuals() {
        return r;
    }

    /** J, r and JJᵀ; returns ½‖r‖², NaN where any of it is no number. */
    double form(double[] theta) {
        fit();
        objective.jacobian(theta, 0, n, r, j, n);
        int blocks = (n + BLOCK - 1) / BLOCK;
        workers.forEach(blocks * (blocks + 1) / 2, blockTask);
        double square = blas.dot(n, r, 0, r, 0);
        trace = 0;
        for (int i = 0; i < n; i++) {
            trace += gram[i + i * n];
        }
        return Double.isFinite(trace) ? square / 2 : Double.NaN;
    }

    private void fit() {
        if (objective.rows() == n) {
            return;
        }
        n = objective.rows();
        long entries = (long) n * (objective.parameters() + 1);
        if (entries > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "SPRING: a Jacobian of %,d rows × %,d parameters is more than one array holds; draw at most about %,d points"
                            .formatted(n, objective.parameters(), Integer.MAX_VALUE / (objective.parameters() + 1)));
        }
        j = new double[(int) entries];
        r = new double[n];
        gram = Matrices.allocate(n, n);
        factor = Matrices.allocate(n, n);
    }

    /** The lower triangle, block after block by columns. */
    private void block(int number) {
        int blocks = (n + BLOCK - 1) / BLOCK;
        int column = 0;
        int k = number;
        for (; k >= blocks - column; column++) {
            k -= blocks - column;
        }
        int from = (column + k) * BLOCK;
        int at = column * BLOCK;
        blas.gemm(
                Op.NONE,
                Op.TRANSPOSE,
                Math.min(BLOCK, n - from),
                Math.min(BLOCK, n - at),
                objective.parameters(),
                1,
                j,
                from,
                n,
                j,
                at,
                n,
                0,
                gram,
                from + at * n,
                n);
    }

    /**
     * w becomes (JJᵀ + λI)⁻¹·w, λ = damping times the mean of the diagonal, or the least multiple of it by powers of ten that
     * factors; false if none does.
     */
    boolean solve(double damping, double[] w) {
        double lambda = damping * trace / n;
        for (int k = 0; k < TRIES; k++) {
            System.arraycopy(gram, 0, factor, 0, n * n);
            for (int i = 0; i < n; i++) {
                factor[i + i * n] += lambda;
            }
            if (cholesky.factor(n, factor, n) == 0) {
                cholesky.solve(n, 1, factor, n, w, 0, n);
                return true;
            }
            lambda *= 10;
        }
        return false;
    }
}
