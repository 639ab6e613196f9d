package org.pinn4j.loss;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.loss.Dense.assertClose;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.parallel.Workers;

class CollapsedAgreementTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void collapsedAndPlainChannelsGiveTheSameNumbers(long seed) {
        try (Workers workers = Workers.of(1)) {
            RandomProblems problem = new RandomProblems(seed);
            ResidualObjective collapsed = problem.objective(workers, true);
            ResidualObjective plain = problem.objective(workers, false);
            double[] theta = problem.theta;
            double[] r = new double[plain.rows()];
            double[] expected = new double[plain.rows()];
            collapsed.residuals(theta, r);
            plain.residuals(theta, expected);
            assertClose(expected, r, 1e-13, "residual");
            double[] g = new double[plain.parameters()];
            double[] expectedG = new double[plain.parameters()];
            collapsed.gradient(theta, g);
            plain.gradient(theta, expectedG);
            assertClose(expectedG, g, 1e-13, "gradient");
            assertClose(Dense.jacobian(plain, theta), Dense.jacobian(collapsed, theta), 1e-13, "Jacobian");
        }
    }

    /** So that the agreement is not one of a thing with itself. */
    @Test
    void mostOfTheseProblemsDoCollapse() {
        try (Workers workers = Workers.of(1)) {
            int fewer = 0;
            for (long seed = 1; seed <= 12; seed++) {
                RandomProblems problem = new RandomProblems(seed);
                int collapsed = channels(problem.objective(workers, true));
                int plain = channels(problem.objective(workers, false));
                assertTrue(collapsed <= plain);
                fewer += collapsed < plain ? 1 : 0;
            }
            assertTrue(fewer >= 4, fewer + " of 12 collapse");
        }
    }

    private static int channels(ResidualObjective f) {
        return f.regions().get(0).plan().channels();
    }
}
