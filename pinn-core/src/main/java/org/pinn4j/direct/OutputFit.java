package org.pinn4j.direct;

import java.util.Arrays;
import org.pinn4j.blas.Matrices;
import org.pinn4j.jets.Columns;
import org.pinn4j.linear.KeptFactor;
import org.pinn4j.linear.KeptQr;
import org.pinn4j.linear.RowsQr;
import org.pinn4j.linear.Triangle;
import org.pinn4j.loss.ResidualObjective;
import org.pinn4j.loss.TiledPoints;
import org.pinn4j.optimize.Algebra;

/**
 * Gauss-Newton steps in the output layers: each is one least-squares solve by QR, panel by panel.
 *
 * <p>Where inputs are stretched towards a layer at an end, a row is divided by 1 + the largest of its entries. In a layer of width
 * ε rows are as large as 1/ε or 1/ε², and what rounding makes of them is larger than all that the other rows say; QR without row
 * interchanges is only as exact as its largest rows. Without such layers rows are of one size but for the statement's coefficients,
 * and to divide would only give another norm to the residual. The norm in which rows are solved is that in which steps are judged,
 * see {@link #value}.
 *
 * <p>What is solved for are the weights themselves and no step, so that the ridge holds the weights: a Gauss-Newton iterate on
 * the way may be rough, as where its linear problem contradicts the data in a corner, and needs weights of 1e8. Steps would leave
 * the difference of two such weights in the solution, smooth as it is, and their rounding.
 */
final class OutputFit {
    private static final long MOST_KEPT_BYTES = 1L << 28;

    private final Algebra algebra;
    private final ResidualObjective objective;
    private final TiledPoints points;
    private final Columns columns;
    private final boolean even;
    private final double[] rows; // where they were last looked at, divided
    private double[] seen; // there
    private double valueSeen;
    private final double[] residuals = new double[RowsQr.HEIGHT];
    private RowsQr qr; // made when it is needed
    private double[] factors; // of the rows, as of the last time that they were linearised
    private KeptFactor kept;

    /** Takes the rows of a panel. */
    private interface Target {
        /** Rows below each other from here on, entry (i, c) at {@code i + c·ld()}. */
        double[] panel(int rows);

        int ld();

        /** @param right what the rows of the panel should be */
        void add(int rows, double[] right);
    }

    /** Rows as they are. @param objective with its points and weights */
    OutputFit(Algebra algebra, ResidualObjective objective, Columns columns) {
        this(algebra, objective, columns, false);
    }

    /** @param even whether rows are divided by their size */
    OutputFit(Algebra algebra, ResidualObjective objective, Columns columns, boolean even) {
        this.algebra = algebra;
        this.even = even;
        this.objective = objective;
        this.points = objective.tiled();
        this.columns = columns;
        this.rows = new double[points.rows()];
    }

    /** Half the sum of squares of the rows, divided as they were when they were last linearised. */
    double value(double[] theta) {
        if (seen == theta) {
            return valueSeen;
        }
        seen = theta;
        valueSeen = objective.residuals(theta, rows);
        return factors == null ? valueSeen : divided();
    }

    private double divided() {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            rows[i] *= factors[i];
            sum += rows[i] * rows[i];
        }
        valueSeen = sum / 2;
        return valueSeen;
    }

    /** The step to the weights that make the linearised residual least: [columns]. @param ridge see {@link Triangle#solve} */
    double[] step(double[] theta, double ridge) {
        kept = null;
        return fromHere(theta, triangle(theta).solve(ridge).weights()[0]);
    }

    /** The same, with the factorisation kept for {@link #again} where there is room for it. */
    double[] keptStep(double[] theta, double ridge, double ridgeAgain) {
        if (KeptQr.bytes(columns.count(), points.rows()) > MOST_KEPT_BYTES) {
            return step(theta, ridge);
        }
        KeptQr keptQr = new KeptQr(algebra.blas(), algebra.lapack(), algebra.workers(), columns.count());
        double[] right = new double[points.rows()];
        linearise(theta, new Target() {
            private int row;

            @Override
            public double[] panel(int rows) {
                return keptQr.panel(rows);
            }

            @Override
            public int ld() {
                return keptQr.ld();
            }

            @Override
            public void add(int rows, double[] own) {
                System.arraycopy(own, 0, right, row, rows);
                row += rows;
                keptQr.add();
            }
        });
        KeptFactor first = keptQr.factor(ridge);
        kept = ridge == ridgeAgain ? first : keptQr.factor(ridgeAgain);
        return fromHere(theta, first.solve(1, right).weights()[0]);
    }

    /** Whether a step may be taken {@link #again}. */
    boolean isKept() {
        return kept != null;
    }

    /** The step that the rows ask for if they change as they did where they were last linearised: [columns]. */
    double[] again(double[] theta) {
        if (seen != theta) {
            value(theta);
        }
        double[] r = Arrays.stream(rows).map(row -> -row).toArray();
        return fromHere(theta, kept.solveAround(columns.part(theta), r));
    }

    private double[] fromHere(double[] theta, double[] to) {
        double[] step = to.clone();
        double[] now = columns.part(theta);
        for (int c = 0; c < step.length; c++) {
            step[c] -= now[c];
        }
        return step;
    }

    /** That of the rows, linearised; the right-hand side is what they are at zero weights. */
    Triangle triangle(double[] theta) {
        qr = qr == null ? new RowsQr(algebra.blas(), algebra.lapack(), algebra.workers(), columns.count(), 1) : qr;
        qr.clear();
        linearise(theta, new Target() {
            @Override
            public double[] panel(int rows) {
                return qr.panel();
            }

            @Override
            public int ld() {
                return qr.ld();
            }

            @Override
            public void add(int rows, double[] right) {
                System.arraycopy(right, 0, qr.panel(), columns.count() * qr.ld(), rows);
                qr.add(rows);
            }
        });
        return qr.triangle();
    }

    private void linearise(double[] theta, Target target) {
        double[] now = columns.part(theta);
        if (even) {
            seen = null; // rows are divided by others from now on
            factors = new double[points.rows()];
        }
        int first = 0;
        int row = 0;
        while (first < points.tiles()) {
            int end = first;
            int rows = 0;
            while (end < points.tiles() && rows + points.height(end) <= RowsQr.HEIGHT) {
                rows += points.height(end++);
            }
            if (rows > 0) {
                add(theta, now, first, end, rows, row, target);
            } else {
                rows = points.height(end);
                addHigh(theta, now, end++, row, target);
            }
            row += rows;
            first = end;
        }
    }

    private void add(double[] theta, double[] now, int first, int end, int rows, int row, Target target) {
        double[] panel = target.panel(rows);
        objective.jacobian(theta, first, end, columns, residuals, panel, 0, target.ld());
        finish(panel, now, rows, row, target);
    }

    /** One tile with more rows than a panel has. */
    private void addHigh(double[] theta, double[] now, int tile, int row, Target target) {
        int height = points.height(tile);
        int n = columns.count();
        double[] r = new double[height];
        double[] j = Matrices.allocate(height, n);
        objective.jacobian(theta, tile, tile + 1, columns, r, j, 0, height);
        for (int from = 0; from < height; from += RowsQr.HEIGHT) {
            int rows = Math.min(RowsQr.HEIGHT, height - from);
            double[] panel = target.panel(rows);
            for (int c = 0; c < n; c++) {
                System.arraycopy(j, from + c * height, panel, c * target.ld(), rows);
            }
            System.arraycopy(r, from, residuals, 0, rows);
            finish(panel, now, rows, row + from, target);
        }
    }

    /** With the right-hand side of the weights themselves in place of that of a step. */
    private void finish(double[] panel, double[] now, int rows, int row, Target target) {
        double[] right = new double[rows];
        for (int i = 0; i < rows; i++) {
            right[i] = -residuals[i];
        }
        for (int c = 0; c < now.length; c++) {
            for (int i = 0; i < rows && now[c] != 0; i++) {
                right[i] += now[c] * panel[c * target.ld() + i];
            }
        }
        divide(panel, right, rows, row, target.ld());
        target.add(rows, right);
    }

    /** Rows of the panel by their size, right-hand side included; entries as without the weight of the mean over points. */
    private void divide(double[] panel, double[] right, int rows, int row, int ld) {
        if (!even) {
            return;
        }
        double each = Math.sqrt(points.count());
        for (int c = 0; c < columns.count(); c++) {
            for (int i = 0; i < rows; i++) {
                factors[row + i] = Math.max(factors[row + i], Math.abs(panel[c * ld + i]));
            }
        }
        for (int i = 0; i < rows; i++) {
            factors[row + i] = 1 / (1 + each * factors[row + i]);
            right[i] *= factors[row + i];
        }
        for (int c = 0; c < columns.count(); c++) {
            for (int i = 0; i < rows; i++) {
                panel[c * ld + i] *= factors[row + i];
            }
        }
    }
}
