package org.pinn4j.optimize;

/**
 * Geodesic acceleration: bends a Levenberg-Marquardt step v by half the acceleration a along it,
 * a = -(JᵀJ + lambda·D)⁻¹ Jᵀr'', r'' ≈ (2/h)·[(r(theta + h·v) - r)/h - J·v].
 * <p>J·v is never formed: v solves (JᵀJ + lambda·D) v = -g, so JᵀJ·v = -g - lambda·D·v, and
 * Jᵀr'' = (2/h)·[Jᵀ(r(theta + h·v) - r)/h + g + lambda·D·v] costs one forward and one reverse pass. The rounding error this
 * adds to a is about 2ε/(h·lambda) of v.
 * Source: Transtrum and Sethna, Improvements to the Levenberg-Marquardt algorithm for nonlinear least-squares minimization, arXiv:1201.5885.
 */
final class Geodesic {
    private static final double PROBE = 0.1;
    private static final double BOUND = 0.75;

    private final LeastSquares objective;
    private final DampedSystem system;
    private final double[] a;

    Geodesic(LeastSquares objective, DampedSystem system) {
        this.objective = objective;
        this.system = system;
        a = new double[objective.parameters()];
    }

    /**
     * v += a/2.
     * @param probe overwritten: [parameters]
     * @param rows overwritten: [rows]
     * @return false, with v as it was, if the acceleration is not finite or ‖a‖_D &gt; 0.75·‖v‖_D: the step is then too long
     *     for its own second-order model
     */
    boolean bend(double[] theta, double[] r, double[] g, double lambda, double[] v, double[] probe, double[] rows) {
        Vectors.move(theta, PROBE, v, probe);
        if (!Double.isFinite(objective.residuals(probe, rows))) {
            return false;
        }
        Vectors.subtract(rows, r, rows);
        objective.jtw(theta, rows, a);
        towards(g, lambda, v);
        system.solve(a);
        boolean trusted = system.scaledSquare(a) <= BOUND * BOUND * system.scaledSquare(v); // false for NaN
        if (trusted) {
            Vectors.move(v, 0.5, a, v);
        }
        return trusted;
    }

    /** a = -(2/h)·[a/h + g + lambda·D·v]. */
    private void towards(double[] g, double lambda, double[] v) {
        double[] scale = system.scale();
        for (int i = 0; i < a.length; i++) {
            a[i] = -2 / PROBE * (a[i] / PROBE + g[i] + lambda * scale[i] * v[i]);
        }
    }
}
