package org.pinn4j.direct;

import org.pinn4j.blas.Matrices;
import org.pinn4j.jets.Columns;
import org.pinn4j.linear.RowsQr;
import org.pinn4j.linear.Triangle;
import org.pinn4j.loss.ResidualObjective;
import org.pinn4j.loss.TiledPoints;
import org.pinn4j.optimize.Algebra;

/** Gauss-Newton steps in the output layers: each is one least-squares solve by QR, panel by panel. */
final class OutputFit {
    private final ResidualObjective objective;
    private final TiledPoints points;
    private final Columns columns;
    private final RowsQr qr;
    private final double[] residuals = new double[RowsQr.HEIGHT];

    /** @param objective with its points and weights */
    OutputFit(Algebra algebra, ResidualObjective objective, Columns columns) {
        this.objective = objective;
        this.points = objective.tiled();
        this.columns = columns;
        this.qr = new RowsQr(algebra.blas(), algebra.lapack(), algebra.workers(), columns.count(), 1);
    }

    /** The step that makes the linearised residual least: [columns]. */
    double[] step(double[] theta) {
        return triangle(theta).solve(Triangle.RIDGE).weights()[0];
    }

    /** That of the rows, linearised. */
    Triangle triangle(double[] theta) {
        qr.clear();
        int first = 0;
        while (first < points.tiles()) {
            int end = first;
            int rows = 0;
            while (end < points.tiles() && rows + points.height(end) <= RowsQr.HEIGHT) {
                rows += points.height(end++);
            }
            if (rows > 0) {
                add(theta, first, end, rows);
            } else {
                addHigh(theta, end++);
            }
            first = end;
        }
        return qr.triangle();
    }

    private void add(double[] theta, int first, int end, int rows) {
        double[] panel = qr.panel();
        objective.jacobian(theta, first, end, columns, residuals, panel, 0, qr.ld());
        int right = columns.count() * qr.ld();
        for (int i = 0; i < rows; i++) {
            panel[right + i] = -residuals[i];
        }
        qr.add(rows);
    }

    /** One tile with more rows than a panel has. */
    private void addHigh(double[] theta, int tile) {
        int height = points.height(tile);
        int n = columns.count();
        double[] r = new double[height];
        double[] j = Matrices.allocate(height, n);
        objective.jacobian(theta, tile, tile + 1, columns, r, j, 0, height);
        for (int from = 0; from < height; from += RowsQr.HEIGHT) {
            int rows = Math.min(RowsQr.HEIGHT, height - from);
            for (int c = 0; c < n; c++) {
                System.arraycopy(j, from + c * height, qr.panel(), c * qr.ld(), rows);
            }
            for (int i = 0; i < rows; i++) {
                qr.panel()[n * qr.ld() + i] = -r[from + i];
            }
            qr.add(rows);
        }
    }
}
