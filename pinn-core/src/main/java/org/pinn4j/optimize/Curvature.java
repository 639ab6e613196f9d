package org.pinn4j.optimize;

import org.pinn4j.blas.Blas;

/** The guard of quasi-Newton updates. */
final class Curvature {
    private static final double LEAST = 1e-16;

    private Curvature() {}

    /** yᵀs if it exceeds 1e-16·‖y‖‖s‖ and is finite, else 0: such a pair would spoil the positive definite H. */
    static double along(Blas blas, double[] s, double[] y) {
        int n = s.length;
        double curvature = blas.dot(n, y, 0, s, 0);
        double bound = LEAST * blas.nrm2(n, y, 0) * blas.nrm2(n, s, 0);
        return curvature > bound && Double.isFinite(1 / curvature) && Double.isFinite(curvature) ? curvature : 0;
    }
}
