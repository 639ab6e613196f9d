package org.pinn4j.paths;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Axes;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Equation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Kolmogorov;
import org.pinn4j.pde.Problem;
import org.pinn4j.random.RandomStream;

/** Means of draws against closed forms, within four standard errors: one seed of some 16,000 is further off by chance. */
class PathSamplerTest {
    private static final int N = 100_000;
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Axis X = Axis.of("x", -3, 3);
    private static final Field U = Field.of("u", X, T);

    private static PathSampler sampler(Equation equation, Expr datum, int steps) {
        return PathSampler.of(
                Kolmogorov.of(Problem.over(X, T)
                        .require(equation)
                        .require(U.equalTo(datum).on(T.start()))),
                steps);
    }

    private static void meets(double expected, double bias, PathSampler sampler, double... point) {
        double[] x = new double[point.length * N];
        for (int a = 0; a < point.length; a++) {
            java.util.Arrays.fill(x, a * N, (a + 1) * N, point[a]);
        }
        double[] y;
        try (Workers two = Workers.of(2)) {
            y = sampler.draw(x, N, RandomStream.of(5, "test"), two);
        }
        double mean = java.util.Arrays.stream(y).sum() / N;
        double variance =
                java.util.Arrays.stream(y).map(v -> (v - mean) * (v - mean)).sum() / (N - 1);
        double error = Math.sqrt(variance / N);
        assertTrue(
                Math.abs(mean - expected) <= 4 * error + bias, "%s ± %s, expected %s".formatted(mean, error, expected));
    }

    /** u_t = u_xx from cos x: e^(−t) cos x. */
    @Test
    void brownianMotionIsExact() {
        PathSampler s = sampler(U.d(T).equalTo(U.d(X, X)), Expr.cos(X), 7);
        assertTrue(s.isExact());
        assertEquals(1, s.steps());
        assertEquals("paths by the exact law of Brownian motion, no bias", s.describe());
        meets(Math.exp(-0.7) * Math.cos(0.4), 0, s, 0.4, 0.7);
        meets(Math.cos(0.4), 1e-12, s, 0.4, 0);
    }

    /** u_t = ½u_xx + (1 − 2x)u_x from x²: the mean is m = ½ + (x − ½)e^(−2t), the variance (1 − e^(−4t))/4. */
    @Test
    void ornsteinUhlenbeckIsExact() {
        Expr drift = Expr.constant(1).minus(X.times(2));
        PathSampler s = sampler(U.d(T).equalTo(U.d(X, X).times(0.5).plus(drift.times(U.d(X)))), X.pow(2), 7);
        assertTrue(s.isExact());
        double m = 0.5 + 0.5 * Math.exp(-1.2);
        meets(m * m + (1 - Math.exp(-2.4)) / 4, 0, s, 1, 0.6);
    }

    /** u_t = u_xx − u + x²: ∫ e^(−s)(x² + 2s) ds = x²(1 − e^(−t)) + 2(1 − (1 + t)e^(−t)). */
    @Test
    void aSourceIsReadAtOneTimeWithoutBias() {
        PathSampler s = sampler(U.d(T).equalTo(U.d(X, X).minus(U).plus(X.pow(2))), Expr.constant(0), 7);
        assertTrue(s.isExact());
        double e = Math.exp(-0.8);
        meets(0.25 * (1 - e) + 2 * (1 - 1.8 * e), 0, s, 0.5, 0.8);
    }

    /** u_t = ½u_xx − ½x²u from 1: (cosh t)^(−½) e^(−x² tanh(t)/2), Cameron and Martin. */
    @Test
    void aPotentialIsIntegratedAlongThePath() {
        PathSampler s =
                sampler(U.d(T).equalTo(U.d(X, X).minus(X.pow(2).times(U)).times(0.5)), Expr.constant(1), 32);
        assertFalse(s.isExact());
        double t = 0.9;
        double expected = Math.exp(-0.18 * Math.tanh(t)) / Math.sqrt(Math.cosh(t));
        meets(expected, 2e-4, s, 0.6, t); // the trapezoidal rule with h = 0.03: h²/12 · order one
    }

    /** dX = ½X ds + √(1 + X²) dW is sinh of Brownian motion: from x² the answer is (cosh(2 asinh x)e^(2t) − 1)/2. */
    @Test
    void eulerMaruyamaIsOfFirstOrder() {
        Expr a = X.pow(2).plus(1).times(0.5);
        Equation equation =
                U.d(T).equalTo(a.times(U.d(X, X)).plus(X.times(U.d(X)).times(0.5)));
        PathSampler s = sampler(equation, X.pow(2), 40);
        assertFalse(s.isExact());
        assertTrue(s.describe().contains("Euler-Maruyama in 40 steps"), s.describe());
        double t = 0.5;
        // exactly what the scheme has for a mean: m' = m(1 + ½h)² + h(1 + m) from m = x²
        double h = t / 40;
        double m = 0.16;
        for (int k = 0; k < 40; k++) {
            m = m * (1 + h / 2) * (1 + h / 2) + h * (1 + m);
        }
        meets(m, 0, s, 0.4, t);
        double exact = (Math.cosh(2 * (Math.log(0.4 + Math.sqrt(1.16)))) * Math.exp(2 * t) - 1) / 2;
        assertTrue(Math.abs(m - exact) < 3 * h, "the bias of the scheme is " + (m - exact));
    }

    /** u_t = ½u_xx + t·x·u_x from x²: e^(t²)x² + ∫₀ᵗ e^(v²) dv; on a clock that runs forward the scheme has another mean. */
    @Test
    void theClockRunsBackFromAStartOfTime() {
        PathSampler s =
                sampler(U.d(T).equalTo(U.d(X, X).times(0.5).plus(T.times(X).times(U.d(X)))), X.pow(2), 20);
        double h = 0.05;
        double[] m = {0.25, 0.25}; // what the scheme has: the clock back, the clock forward
        double integral = 0;
        for (int k = 0; k < 20; k++) {
            m[0] = m[0] * Math.pow(1 + h * (1 - h * k), 2) + h;
            m[1] = m[1] * Math.pow(1 + h * (h * k), 2) + h;
            integral += h * Math.exp(Math.pow(h * (k + 0.5), 2));
        }
        meets(m[0], 0, s, 0.5, 1);
        assertTrue(Math.abs(m[0] - m[1]) > 0.2, m[0] + " " + m[1]);
        assertEquals(Math.E * 0.25 + integral, m[0], 3 * h);
    }

    /** Correlated assets: the mean of X₁X₂ at the end is x₁x₂ e^((r₁ + r₂ + ρσ₁σ₂)T). */
    @Test
    void correlatedGeometricMotionIsExact() {
        Axis y = Axis.of("y", 0.5, 2);
        Field v = Field.of("v", T, X, y);
        Expr generator = X.pow(2)
                .times(v.d(X, X))
                .times(0.5 * 0.04)
                .plus(y.pow(2).times(v.d(y, y)).times(0.5 * 0.09))
                .plus(X.times(y).times(v.d(X, y)).times(-0.03))
                .plus(X.times(v.d(X)).times(0.1))
                .plus(y.times(v.d(y)).times(-0.2));
        Problem p = Problem.over(T, X, y)
                .require(v.d(T).plus(generator).equalTo(v.times(0.3)))
                .require(v.equalTo(X.times(y)).on(T.end()).asTerminal());
        PathSampler s = PathSampler.of(Kolmogorov.of(p), 3);
        assertEquals("paths by the exact law of geometric Brownian motion, correlated, no bias", s.describe());
        double left = 0.75;
        meets(1.2 * 0.8 * Math.exp((0.1 - 0.2 - 0.03 - 0.3) * left), 0, s, 0.25, 1.2, 0.8);
    }

    /** u_t = Δu + u_xy in two axes by Euler-Maruyama, since the coefficient 1 is not written as a number, from xy: xy + t. */
    @Test
    void aFullMatrixHasItsCholeskyFactorAtEachPoint() {
        Axes x = Axes.of("x", 2, -1, 1);
        Field u = Field.of("u", x.and(T));
        Expr bent = Expr.cos(x.at(1)).pow(2).plus(Expr.sin(x.at(1)).pow(2)); // 1, but no number
        Problem p = Problem.over(x.at(1), x.at(2), T)
                .require(u.d(T).equalTo(u.laplacian().plus(bent.times(u.d(x.at(1), x.at(2))))))
                .require(u.equalTo(x.at(1).times(x.at(2))).on(T.start()));
        PathSampler s = PathSampler.of(Kolmogorov.of(p), 5);
        assertFalse(s.isExact());
        meets(0.3 * -0.2 + 0.6, 0, s, 0.3, -0.2, 0.6);
    }

    @Test
    void bitsDoNotDependOnTheWorkers() {
        PathSampler s = sampler(U.d(T).equalTo(U.d(X, X).times(X.pow(2).plus(1))), Expr.cos(X), 5);
        double[] x = new double[2 * 1000];
        java.util.Arrays.setAll(x, i -> (i % 1000) / 1000.0);
        double[][] y = new double[2][];
        for (int k = 0; k < 2; k++) {
            try (Workers workers = Workers.of(1 + 2 * k)) {
                y[k] = s.draw(x, 1000, RandomStream.of(1, "bits"), workers);
            }
        }
        assertArrayEquals(y[0], y[1], 0);
    }

    @Test
    void aDirectionOfTimeThatDoesNotFitIsRefused() {
        PathSampler back = sampler(U.d(T).plus(U.d(X, X)).equalTo(0), Expr.cos(X), 5);
        refused(back, "positive semidefinite", "other end of time");
        PathSampler turning = sampler(U.d(T).equalTo(U.d(X, X).times(X)), Expr.cos(X), 5);
        refused(turning, "positive semidefinite", "x = -0.5");
    }

    @Test
    void pathsThatLeaveWhereTheDatumIsGivenAreRefused() {
        PathSampler log = sampler(U.d(T).equalTo(U.d(X, X)), Expr.log(X.plus(3.001)), 5);
        refused(log, "leave the domain", "all of space");
    }

    private static void refused(PathSampler s, String... words) {
        double[] x = new double[2 * 100];
        java.util.Arrays.fill(x, 0, 100, -0.5);
        java.util.Arrays.fill(x, 100, 200, 0.9);
        try (Workers one = Workers.of(1)) {
            String message = assertThrows(
                            IllegalArgumentException.class,
                            () -> s.requireSound(x, 100, RandomStream.of(1, "probe"), one))
                    .getMessage();
            for (String word : words) {
                assertTrue(message.contains(word), message);
            }
        }
    }
}
