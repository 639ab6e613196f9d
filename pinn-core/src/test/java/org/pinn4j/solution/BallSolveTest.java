package org.pinn4j.solution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinn4j.Pinn;
import org.pinn4j.domain.Ball;
import org.pinn4j.pde.Axes;
import org.pinn4j.pde.Coefficients;
import org.pinn4j.pde.Evaluation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
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

    @Test
    void aPinnOfTenDimensionsTrainsWithTheCollapsedLaplacian(@TempDir Path folder) throws Exception {
        Expr truth = truth();
        Problem problem = problem(truth);
        assertEquals(java.util.List.of(), problem.findings());
        long t0 = System.nanoTime();
        Solution s = Pinn.trained().seed(1).steps(30).solve(problem);
        System.err.println("TIME " + (System.nanoTime() - t0) / 1e9 + s.card());
        PointSet points = new Sobol().sample(BALL, Region.interior(), 4096, RandomStream.of(2, "test"));
        double error = 0;
        double size = 0;
        for (int i = 0; i < points.count(); i++) {
            double expected = Evaluation.evaluate(truth, X.all(), points.point(i));
            error += Math.pow(s.evaluate(U, points.point(i)) - expected, 2);
            size += expected * expected;
        }
        System.err.println("ERR " + Math.sqrt(error / size));
        assertTrue(Math.sqrt(error / size) < 0.1, "relative error " + Math.sqrt(error / size));
        Path file = folder.resolve("ball.pinn");
        s.save(file);
        Solution read = Solution.load(file);
        assertEquals(problem, read.problem());
    }
}
