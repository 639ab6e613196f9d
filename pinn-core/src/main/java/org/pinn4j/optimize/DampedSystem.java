package org.pinn4j.optimize;

import org.pinn4j.blas.Blas;
import org.pinn4j.blas.Matrices;
import org.pinn4j.blas.Op;

/**
 * The matrix JᵀJ + lambda·D of a Levenberg-Marquardt step and its Cholesky factor. JᵀJ is kept beside the factor, so a
 * retry with another lambda costs a copy and a factorisation.
 * <p>D is Marquardt's scaling, the diagonal of JᵀJ, here the largest one seen with a slow decay: it makes the step
 * independent of the units of the parameters and keeps directions that went flat for a moment from running away.
 * Source: Moré, The Levenberg-Marquardt algorithm: implementation and theory (1978), who takes the maximum without decay.
 */
final class DampedSystem {
    private final Algebra algebra;
    private final int n;
    private final double[] gram;
    private final double[] factor;
    private final double[] scale;
    private final double decay;
    private final double floor;

    DampedSystem(Algebra algebra, int n, double decay, double floor) {
        this.algebra = algebra;
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
        for (int j = 0; j < n; j++) {
            int diagonal = j + j * n;
            System.arraycopy(gram, diagonal, factor, diagonal, n - j);
            factor[diagonal] = Math.fma(lambda, scale[j], factor[diagonal]);
        }
        return algebra.lapack().potrf(n, factor, 0, n) == 0;
    }

    /** b = (JᵀJ + lambda·D)⁻¹·b by the last factor. */
    void solve(double[] b) {
        halfSolve(b);
        algebra.blas().trsm(true, Op.TRANSPOSE, n, 1, 1, factor, 0, n, b, 0, n);
    }

    /** b = L⁻¹·b, so that ‖b‖² becomes bᵀ(JᵀJ + lambda·D)⁻¹b. */
    void halfSolve(double[] b) {
        Blas blas = algebra.blas();
        blas.trsm(true, Op.NONE, n, 1, 1, factor, 0, n, b, 0, n);
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
