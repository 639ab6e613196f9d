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
 * exactly. The level is the λ at which a step of the ladder changes it least, and the fit says whether it is level there.
 * The minimiser is found at that λ by Gauss-Newton steps from a trained theta.
 * Source: Seber and Wild, Nonlinear Regression (1989), ch. 2 and 5 (covariance, profiled parameters); Björck, Numerical
 * Methods for Least Squares Problems (1996), 5.1 (constraints by weighting).
 */
public final class ConstrainedFit {
    private static final double LADDER = 10;
    private static final int RUNGS = 16;
    private static final double LEVEL = 0.05; // of ln(standard error), by one step of the ladder
    private static final double RIDGE =
            1e-13; // of a column's norm: directions that nothing determines stay where they are
    private static final int STEPS = 8;
    private static final int HALVINGS = 6;
    private static final double STILL = 1e-2; // of a standard error

    private final LeastSquares objective;
    private final double[] dataScale;
    private final int coefficients;
    private final int p;
    private final Algebra algebra;
    private double[] equations; // triangle of the equations' rows, residual in the last column
    private double[] data; // [dataRows × (p + 1)] in units of sigma
    private double[] column; // norms of the network's columns
    private final int dataRows;

    /**
     * What was found.
     * @param theta the minimiser: [parameters]
     * @param covariance of the last parameters, for data rows of unit variance: [c][c]
     * @param weight λ, in units of the objective's rows
     * @param freedom parameters that the data determine, those of the network among them: the trace of the projector's block
     *     on the data rows
     * @param dataSquare ‖r_d‖² at theta
     * @param change largest change of ln(standard error) by a step of the ladder at that weight
     */
    public record Fit(
            double[] theta, double[][] covariance, double weight, double freedom, double dataSquare, double change) {
        /** Whether the intervals no longer depend on the weight. */
        public boolean settled() {
            return change < LEVEL;
        }
    }

    /**
     * @param dataScale by row of the objective: 0 for a row of an equation, or the factor that gives a row of data unit
     *     variance: [rows]
     * @param coefficients how many of the last parameters are wanted
     */
    public ConstrainedFit(LeastSquares objective, double[] dataScale, int coefficients, Algebra algebra) {
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
    public Fit from(double[] start) {
        double[] theta = start.clone();
        linearise(theta);
        Rung best = level();
        for (int step = 0; step < STEPS; step++) {
            double moved = improve(theta, best);
            linearise(theta);
            best = step == 0 ? level() : rung(best.weight, best.change);
            if (moved < STILL) {
                break;
            }
        }
        double[] r = new double[objective.rows()];
        objective.residuals(theta, r);
        return new Fit(
                theta,
                best.factor.covariance(),
                best.weight,
                best.factor.freedom(data, dataRows),
                square(r, 0),
                best.change);
    }

    /** The factor at one weight, and how much the standard errors change from the weight before. */
    private record Rung(JointFactor factor, double weight, double change) {}

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

    /** The rung at which the next one changes the standard errors least. */
    private Rung level() {
        Rung best = null;
        double[] before = null;
        double weight = 1;
        for (int k = 0; k < RUNGS; k++, weight *= LADDER) {
            Rung here = rung(weight, Double.POSITIVE_INFINITY);
            double[] errors = here.factor.standardErrors();
            double change = before == null ? Double.POSITIVE_INFINITY : change(before, errors);
            if (best == null || change < best.change) {
                best = new Rung(here.factor, weight, change);
            }
            before = errors;
        }
        return best;
    }

    private static double change(double[] before, double[] after) {
        double largest = 0;
        for (int k = 0; k < after.length; k++) {
            double c = Math.abs(Math.log(after[k] / before[k]));
            largest = Double.isNaN(c) ? Double.POSITIVE_INFINITY : Math.max(largest, c);
        }
        return largest;
    }

    private Rung rung(double weight, double change) {
        int n = p + 1;
        RowTriangle stacked = new RowTriangle(algebra.lapack(), n);
        double root = Math.sqrt(weight);
        for (int i = 0; i < n; i++) {
            stacked.add(root, equations, i, n); // the heavy rows first: Householder's method is stable for that order
        }
        for (int k = 0; k < column.length; k++) {
            stacked.addUnit(k, root * RIDGE * column[k]);
        }
        for (int i = 0; i < dataRows; i++) {
            stacked.add(1, data, i, dataRows);
        }
        JointFactor factor = new JointFactor(algebra.blas(), stacked.triangle(), p, coefficients);
        return new Rung(factor, weight, change);
    }

    /** One Gauss-Newton step, halved until it does not climb; the largest move of a coefficient in standard errors. */
    private double improve(double[] theta, Rung rung) {
        double[] step = rung.factor.step();
        double[] errors = rung.factor.standardErrors();
        double[] r = new double[objective.rows()];
        objective.residuals(theta, r);
        double before = square(r, rung.weight);
        double[] trial = new double[p];
        double length = 1;
        for (int h = 0; h < HALVINGS; h++, length /= 2) {
            for (int k = 0; k < p; k++) {
                trial[k] = theta[k] + length * step[k];
            }
            objective.residuals(trial, r);
            if (square(r, rung.weight) < before) {
                System.arraycopy(trial, 0, theta, 0, p);
                double moved = 0;
                for (int k = 0; k < coefficients; k++) {
                    moved = Math.max(moved, length * Math.abs(step[p - coefficients + k]) / errors[k]);
                }
                return moved;
            }
        }
        return 0;
    }

    private double square(double[] r, double weight) {
        double sum = 0;
        for (int i = 0; i < r.length; i++) {
            sum += dataScale[i] == 0 ? weight * r[i] * r[i] : dataScale[i] * dataScale[i] * r[i] * r[i];
        }
        return sum;
    }
}
