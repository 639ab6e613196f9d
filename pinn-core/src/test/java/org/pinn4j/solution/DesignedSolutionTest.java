package org.pinn4j.solution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.pinn4j.solution.Examples.T;
import static org.pinn4j.solution.Examples.U;
import static org.pinn4j.solution.Examples.X;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.network.Architecture;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Problem;

/** What an ansatz derived from a statement promises holds everywhere, on both sides of its folds, before any training. */
class DesignedSolutionTest {
    @TempDir
    Path folder;

    private Solution untrained(Problem problem) throws IOException {
        AnsatzDesign design = AnsatzDesign.of(problem);
        assertFalse(design.folds().isEmpty(), "the statement has a symmetry");
        int fields = problem.fields().size();
        Ansatz ansatz = design.build(
                Architecture.parse("mlp(8;tanh)").build(design.features().size(), fields), 1.5);
        Solution s = new Solution(problem, ansatz, Examples.theta(ansatz), ModelCard.untrained());
        s.save(folder.resolve("s.pinn"));
        return Solution.load(folder.resolve("s.pinn"));
    }

    @Test
    void burgersKeepsItsDataAndItsOddness() throws IOException {
        Solution s = untrained(Problem.over(X, T)
                .require(U.d(T).plus(U.times(U.d(X))).equalTo(U.d(X, X).times(0.01 / Math.PI)))
                .require(U.equalTo(Expr.sin(X.times(Math.PI)).negate()).on(T.start()))
                .require(U.equalTo(0).on(X.ends())));
        for (double x = -1; x <= 1; x += 0.125) {
            assertEquals(-Math.sin(Math.PI * x), s.at(x, 0), 1e-15);
            assertEquals(-Math.PI * Math.cos(Math.PI * x), s.evaluate(U.d(X), x, 0), 1e-13);
            assertEquals(-s.at(x, 0.6), s.at(-x, 0.6), 0);
        }
        assertEquals(0, s.at(-1, 0.5), 1e-15);
        assertEquals(0, s.at(1, 0.5), 1e-15);
        assertEquals(0, s.at(0, 0.5), 1e-15);
    }

    @Test
    void aPeriodicEvenProblemIsSmoothAcrossItsWrapAndItsCentre() throws IOException {
        Solution s = untrained(Problem.over(X, T)
                .require(U.d(T).equalTo(U.d(X, X).minus(U.pow(3))))
                .require(U.equalTo(Expr.cos(X.times(Math.PI))).on(T.start()))
                .periodicIn(X));
        for (double centre : new double[] {-1, 0, 1}) {
            double left = centre - 1e-7;
            double right = centre + 1e-7;
            assertEquals(s.extrapolating().at(left, 0.4), s.extrapolating().at(right, 0.4), 1e-14);
            assertEquals(0, s.extrapolating().evaluate(U.d(X), left, 0.4), 1e-4);
            assertEquals(
                    s.extrapolating().evaluate(U.d(X, X), left, 0.4),
                    s.extrapolating().evaluate(U.d(X, X), right, 0.4),
                    1e-10);
        }
        assertEquals(s.at(0.3, 0.4), s.extrapolating().at(4.3, 0.4), 1e-13);
    }
}
