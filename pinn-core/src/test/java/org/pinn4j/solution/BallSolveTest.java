package org.pinn4j.solution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinn4j.Pinn;
import org.pinn4j.domain.Ball;
import org.pinn4j.domain.Law;
import org.pinn4j.domain.Space;
import org.pinn4j.pde.Axes;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Coefficients;
import org.pinn4j.pde.Evaluation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.IndexSum;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.sampling.Sobol;

/** Δu + sin u = g in the ball of ten dimensions, u = 0 on its sphere, u = (1 − r²) Σ c_i sin(x_i + cos x_{i+1} + x_{i+1} cos x_i). */
class BallSolveTest {
    private static final int D = 10;
    private static final Axes X = Axes.of("x", D, -1, 1);
    private static final Field U = Field.of("u", X);
    private static final int STEPS = 25;
    private static final Ball BALL = Ball.of(X, 1);

    private static Expr truth() {
        double[] numbers = new double[D - 1];
        RandomStream stream = RandomStream.of(1, "two-body");
        Arrays.setAll(numbers, k -> stream.nextGaussian());
        Coefficients c = Coefficients.of("c", numbers);
        Expr bodies = Expr.sum(1, D - 1, i -> {
            Expr a = X.at(i);
            Expr b = X.at(i.plus(1));
            return c.at(i).times(Expr.sin(a.plus(Expr.cos(b)).plus(b.times(Expr.cos(a)))));
        });
        return Expr.constant(1).minus(X.squares()).times(bodies);
    }

    private static Problem problem(Expr truth) {
        return Problem.over(BALL)
                .require(U.laplacian()
                        .plus(Expr.sin(U))
                        .equalTo(X.laplacian(truth).plus(Expr.sin(truth))))
                .require(U.equalTo(0).on(BALL.part(Ball.SPHERE)));
    }

    /** The worst of seeds 1 to 4 leaves 1.9e-3. */
    @Test
    void aPinnOfTenDimensionsTrainsWithTheCollapsedLaplacian(@TempDir Path folder) throws Exception {
        Expr truth = truth();
        Problem problem = problem(truth);
        assertEquals(List.of(), problem.findings());
        Solution s = Pinn.trained().seed(1).steps(STEPS).solve(problem);
        assertTrue(
                s.card().notes().contains("boundary on sphere is hard"),
                s.card().notes().toString());
        assertEquals(0, s.at(onSphere()), 1e-13);
        double error = error(s, truth);
        assertTrue(error < 1e-2, "relative error " + error);
        Path file = folder.resolve("ball.pinn");
        s.save(file);
        Solution read = Solution.load(file);
        assertEquals(problem, read.problem());
        double[] inside = new double[D];
        Arrays.fill(inside, 0.1);
        assertEquals(s.at(inside), read.at(inside));
        assertEquals(
                s.evaluate(U.laplacian(), inside), s.evaluate(((IndexSum) U.laplacian()).written(), inside), 1e-12);
    }

    private static double[] onSphere() {
        double[] x = new double[D];
        Arrays.fill(x, 1 / Math.sqrt(D));
        return x;
    }

    private static double error(Solution s, Expr truth) {
        PointSet points = new Sobol().sample(BALL, Region.interior(), 1024, RandomStream.of(2, "test"));
        double error = 0;
        double size = 0;
        for (int i = 0; i < points.count(); i++) {
            double expected = Evaluation.evaluate(truth, X.all(), points.point(i));
            error += Math.pow(s.at(points.point(i)) - expected, 2);
            size += expected * expected;
        }
        return Math.sqrt(error / size);
    }

    /** u_t = Δu on all of space from u = r², whose solution is r² + 2dt: points by a law, no boundary. */
    @Test
    void anEquationOnAllOfSpaceTrainsByTheLawOfItsPoints() {
        Axes x = Axes.of("x", 4);
        Axis t = Axis.time("t", 0, 1);
        Field u = Field.of("u", x, t);
        Problem problem = Problem.over(Space.of(x, Law.normal(0, 1)), t)
                .require(u.d(t).equalTo(u.laplacian()))
                .require(u.equalTo(x.squares()).on(t.start()));
        Solution s = Pinn.trained().seed(1).steps(STEPS).solve(problem);
        double[] point = {0.5, -1, 0.3, 0.8, 0.7};
        double squares = 0.25 + 1 + 0.09 + 0.64;
        assertEquals(squares + 8 * 0.7, s.at(point), 1e-3);
    }
}
