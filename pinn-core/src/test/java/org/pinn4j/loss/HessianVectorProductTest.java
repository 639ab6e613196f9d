package org.pinn4j.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.loss.AdjointTest.moved;
import static org.pinn4j.loss.Dense.assertClose;
import static org.pinn4j.loss.Dense.dot;
import static org.pinn4j.loss.Dense.norm;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.parallel.Workers;

class HessianVectorProductTest {
    private static Workers workers;

    @BeforeAll
    static void open() {
        workers = Workers.of(2);
    }

    @AfterAll
    static void close() {
        workers.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void itIsTheDerivativeOfTheGradient(long seed) {
        RandomProblems problem = new RandomProblems(seed);
        ResidualObjective f = problem.objective(workers, true);
        double[] v = problem.vector(f.parameters());
        double[] hv = new double[f.parameters()];
        f.hessianVectorProduct(problem.theta, v, hv);
        double[] differences = new double[f.parameters()];
        double h = 1e-3;
        addGradient(f, moved(problem.theta, v, h), 8 / (12 * h), differences);
        addGradient(f, moved(problem.theta, v, -h), -8 / (12 * h), differences);
        addGradient(f, moved(problem.theta, v, 2 * h), -1 / (12 * h), differences);
        addGradient(f, moved(problem.theta, v, -2 * h), 1 / (12 * h), differences);
        assertClose(differences, hv, 1e-6, "Hv");
    }

    private static void addGradient(ResidualObjective f, double[] theta, double factor, double[] to) {
        double[] g = new double[f.parameters()];
        f.gradient(theta, g);
        for (int k = 0; k < g.length; k++) {
            to[k] += factor * g[k];
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theHessianIsSymmetric(long seed) {
        RandomProblems problem = new RandomProblems(seed);
        ResidualObjective f = problem.objective(workers, true);
        double[] v = problem.vector(f.parameters());
        double[] w = problem.vector(f.parameters());
        double[] hv = new double[f.parameters()];
        double[] hw = new double[f.parameters()];
        f.hessianVectorProduct(problem.theta, v, hv);
        f.hessianVectorProduct(problem.theta, w, hw);
        assertEquals(dot(hv, w), dot(v, hw), 1e-11 * norm(hv) * norm(w));
    }

    /** Without the second derivatives of the residuals it would be J^T(Jv); on these problems that is far off. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void itHoldsMoreThanTheGaussNewtonPart(long seed) {
        RandomProblems problem = new RandomProblems(seed);
        ResidualObjective f = problem.objective(workers, true);
        double[] v = problem.vector(f.parameters());
        double[] hv = new double[f.parameters()];
        double[] jv = new double[f.rows()];
        double[] gaussNewton = new double[f.parameters()];
        f.hessianVectorProduct(problem.theta, v, hv);
        f.jv(problem.theta, v, jv);
        f.jtw(problem.theta, jv, gaussNewton);
        assertTrue(norm(moved(hv, gaussNewton, -1)) > 1e-3 * norm(hv));
    }
}
