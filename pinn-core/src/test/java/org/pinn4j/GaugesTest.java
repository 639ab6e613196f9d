package org.pinn4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.solution.Solution;

/** What is known up to a constant only is solved, with the constant that the note names. */
class GaugesTest {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Axis T = Axis.time("t", 0, 1);

    private static Solution solved(Problem problem, int steps) {
        return Pinn.standard().seed(3).workers(1).backend("java").steps(steps).solve(problem);
    }

    /** u' = x³ − x² vanishes at both ends, and u is neither even nor odd about the middle. */
    @Test
    void aProblemOfSlopesAloneVanishesInTheMiddle() {
        Field u = Field.of("u", X);
        Problem slopes = Problem.over(X)
                .require(u.d(X, X).equalTo(X.pow(2).times(3).minus(X.times(2))))
                .require(u.d(X).equalTo(0).on(X.ends()));
        Solution s = solved(slopes, 60);
        double middle = 0.0625 / 4 - 0.125 / 3;
        for (double x : new double[] {0, 0.3, 0.5, 0.9, 1}) {
            double truth = Math.pow(x, 4) / 4 - Math.pow(x, 3) / 3 - middle;
            assertEquals(truth, s.at(x), 1e-5, "x = " + x);
        }
        String notes = String.join("\n", s.card().notes());
        assertTrue(notes.contains("u: u = 0 on 1 point, for it is known up to a constant"), notes);
    }

    @Test
    void aConstantThatMayVaryWithTimeVanishesAtEveryTime() {
        Field p = Field.of("p", X, T);
        Problem moving = Problem.over(X, T)
                .require(p.d(X, X).equalTo(X.pow(2).times(3).minus(X.times(2)).times(Expr.exp(T))))
                .require(p.d(X).equalTo(0).on(X.ends()));
        Solution s = solved(moving, 80);
        for (double t : new double[] {0.1, 0.5, 0.93}) {
            for (double x : new double[] {0, 0.5, 0.8}) {
                double shape = Math.pow(x, 4) / 4 - Math.pow(x, 3) / 3 - 0.0625 / 4 + 0.125 / 3;
                assertEquals(shape * Math.exp(t), s.at(x, t), 1e-4, "x = " + x + ", t = " + t);
            }
        }
    }
}
