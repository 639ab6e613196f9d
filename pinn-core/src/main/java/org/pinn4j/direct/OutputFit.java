package org.pinn4j.direct;

import org.pinn4j.blas.Matrices;
import org.pinn4j.jets.Columns;
import org.pinn4j.linear.RowsQr;
import org.pinn4j.linear.Triangle;
import org.pinn4j.loss.ResidualObjective;
import org.pinn4j.loss.TiledPoints;
import org.pinn4j.optimize.Algebra;

/**
 * Gauss-Newton steps in the output layers: each is one least-squares solve by QR, panel by panel.
 *
 * <p>Where inputs are stretched towards a layer, a row is divided by 1 + the largest of its entries. In a layer of width ε rows
 * are as large as 1/ε or 1/ε², and what rounding makes of them is larger than all that the other rows say; QR without row
 * interchanges is only as exact as its largest rows. Without layers rows are of one size but for the statement's coefficients,
 * and to divide would only give another norm to the residual.
 *
 * <p>What is solved for are the weights themselves and no step, so that the ridge holds the weights: a Gauss-Newton iterate on
 * the way may be rough, as where its linear problem contradicts the data in a corner, and needs weights of 1e8. Steps would leave
 * the difference of two such weights in the solution, smooth as it is, and their rounding.
 */
final class OutputFit {
    private final ResidualObjective objective;
    private final TiledPoints points;
    private final Columns columns;
    private final RowsQr qr;
    private final boolean even;
    private final double[] residuals = new double[RowsQr.HEIGHT];

    /** Rows as they are. @param objective with its points and weights */
    OutputFit(Algebra algebra, ResidualObjective objective, Columns columns) {
        this(algebra, objective, columns, false);
    }

    /** @param even whether rows are divided by their size */
    OutputFit(Algebra algebra, ResidualObjective objective, Columns columns, boolean even) {
        this.even = even;
        this.objective = objective;
        this.points = objective.tiled();
        this.columns = columns;
        this.qr = new RowsQr(algebra.blas(), algebra.lapack(), algebra.workers(), columns.count(), 1);
    }

    /** The step to the weights that make the linearised residual least: [columns]. @param ridge see {@link Triangle#solve} */
    double[] step(double[] theta, double ridge) {
        double[] step = triangle(theta).solve(ridge).weights()[0];
        double[] now = weights(theta);
        for (int c = 0; c < step.length; c++) {
            step[c] -= now[c];
        }
        return step;
    }

    private double[] weights(double[] theta) {
        double[] weights = new double[columns.count()];
        for (int k = 0; k < theta.length; k++) {
            if (columns.has(k)) {
                weights[columns.of(k)] = theta[k];
            }
        }
        return weights;
    }

    /** That of the rows, linearised; the right-hand side is what they are at zero weights. */
    Triangle triangle(double[] theta) {
        qr.clear();
        double[] now = weights(theta);
        int first = 0;
        while (first < points.tiles()) {
            int end = first;
            int rows = 0;
            while (end < points.tiles() && rows + points.height(end) <= RowsQr.HEIGHT) {
                rows += points.height(end++);
            }
            if (rows > 0) {
                add(theta, now, first, end, rows);
            } else {
                addHigh(theta, now, end++);
            }
            first = end;
        }
        return qr.triangle();
    }

    private void add(double[] theta, double[] now, int first, int end, int rows) {
        double[] panel = qr.panel();
        objective.jacobian(theta, first, end, columns, residuals, panel, 0, qr.ld());
        int right = columns.count() * qr.ld();
        for (int i = 0; i < rows; i++) {
            panel[right + i] = -residuals[i];
        }
        atZero(now, rows);
        divide(rows);
        qr.add(rows);
    }

    /** One tile with more rows than a panel has. */
    private void addHigh(double[] theta, double[] now, int tile) {
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
            atZero(now, rows);
            divide(rows);
            qr.add(rows);
        }
    }

    /** From the right-hand side of a step to that of the weights themselves. */
    private void atZero(double[] now, int rows) {
        double[] panel = qr.panel();
        int right = columns.count() * qr.ld();
        for (int c = 0; c < now.length; c++) {
            for (int i = 0; i < rows && now[c] != 0; i++) {
                panel[right + i] += now[c] * panel[c * qr.ld() + i];
            }
        }
    }

    /** Rows of the panel by their size, right-hand side included; entries as without the weight of the mean over points. */
    private void divide(int rows) {
        if (!even) {
            return;
        }
        double[] panel = qr.panel();
        double each = Math.sqrt(points.count());
        double[] factors = new double[rows];
        for (int c = 0; c < columns.count(); c++) {
            for (int i = 0; i < rows; i++) {
                factors[i] = Math.max(factors[i], Math.abs(panel[c * qr.ld() + i]));
            }
        }
        for (int i = 0; i < rows; i++) {
            factors[i] = 1 / (1 + each * factors[i]);
        }
        for (int c = 0; c <= columns.count(); c++) {
            for (int i = 0; i < rows; i++) {
                panel[c * qr.ld() + i] *= factors[i];
            }
        }
    }
}
