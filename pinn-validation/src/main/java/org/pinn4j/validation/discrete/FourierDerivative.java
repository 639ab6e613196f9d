package org.pinn4j.validation.discrete;

import java.util.Arrays;
import org.pinn4j.blas.Backends;
import org.pinn4j.blas.Blas;
import org.pinn4j.blas.Op;

/**
 * Derivatives of the trigonometric interpolant by its modes: û = B u, each mode times (2πk/L)ᵐ with its phase turned by m·π/2, and
 * back by Bᵀ. Rounding of the values is multiplied by kᵐ in mode k alone, where a row of weights spreads that of the highest modes
 * over all of them; a flow that amplifies low modes and damps high ones then loses digits to it.
 */
final class FourierDerivative implements AxisDerivative {
    private final int n;
    private final double wave;
    /** Row r holds a mode at all nodes, [n × n] column-major: 1, cos θ, sin θ, cos 2θ, ..., for even n last cos(nθ/2). */
    private final double[] basis;

    private final double[] known;
    private final double[] modes;
    private final double[] turned;
    private final Blas blas = Backends.select("auto").blas();

    /** @param length of the period */
    FourierDerivative(int n, double length) {
        this.n = n;
        this.wave = 2 * Math.PI / length;
        this.basis = new double[n * n];
        this.known = new double[n];
        this.modes = new double[n];
        this.turned = new double[n];
        for (int j = 0; j < n; j++) {
            for (int r = 0; r < n; r++) {
                double phase = 2 * Math.PI * ((long) waves(r) * j % n) / n;
                basis[j * n + r] = isCosine(r) ? Math.cos(phase) : Math.sin(phase);
            }
        }
        Arrays.fill(known, Double.NaN);
    }

    private static int waves(int row) {
        return (row + 1) / 2;
    }

    private static boolean isCosine(int row) {
        return row % 2 == 1 || row == 0;
    }

    @Override
    public void apply(int order, double[] u, double[] out) {
        transform(u);
        Arrays.fill(turned, 0);
        turned[0] = order == 0 ? modes[0] : 0;
        for (int r = 1; r < n; r += 2) {
            double power = Math.pow(waves(r) * wave, order);
            if (r + 1 == n) {
                turned[r] = order % 2 == 1 ? 0 : (order == 2 ? -power : power) * modes[r];
            } else {
                turn(order, power, r);
            }
        }
        blas.gemv(Op.TRANSPOSE, n, n, 1, basis, 0, n, turned, 0, 0, out, 0);
    }

    /** d/dθ (a cos θ + b sin θ) = b cos θ − a sin θ, order times. */
    private void turn(int order, double power, int r) {
        double sign = order % 4 < 2 ? power : -power;
        boolean odd = order % 2 == 1;
        turned[r] = odd ? sign * modes[r + 1] : sign * modes[r];
        turned[r + 1] = odd ? -sign * modes[r] : sign * modes[r + 1];
    }

    /** Kept for the derivatives of other orders that an equation takes of the same values. */
    private void transform(double[] u) {
        if (Arrays.equals(u, known)) {
            return;
        }
        System.arraycopy(u, 0, known, 0, n);
        blas.gemv(Op.NONE, n, n, 1, basis, 0, n, known, 0, 0, modes, 0);
        for (int r = 0; r < n; r++) {
            boolean single = r == 0 || r + 1 == n && n % 2 == 0;
            modes[r] *= (single ? 1.0 : 2.0) / n;
        }
    }
}
