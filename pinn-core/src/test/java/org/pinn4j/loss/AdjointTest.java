package org.pinn4j.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pinn4j.loss.Dense.assertClose;
import static org.pinn4j.loss.Dense.dot;
import static org.pinn4j.loss.Dense.norm;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.parallel.Workers;

class AdjointTest {
    private static Workers workers;

    @BeforeAll
    static void open() {
        workers = Workers.of(2);
    }

    @AfterAll
    static void close() {
        workers.close();
    }

    /** ⟨Jv, w⟩ = ⟨v, Jᵀw⟩: the reverse sweep is the transpose of the tangent sweep. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theReverseSweepIsTheTransposeOfTheTangentSweep(long seed) {
        RandomProblems problem = new RandomProblems(seed);
        ResidualObjective f = problem.objective(workers, true);
        double[] v = problem.vector(f.parameters());
        double[] w = problem.vector(f.rows());
        double[] jv = new double[f.rows()];
        double[] jtw = new double[f.parameters()];
        f.jv(problem.theta, v, jv);
        f.jtw(problem.theta, w, jtw);
        assertEquals(dot(jv, w), dot(v, jtw), 1e-14 * norm(jv) * norm(w) * Math.sqrt(f.rows()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everySweepAgreesWithTheExplicitJacobian(long seed) {
        RandomProblems problem = new RandomProblems(seed);
        ResidualObjective f = problem.objective(workers, true);
        int p = f.parameters();
        double[] theta = problem.theta;
        double[] j = Dense.jacobian(f, theta);
        double[] r = new double[f.rows()];
        double value = f.residuals(theta, r);
        assertEquals(dot(r, r) / 2, value, 1e-14 * value * f.rows());

        double[] v = problem.vector(p);
        double[] jv = new double[f.rows()];
        f.jv(theta, v, jv);
        assertClose(Dense.times(j, f.rows(), v), jv, 1e-12, "Jv");

        double[] w = problem.vector(f.rows());
        double[] jtw = new double[p];
        f.jtw(theta, w, jtw);
        assertClose(Dense.transposedTimes(j, f.rows(), w), jtw, 1e-12, "J^T w");

        double[] g = new double[p];
        assertEquals(value, f.gradient(theta, g), 1e-14 * value);
        assertClose(Dense.transposedTimes(j, f.rows(), r), g, 1e-12, "gradient = J^T r");
        normalEquationsAgree(f, theta, j, r, g);
    }

    private static void normalEquationsAgree(
            ResidualObjective f, double[] theta, double[] j, double[] r, double[] gradient) {
        int p = f.parameters();
        int rows = f.rows();
        double[] a = new double[(p + 1) * (p + 2)];
        double[] g = new double[p + 1];
        double[] residuals = new double[rows + 1];
        f.normal(theta, a, p + 2, g, residuals);
        assertClose(r, residuals, 0, "residuals beside J^T J");
        assertClose(gradient, g, 1e-12, "gradient beside J^T J");
        double bound = 1e-12 * dot(j, j);
        for (int c = 0; c < p; c++) {
            double[] column = new double[rows];
            System.arraycopy(j, c * rows, column, 0, rows);
            double[] product = Dense.transposedTimes(j, rows, column);
            for (int k = c; k < p; k++) {
                assertEquals(product[k], a[k + c * (p + 2)], bound, "J^T J");
            }
        }
    }

    /** The Jacobian against central differences of the residuals: the two share only the forward sweep. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theJacobianIsTheDerivativeOfTheResiduals(long seed) {
        RandomProblems problem = new RandomProblems(seed);
        ResidualObjective f = problem.objective(workers, true);
        double[] v = problem.vector(f.parameters());
        double[] jv = new double[f.rows()];
        f.jv(problem.theta, v, jv);
        double h = 1e-5;
        double[] ahead = new double[f.rows()];
        double[] behind = new double[f.rows()];
        f.residuals(moved(problem.theta, v, h), ahead);
        f.residuals(moved(problem.theta, v, -h), behind);
        double[] difference = new double[f.rows()];
        for (int k = 0; k < difference.length; k++) {
            difference[k] = (ahead[k] - behind[k]) / (2 * h);
        }
        assertClose(difference, jv, 1e-7, "Jv");
    }

    static double[] moved(double[] theta, double[] v, double h) {
        double[] result = theta.clone();
        for (int k = 0; k < result.length; k++) {
            result[k] += h * v[k];
        }
        return result;
    }
}
