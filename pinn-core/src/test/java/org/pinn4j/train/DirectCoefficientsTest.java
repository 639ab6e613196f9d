package org.pinn4j.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pinn4j.Pinn;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Problem;
import org.pinn4j.random.RandomStream;
import org.pinn4j.solution.Coefficient;
import org.pinn4j.solution.Solution;

/** Coefficients as further unknowns of a direct solve. */
class DirectCoefficientsTest {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Field U = Field.of("u", X, T);
    private static final double K = 0.3;
    private static final int READINGS = 60;

    private static double decay(double k, double t) {
        return Math.exp(-k * Math.PI * Math.PI * t);
    }

    private static double[][] places() {
        RandomStream stream = RandomStream.of(4, "places");
        return IntStream.range(0, READINGS)
                .mapToObj(k -> new double[] {stream.nextOpenDouble(), stream.nextOpenDouble()})
                .toArray(double[][]::new);
    }

    /** u_t = k·u_xx with u = e^(−kπ²t)·sin πx, k from readings. @param sigma of their noise */
    private static Problem diffusion(double sigma, long seed) {
        Parameter k = Parameter.of("k", 1);
        RandomStream noise = RandomStream.of(seed, "noise");
        double[][] at = places();
        double[] values = new double[READINGS];
        for (int i = 0; i < READINGS; i++) {
            values[i] = decay(K, at[i][1]) * Math.sin(Math.PI * at[i][0]) + sigma * noise.nextGaussian();
        }
        return Problem.over(X, T)
                .require(U.d(T).equalTo(U.d(X, X).times(k)))
                .require(U.equalTo(Expr.sin(X.times(Math.PI))).on(T.start()))
                .require(U.equalTo(0).on(X.ends()))
                .require(U.equalTo(Expr.measurement()).onData(at, values));
    }

    private static Solution solved(Problem problem) {
        return Pinn.with(Recipe.direct()).workers(1).solve(problem);
    }

    private static Coefficient only(Solution s) {
        assertEquals(1, s.coefficients().size());
        return s.coefficients().get(0);
    }

    @Test
    void exactReadingsTellACoefficientToRounding() {
        Solution s = solved(diffusion(0, 1));
        assertEquals(K, only(s).value(), 1e-11);
        assertEquals(decay(K, 0.5) * Math.sin(Math.PI * 0.3), s.at(0.3, 0.5), 1e-11);
    }

    /** With the solution known but for k the standard error is σ/‖∂u/∂k‖ over the readings. */
    @Test
    void noiseGivesTheIntervalOfTheLinearisedProblem() {
        double sigma = 0.01;
        double squares = 0;
        for (double[] p : places()) {
            double slope = Math.PI * Math.PI * p[1] * decay(K, p[1]) * Math.sin(Math.PI * p[0]);
            squares += slope * slope;
        }
        double expected = sigma / Math.sqrt(squares);
        double far = 0;
        for (int seed = 1; seed <= 4; seed++) {
            Coefficient k = only(solved(diffusion(sigma, seed)));
            double error = k.uncertainty().orElseThrow().standardError();
            assertEquals(expected, error, 0.3 * expected);
            far += Math.pow((k.value() - K) / expected, 2);
        }
        assertTrue(far < 14.9, "χ² of 4 draws: " + far); // 99.5 %
    }

    /** u″ = −λu with u(0) = u(1) = 0, u′(0) = π: the first eigenvalue is π², whatever else holds. */
    @Test
    void anEigenvalueIsFoundWithoutReadings() {
        Field v = Field.of("v", X);
        Parameter lambda = Parameter.of("lambda", 8);
        Problem problem = Problem.over(X)
                .require(v.d(X, X).plus(v.times(lambda)).equalTo(0))
                .require(v.equalTo(0).on(X.ends()))
                .require(v.d(X).equalTo(Math.PI).on(X.start()).named("slope"));
        Solution s = solved(problem);
        assertEquals(Math.PI * Math.PI, only(s).value(), 1e-9);
        assertEquals(1, s.at(0.5), 1e-10);
    }

    @Test
    void theDefaultSolvesForCoefficientsDirectly() {
        Solution s = Pinn.standard().workers(1).solve(diffusion(0.01, 1));
        assertEquals("direct", s.card().rung().orElseThrow().name());
        assertTrue(only(s).uncertainty().isPresent());
    }

    @Test
    void theBitsDoNotDependOnTheWorkers() {
        Pinn direct = Pinn.with(Recipe.direct()).steps(4);
        double[] one = direct.workers(1).solve(diffusion(0, 1)).theta();
        assertArrayEquals(one, direct.workers(2).solve(diffusion(0, 1)).theta());
    }

    @Test
    void aStartWithOtherReadingsIsGoneOnFrom() {
        Solution before = solved(diffusion(0.01, 1));
        Pinn.Solved after =
                Pinn.with(Recipe.direct()).workers(1).startingFrom(before).run(diffusion(0, 1));
        assertEquals(K, only(after.solution()).value(), 1e-9);
    }
}
