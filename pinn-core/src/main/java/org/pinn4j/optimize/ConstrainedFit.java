package org.pinn4j.optimize;

import java.util.Arrays;

/**
 * The last parameters of a least-squares problem as data determine them, where all rows but those of the data are equations
 * that hold exactly: minimise ‖r_d‖² subject to r_e = 0, with the covariance of the minimiser.
 *
 * <p><b>Why not (JᵀJ)⁻¹ of the loss.</b> A loss adds exact equations and noisy data with weights that say nothing of the noise;
 * s² = ‖r‖²/(N − p) over all rows mixes the two, and the block of the inverse shrinks with every point at which an equation
 * is asked to hold. Here data rows are in units of their standard deviation and the equations get a weight λ that is raised
 * until the answer no longer depends on it.
 *
 * <p><b>How.</b> With the first parameters (a network) eliminated, the covariance of the last c is (SᵀS)⁻¹, S the last c × c
 * block of R in the QR factorisation of [√λ·J_e; J_d], parameters in their order. R is had without normal equations, since
 * a network's columns are dependent to many digits. As λ rises the interval first falls, as fewer functions are left that
 * the equations allow; then it stays; and at last it falls again, as 1/√λ, where λ sees that no network solves the equations
 * exactly. So λ climbs a ladder from its value in the objective, at each rung steps of Levenberg and Marquardt from the
 * minimiser of the last find the one there, and the fit ends at the first rung that moves neither estimates nor intervals. Where there is none, or the steps do not settle, it
 * says so, and its covariance is not to be believed.
 * Source: Seber and Wild, Nonlinear Regression (1989), ch. 2 and 5 (covariance, profiled parameters); Björck, Numerical
 * Methods for Least Squares Problems (1996), 5.1 (constraints by weighting).
 */
final class ConstrainedFit {
    private static final double LADDER = 10;
    private static final int RUNGS = 12;
    private static final double LEVEL = 0.1; // of ln(standard error), and of an estimate in standard errors, by a rung
    private static final double RIDGE =
            1e-13; // of a column's norm: directions that nothing determines stay where they are
    private static final int STEPS = 60; // in all
    private static final double DAMPING = 1e-4; // of a column's norm, at first
    private static final double MOST = 1e2;
    private static final double STILL = 0.02; // of a standard error
    private static final double FLAT = 1e-3; // of the sum of squares

    private final LeastSquares objective;
    private final double[] dataScale;
    private final int coefficients;
    private final int p;
    private final Algebra algebra;
    private double[] equations; // triangle of the equations' rows, residual in the last column
    private double[] data; // [dataRows × (p + 1)] in units of sigma
    private double[] column; // norms of the network's columns
    private double damping = DAMPING;
    private int steps;
    private final int dataRows;

    /**
     * What was found.
     * @param theta the minimiser: [parameters]
     * @param covariance of the last parameters, for data rows of unit variance: [c][c]
     * @param weight λ, in units of the objective's rows
     * @param freedom parameters that the data determine, those of the network among them: the trace of the projector's block
     *     on the data rows
     * @param dataSquare ‖r_d‖² at theta
     * @param change of the last rung: the larger of the largest change of ln(standard error) and of an estimate in standard
     *     errors; infinite where the steps did not settle
     */
    record Fit(double[] theta, double[][] covariance, double weight, double freedom, double dataSquare, double change) {
        /** Whether the answer no longer depends on the weight. */
        boolean settled() {
            return change < LEVEL;
        }
    }

    /**
     * @param dataScale by row of the objective: 0 for a row of an equation, or the factor that gives a row of data unit
     *     variance: [rows]
     * @param coefficients how many of the last parameters are wanted
     */
    ConstrainedFit(LeastSquares objective, double[] dataScale, int coefficients, Algebra algebra) {
        if (dataScale.length != objective.rows() || coefficients < 1 || coefficients > objective.parameters()) {
            throw new IllegalArgumentException(
                    "fit: need a factor for each of %d rows and 1 to %d coefficients, got %d and %d"
                            .formatted(objective.rows(), objective.parameters(), dataScale.length, coefficients));
        }
        this.objective = objective;
        this.dataScale = dataScale.clone();
        this.coefficients = coefficients;
        this.algebra = algebra;
        p = objective.parameters();
        dataRows = (int) Arrays.stream(dataScale).filter(s -> s != 0).count();
    }

    /** From a trained theta. */
    Fit from(double[] start) {
        Rung best = settled(start.clone(), asTrained());
        for (int k = 1; k < RUNGS && best.converged && !(best.change < LEVEL); k++) {
            Rung next = settled(best.theta.clone(), best.weight * LADDER).beside(best);
            best = next.converged ? next : best.failed();
        }
        double[] r = new double[objective.rows()];
        objective.residuals(best.theta, r);
        return new Fit(
                best.theta,
                best.factor.covariance(),
                best.weight,
                best.freedom,
                square(r, 0),
                best.converged ? best.change : Double.POSITIVE_INFINITY);
    }

    /** The weight at which equations and data stand as they do in the objective: where training has ended. */
    private double asTrained() {
        return Arrays.stream(dataScale).map(s -> s * s).sum() / dataRows;
    }

    /** The minimiser at one weight, its factor, and how much it differs from the rung before. */
    private record Rung(
            double[] theta, JointFactor factor, double weight, double freedom, double change, boolean converged) {
        Rung beside(Rung before) {
            double[] errors = factor.standardErrors();
            double[] errorsBefore = before.factor.standardErrors();
            double largest = 0;
            for (int k = 0; k < errors.length; k++) {
                int at = theta.length - errors.length + k;
                double c = Math.abs(Math.log(errors[k] / errorsBefore[k]));
                double moved = Math.abs(theta[at] - before.theta[at]) / errors[k];
                largest = Double.isNaN(c + moved) ? Double.POSITIVE_INFINITY : Math.max(largest, Math.max(c, moved));
            }
            return new Rung(theta, factor, weight, freedom, largest, converged);
        }

        Rung failed() {
            return new Rung(theta, factor, weight, freedom, change, false);
        }
    }

    private Rung settled(double[] theta, double weight) {
        boolean converged = false;
        linearise(theta);
        while (steps++ < STEPS && !converged && damping < MOST) {
            converged = improve(theta, weight);
            linearise(theta);
        }
        JointFactor factor = factor(weight, RIDGE);
        double freedom = factor.freedom(data, dataRows);
        return new Rung(theta, factor, weight, freedom, Double.POSITIVE_INFINITY, converged);
    }

    /** The rows at theta: equations as a triangle, data as they are. */
    private void linearise(double[] theta) {
        int n = p + 1;
        int rows = objective.rows();
        int panel = Math.min(rows, 1024);
        double[] j = new double[panel * n];
        double[] r = new double[panel];
        RowTriangle triangle = new RowTriangle(algebra.lapack(), n);
        data = new double[dataRows * n];
        int at = 0;
        for (int first = 0; first < rows; first += panel) {
            int count = Math.min(panel, rows - first);
            objective.jacobian(theta, first, count, r, j, panel);
            System.arraycopy(r, 0, j, p * panel, count);
            for (int i = 0; i < count; i++) {
                double scale = dataScale[first + i];
                if (scale == 0) {
                    triangle.add(1, j, i, panel);
                } else {
                    for (int k = 0; k < n; k++) {
                        data[at + k * dataRows] = scale * j[i + k * panel];
                    }
                    at++;
                }
            }
        }
        equations = triangle.triangle();
        column = norms(equations, n);
    }

    private double[] norms(double[] triangle, int n) {
        double[] norms = new double[p - coefficients];
        for (int k = 0; k < norms.length; k++) {
            norms[k] = algebra.blas().nrm2(k + 1, triangle, k * n);
        }
        return norms;
    }

    private JointFactor factor(double weight, double ridge) {
        int n = p + 1;
        RowTriangle stacked = new RowTriangle(algebra.lapack(), n);
        double root = Math.sqrt(weight);
        for (int i = 0; i < n; i++) {
            stacked.add(root, equations, i, n); // the heavy rows first: Householder's method is stable for that order
        }
        for (int k = 0; k < column.length; k++) {
            stacked.addUnit(k, root * ridge * column[k]);
        }
        for (int i = 0; i < dataRows; i++) {
            stacked.add(1, data, i, dataRows);
        }
        return new JointFactor(algebra.blas(), stacked.triangle(), p, coefficients);
    }

    /** One step of Levenberg and Marquardt, in the network alone; whether that hardly moved anything. */
    private boolean improve(double[] theta, double weight) {
        double[] r = new double[objective.rows()];
        objective.residuals(theta, r);
        double before = square(r, weight);
        double[] trial = new double[p];
        for (; damping < MOST; damping *= 10) {
            JointFactor factor = factor(weight, damping);
            double[] step = factor.step();
            for (int k = 0; k < p; k++) {
                trial[k] = theta[k] + step[k];
            }
            objective.residuals(trial, r);
            double after = square(r, weight);
            if (after < before) {
                System.arraycopy(trial, 0, theta, 0, p);
                damping = Math.max(RIDGE, damping / 10);
                return after > before * (1 - FLAT) && moved(factor, step) < STILL;
            }
        }
        return false;
    }

    /** The largest of the coefficients' steps in standard errors. */
    private double moved(JointFactor factor, double[] step) {
        double[] errors = factor.standardErrors();
        double moved = 0;
        for (int k = 0; k < coefficients; k++) {
            moved = Math.max(moved, Math.abs(step[p - coefficients + k]) / errors[k]);
        }
        return moved;
    }

    private double square(double[] r, double weight) {
        double sum = 0;
        for (int i = 0; i < r.length; i++) {
            sum += dataScale[i] == 0 ? weight * r[i] * r[i] : dataScale[i] * dataScale[i] * r[i] * r[i];
        }
        return sum;
    }
}
