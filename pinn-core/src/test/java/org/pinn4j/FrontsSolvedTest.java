package org.pinn4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.pde.Expr.exp;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Evaluation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.solution.Piece;
import org.pinn4j.solution.Solution;
import org.pinn4j.train.Recipe;

/**
 * Burgers' equation with a front that moves as it is: u = c − a·tanh(a(x − ct)/(2ν)), of width 0.05 on [−1, 1] for ν = 0.0125.
 * Features of one bandwidth do not carry it in as many operations.
 */
class FrontsSolvedTest {
    private static final double NU = 0.0125;
    private static final double SPEED = 0.4;
    private static final double JUMP = 0.5;
    private static final double TOLERANCE = 1e-6;

    /** With x in units of 1/length from an origin, and u in units of 1/size. */
    private record Front(double length, double origin, double size) {
        Axis x() {
            return Axis.of("x", origin - length, origin + length);
        }

        Axis t() {
            return Axis.time("t", 0, 0.5);
        }

        Field u() {
            return Field.of("u", x(), t());
        }

        Expr truth() {
            Expr s = x().minus(origin).times(1 / length).minus(t().times(SPEED)).times(JUMP / NU);
            Expr tanh = Expr.constant(1).minus(Expr.constant(2).over(exp(s).plus(1)));
            return Expr.constant(SPEED).minus(tanh.times(JUMP)).times(size);
        }

        Problem problem() {
            Field u = u();
            Expr convection = u.times(u.d(x())).times(length / size);
            Expr diffusion = u.d(x(), x()).times(NU * length * length);
            return Problem.over(x(), t())
                    .named("front")
                    .require(u.d(t()).plus(convection).equalTo(diffusion))
                    .require(u.equalTo(truth()).on(t().start()))
                    .require(u.equalTo(truth()).on(x().ends()));
        }

        double error(Solution s) {
            double worst = 0;
            for (int i = 0; i <= 200; i++) {
                double x = origin + length * Math.max(-1, Math.min(1, (i - 100) / 100.0));
                for (double t = 0; t <= 0.5; t += 0.1) {
                    double truth = Evaluation.evaluate(truth(), List.of(x(), t()), new double[] {x, t});
                    worst = Math.max(worst, Math.abs(s.at(x, t) - truth));
                }
            }
            return worst / Math.abs(size);
        }
    }

    private static Solution solved(Front front, int workers) {
        return Pinn.with(Recipe.direct()).workers(workers).tolerance(TOLERANCE).solve(front.problem());
    }

    private static boolean seesPlaces(Piece piece) {
        return piece.ansatz().features().size() > 2;
    }

    @Test
    void aMovingFrontIsFollowedInOtherUnitsByAnyNumberOfWorkers(@TempDir Path folder) throws Exception {
        Front front = new Front(3, 7, -5);
        Solution s = solved(front, 1);
        assertTrue(front.error(s) < 10 * TOLERANCE, "error " + front.error(s));
        assertTrue(s.pieces().stream().anyMatch(FrontsSolvedTest::seesPlaces));
        assertEquals(s.pieces(), solved(front, 3).pieces());
        Path file = folder.resolve("front.pinn");
        s.save(file);
        assertEquals(s.at(7.3, 0.45), Solution.load(file).at(7.3, 0.45));
    }
}
