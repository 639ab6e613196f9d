package org.pinn4j.jets;

import java.util.Arrays;
import java.util.List;
import org.pinn4j.blas.Blas;
import org.pinn4j.network.Network;

/**
 * Gradient and Hessian-vector products of a network's output with respect to its inputs, by forward-over-reverse: the reverse
 * sweep is carried out in Taylor arithmetic along x + τ·v, and with the unit seed the input's adjoint is the jet of
 * ∇u(x + τv), whose constant is ∇u and whose slope is H·v. One sweep for all inputs, however many.
 * Source: Griewank and Walther, Evaluating Derivatives (2008), section 13.3.
 *
 * <p><b>Threads:</b> one owner. <b>Allocation:</b> none after construction.
 */
final class InputDerivatives {
    private static final DerivativePlan LINE = DerivativePlan.of(1, List.of(List.of(1)));
    private static final int CONSTANT = 0;
    private static final int SLOPE = 1;

    private final NetworkJets jets;
    private final int inputs;
    private final int maxPoints;
    private final double[] line;

    /** @param thetaOffset where the network's parameters begin in theta */
    public InputDerivatives(Network network, int thetaOffset, int maxPoints, Blas blas) {
        this.jets = new NetworkJets(network, thetaOffset, LINE, maxPoints, blas);
        this.inputs = network.inputs();
        this.maxPoints = maxPoints;
        this.line =
                new double[(inputs + 1) * LINE.channels() * maxPoints]; // one spare column for netlib's bounds check
    }

    /**
     * ∇u and H·v of one output at n points.
     * @param x inputs [inputs × n], feature by feature, and {@code v} likewise, read only
     * @param gradient overwritten: [inputs × n]
     * @param product overwritten: [inputs × n], H·v
     * @throws IllegalArgumentException if n is not between 1 and the size this was made for, or there is no such output
     */
    public void evaluate(
            double[] theta, int output, int n, double[] x, double[] v, double[] gradient, double[] product) {
        if (n < 1 || n > maxPoints || output < 0 || output >= jets.outputs()) {
            throw new IllegalArgumentException("need 1 to %d points and an output below %d, got %d points, output %d"
                    .formatted(maxPoints, jets.outputs(), n, output));
        }
        int rows = LINE.channels() * n;
        for (int k = 0; k < inputs; k++) {
            System.arraycopy(x, k * n, line, k * rows + CONSTANT * n, n);
            System.arraycopy(v, k * n, line, k * rows + SLOPE * n, n);
        }
        jets.forward(theta, line, 0, n, true);
        Arrays.fill(jets.seeds(), 0, jets.outputs() * rows, 0);
        Arrays.fill(jets.seeds(), output * rows + SLOPE * n, output * rows + SLOPE * n + n, 1);
        copy(jets.inputAdjoint(theta), n, gradient, product);
    }

    /** The adjoint of a jet has its coefficients in reverse: that of the slope is the constant of ∇u. */
    private void copy(double[] adjoint, int n, double[] gradient, double[] product) {
        int rows = LINE.channels() * n;
        for (int k = 0; k < inputs; k++) {
            System.arraycopy(adjoint, k * rows + SLOPE * n, gradient, k * n, n);
            System.arraycopy(adjoint, k * rows + CONSTANT * n, product, k * n, n);
        }
    }
}
