package org.pinn4j.validation.theory;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.pinn4j.args.Args;
import org.pinn4j.optimize.LeastSquares;

/**
 * The spectrum of K = J Jᵀ at one set of parameters, J the Jacobian of the residuals: the neural tangent kernel of a loss ½‖r‖². Immutable.
 *
 * <p>Gradient descent with step η changes the residual by r ← (I − ηK) r + O(η²): the part of r along the i-th eigenvector is multiplied by
 * 1 − ηλ_i in every step for as long as K stays what it is. So it needs η &lt; 2/λ_1, and the slowest part then about λ_1/λ_n steps: the
 * condition of K is the price of a first-order method. Eigenvalues are the squared singular values of J, so that they are resolved down to
 * about 1e-30 of the largest and not to 1e-16.
 * <p>Sources: Jacot, Gabriel, Hongler, NeurIPS 2018, arXiv:1806.07572; of PINNs: Wang, Yu, Perdikaris, J. Comput. Phys. 449 (2022) 110768.
 */
public final class TangentKernel {
    private final double[] eigenvalues;
    private final RealMatrix modes;
    private final double roundOff;

    private TangentKernel(double[] eigenvalues, RealMatrix modes, double roundOff) {
        this.eigenvalues = eigenvalues;
        this.modes = modes;
        this.roundOff = roundOff;
    }

    /** Cost: a singular value decomposition of J [rows × parameters], so keep both in the hundreds. */
    public static TangentKernel of(LeastSquares f, double[] theta) {
        Args.given(f, "f");
        Args.atLeast(f.parameters(), theta, "theta");
        int n = f.rows();
        int p = f.parameters();
        double[] j = new double[n * p];
        f.jacobian(theta, 0, n, new double[n], j, n);
        double[][] rows = new double[n][p];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < p; k++) {
                rows[i][k] = j[k * n + i];
            }
        }
        SingularValueDecomposition svd = new SingularValueDecomposition(new Array2DRowRealMatrix(rows, false));
        double[] squares =
                DoubleStream.of(svd.getSingularValues()).map(s -> s * s).toArray();
        double smallest = Math.max(n, p) * 0x1p-52;
        return new TangentKernel(squares, svd.getU(), smallest * smallest * squares[0]);
    }

    /** λ_1 ≥ λ_2 ≥ …, min(rows, parameters) of them; K's others are zero. */
    public double[] eigenvalues() {
        return eigenvalues.clone();
    }

    /** How many eigenvalues are above the rounding of J. */
    public int rank() {
        return (int) Arrays.stream(eigenvalues).filter(l -> l > roundOff).count();
    }

    /** λ_1 over the smallest eigenvalue above the rounding of J. */
    public double condition() {
        return eigenvalues[0] / eigenvalues[rank() - 1];
    }

    /**
     * exp(−Σ q_i ln q_i) with q_i = λ_i/Σλ: how many eigenvalues carry the trace.
     * Source: Roy and Vetterli, The effective rank, EUSIPCO 2007.
     */
    public double effectiveRank() {
        double trace = Arrays.stream(eigenvalues).sum();
        double entropy = Arrays.stream(eigenvalues)
                .map(l -> l / trace)
                .filter(q -> q > 0)
                .map(q -> -q * Math.log(q))
                .sum();
        return Math.exp(entropy);
    }

    /** Gradient descent diverges from this step on: 2/λ_1. */
    public double largestStep() {
        return 2 / eigenvalues[0];
    }

    /** The parts of a residual along the eigenvectors, as many as {@link #eigenvalues}. */
    public double[] coefficients(double[] r) {
        Args.given(r, "r");
        return modes.preMultiply(r);
    }

    /** What the coefficients of r are after k steps of gradient descent, if K stays: c_i·(1 − ηλ_i)^k. */
    public double[] predicted(double[] r, double eta, int k) {
        Args.given(r, "r");
        double[] c = coefficients(r);
        for (int i = 0; i < c.length; i++) {
            c[i] *= Math.pow(1 - eta * eigenvalues[i], k);
        }
        return c;
    }

    /** Steps after which the i-th coefficient is divided by ten with step η = 1/λ_1: ln 10/−ln(1 − λ_i/λ_1). */
    public double stepsPerDigit(int i) {
        Args.index(i, eigenvalues.length, "i");
        return Math.log(10) / -Math.log1p(-eigenvalues[i] / eigenvalues[0]);
    }
}
