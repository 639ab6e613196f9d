package org.pinn4j.direct;

import org.pinn4j.blas.Matrices;
import org.pinn4j.jets.Columns;
import org.pinn4j.loss.ResidualObjective;
import org.pinn4j.optimize.Algebra;

/** Gauss-Newton steps in the output layers: each is one least-squares solve by QR. */
final class OutputFit {
    /** Of columns of length one: below it a direction of the coefficients is rounding. */
    private static final double RIDGE = 1e-15;

    private static final int WORK = 64;

    private final Algebra algebra;
    private final ResidualObjective objective;
    private final Columns columns;

    /** @param objective with its points and weights */
    OutputFit(Algebra algebra, ResidualObjective objective, Columns columns) {
        this.algebra = algebra;
        this.objective = objective;
        this.columns = columns;
    }

    /** The step that makes the linearised residual least: [columns]. */
    double[] step(double[] theta) {
        int rows = objective.rows();
        int n = columns.count();
        int ld = rows + n;
        double[] a = Matrices.allocate(ld, n + 1);
        double[] r = new double[rows];
        objective.jacobian(theta, 0, objective.tiled().tiles(), columns, r, a, 0, ld);
        double[] scale = new double[n];
        for (int c = 0; c < n; c++) {
            double norm = algebra.blas().nrm2(rows, a, c * ld);
            scale[c] = norm == 0 ? 1 : 1 / norm;
            for (int i = 0; i < rows; i++) {
                a[i + c * ld] *= scale[c];
            }
            a[rows + c + c * ld] = RIDGE;
        }
        for (int i = 0; i < rows; i++) {
            a[i + n * ld] = -r[i];
        }
        int info = algebra.lapack().geqrf(ld, n + 1, a, 0, ld, new double[n + 1], new double[WORK * (n + 1)]);
        if (info != 0) {
            throw new IllegalStateException("QR of %d rows: info %d".formatted(ld, info));
        }
        return solve(a, ld, n, scale);
    }

    private double[] solve(double[] a, int ld, int n, double[] scale) {
        double[] x = new double[n];
        System.arraycopy(a, n * ld, x, 0, n);
        for (int c = n - 1; c >= 0; c--) {
            x[c] /= a[c + c * ld];
            algebra.blas().axpy(c, -x[c], a, c * ld, x, 0);
        }
        for (int c = 0; c < n; c++) {
            x[c] *= scale[c];
        }
        return x;
    }
}
