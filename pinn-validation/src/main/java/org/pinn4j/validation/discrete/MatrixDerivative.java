package org.pinn4j.validation.discrete;

import org.pinn4j.blas.Backends;
import org.pinn4j.blas.Blas;
import org.pinn4j.blas.Op;

/** Derivatives by full matrices as products of the linear algebra library. */
final class MatrixDerivative implements AxisDerivative {
    private final int n;
    private final double[][] matrices;
    private final Blas blas = Backends.select("auto").blas();

    /** @param matrices by order, [n][n] each */
    MatrixDerivative(double[][][] matrices) {
        this.n = matrices[0].length;
        this.matrices = new double[matrices.length][n * n];
        for (int m = 0; m < matrices.length; m++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    this.matrices[m][j * n + i] = matrices[m][i][j];
                }
            }
        }
    }

    @Override
    public void apply(int order, double[] u, double[] out) {
        blas.gemv(Op.NONE, n, n, 1, matrices[order], 0, n, u, 0, 0, out, 0);
    }
}
