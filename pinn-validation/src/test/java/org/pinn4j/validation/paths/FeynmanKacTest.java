package org.pinn4j.validation.paths;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.pinn4j.domain.Law;
import org.pinn4j.domain.Space;
import org.pinn4j.pde.Axes;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Equation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.PointSet;

/** Means over paths against closed forms: within four standard errors, and the bias that they tell. */
class FeynmanKacTest {
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Axis X = Axis.of("x", -3, 3);
    private static final Field U = Field.of("u", X, T);

    private static FeynmanKac paths(Equation equation, Expr datum) {
        return FeynmanKac.of(
                Problem.over(X, T).require(equation).require(U.equalTo(datum).on(T.start())));
    }

    private static void meets(double expected, PathMean mean) {
        assertTrue(
                Math.abs(mean.mean() - expected) <= 4 * mean.standardError() + mean.bias(),
                mean + ", expected " + expected);
        assertTrue(mean.standardError() > 0);
    }

    private static Problem heat(int d) {
        Axes x = Axes.of("x", d);
        Field u = Field.of("u", x.and(T));
        return Problem.over(Space.of(x, Law.normal(0, 1)), T)
                .require(u.d(T).equalTo(u.laplacian()))
                .require(u.equalTo(x.squares()).on(T.start()));
    }

    /** u_t = Δu from r²: r² + 2dt, in 100 dimensions. */
    @Test
    void heatInAHundredDimensions() {
        double[] point = new double[101];
        java.util.Arrays.fill(point, 0.1);
        point[100] = 0.5;
        FeynmanKac paths = FeynmanKac.of(heat(100)).withPaths(20_000);
        assertTrue(paths.isExact());
        PathMean mean = paths.at(point);
        meets(1 + 100, mean);
        // the variance of r² is 8dt²·... = Σ (8 x_i² t + 8 t²): 8·1·0.5 + 8·100·0.25
        assertEquals(Math.sqrt((4 + 200) / 20_000.0), mean.standardError(), 0.03 * mean.standardError());
        assertEquals(20_000, mean.paths());
    }

    /** The formula of Black and Scholes for a call. */
    @Test
    void aCallHasItsPrice() {
        Axis s = Axis.of("s", 50, 150);
        Field v = Field.of("v", s, T);
        double r = 0.05;
        double sigma = 0.2;
        Expr payoff = s.minus(100).plus(Expr.abs(s.minus(100))).times(0.5);
        Problem p = Problem.over(s, T)
                .require(v.d(T).plus(s.pow(2).times(v.d(s, s)).times(sigma * sigma / 2))
                        .plus(s.times(v.d(s)).times(r))
                        .equalTo(v.times(r)))
                .require(v.equalTo(payoff).on(T.end()).asTerminal());
        double left = 1;
        double d1 = (Math.log(105 / 100.0) + (r + sigma * sigma / 2) * left) / sigma;
        double price = 105 * normal(d1) - 100 * Math.exp(-r * left) * normal(d1 - sigma);
        meets(price, FeynmanKac.of(p).at(105, 0));
    }

    private static double normal(double x) {
        return Erf.erfc(-x / Math.sqrt(2)) / 2;
    }

    /** Three correlated assets of independent rates: e^(Σ r_i + Σ_{i<j} a_ij) x y z; the matrix has rank two. */
    @Test
    void correlatedAssetsOfASingularMatrix() {
        Axes x = Axes.of("x", 3, 0.5, 2);
        Field v = Field.of("v", x.and(T));
        double[][] sigma = {{0.3, 0}, {0.1, 0.2}, {-0.2, 0.4}};
        double[] rates = {0.1, -0.3, 0.2};
        Expr generator = Expr.constant(0);
        double exponent = 0;
        for (int i = 0; i < 3; i++) {
            generator = generator.plus(x.at(i + 1).times(v.d(x.at(i + 1))).times(rates[i]));
            exponent += rates[i];
            for (int j = i; j < 3; j++) {
                double a = sigma[i][0] * sigma[j][0] + sigma[i][1] * sigma[j][1];
                Expr term = x.at(i + 1).times(x.at(j + 1)).times(v.d(x.at(i + 1), x.at(j + 1)));
                generator = generator.plus(term.times(i == j ? a / 2 : a));
                exponent += i == j ? 0 : a;
            }
        }
        Problem p = Problem.over(x.at(1), x.at(2), x.at(3), T)
                .require(v.d(T).plus(generator).equalTo(0))
                .require(v.equalTo(x.at(1).times(x.at(2)).times(x.at(3)))
                        .on(T.end())
                        .asTerminal());
        FeynmanKac paths = FeynmanKac.of(p);
        assertTrue(paths.isExact());
        meets(Math.exp(0.5 * exponent) * 1.5, paths.at(1, 1.5, 1, 0.5));
    }

    /** As for the sampler of recipes, by other code: dX = ½X ds + √(1 + X²) dW, x² → (cosh(2 asinh x)e^(2t) − 1)/2. */
    @Test
    void theBiasOfStepsIsTold() {
        Expr a = X.pow(2).plus(1).times(0.5);
        FeynmanKac paths = paths(
                        U.d(T).equalTo(a.times(U.d(X, X)).plus(X.times(U.d(X)).times(0.5))), X.pow(2))
                .withSteps(16);
        assertFalse(paths.isExact());
        double t = 0.5;
        double exact = (Math.cosh(2 * Math.log(0.4 + Math.sqrt(1.16))) * Math.exp(2 * t) - 1) / 2;
        PathMean mean = paths.at(0.4, t);
        meets(exact, mean);
        double m = 0.16;
        double h = t / 16;
        for (int k = 0; k < 16; k++) {
            m = m * (1 + h / 2) * (1 + h / 2) + h * (1 + m);
        }
        assertTrue(
                Math.abs(m - exact) < mean.bias() && mean.bias() < 10 * Math.abs(m - exact), mean + " " + (m - exact));
    }

    /** u_t = u_xx − u + x²: x²(1 − e^(−t)) + 2(1 − (1 + t)e^(−t)). */
    @Test
    void sourcesAndPotentials() {
        double e = Math.exp(-0.8);
        meets(
                0.25 * (1 - e) + 2 * (1 - 1.8 * e),
                paths(U.d(T).equalTo(U.d(X, X).minus(U).plus(X.pow(2))), Expr.constant(0))
                        .at(0.5, 0.8));
        meets(
                Math.exp(-0.18 * Math.tanh(0.9)) / Math.sqrt(Math.cosh(0.9)),
                paths(U.d(T).equalTo(U.d(X, X).minus(X.pow(2).times(U)).times(0.5)), Expr.constant(1))
                        .at(0.6, 0.9));
    }

    /** u_t = ½u_xx + t·x·u_x from x²: e^(t²)x² + ∫₀ᵗ e^(v²) dv, 0.57 more on a clock that runs forward. */
    @Test
    void theClockRunsBackFromAStartOfTime() {
        double integral = 0;
        for (int k = 0; k < 1000; k++) {
            integral += Math.exp(Math.pow((k + 0.5) / 1000, 2)) / 1000;
        }
        PathMean mean = paths(
                        U.d(T).equalTo(U.d(X, X).times(0.5).plus(T.times(X).times(U.d(X)))), X.pow(2))
                .withPaths(40_000)
                .at(0.5, 1);
        meets(Math.E * 0.25 + integral, mean);
        assertTrue(mean.halfWidth() < 0.15, mean.toString());
    }

    /** dX = (1 − 2X) ds + dW. */
    @Test
    void ornsteinUhlenbeck() {
        Expr drift = Expr.constant(1).minus(X.times(2));
        double m = 0.5 + 0.5 * Math.exp(-1.2);
        meets(
                m * m + (1 - Math.exp(-2.4)) / 4,
                paths(U.d(T).equalTo(U.d(X, X).times(0.5).plus(drift.times(U.d(X)))), X.pow(2))
                        .at(1, 0.6));
    }

    /** Of 200 intervals of 99 %, eight or more miss with a probability of 1e-3. */
    @Test
    void intervalsHoldTheTruthAsOftenAsTheySay() {
        FeynmanKac paths = paths(U.d(T).equalTo(U.d(X, X)), Expr.cos(X)).withPaths(500);
        double truth = Math.exp(-0.5) * Math.cos(0.3);
        int missed = 0;
        double widths = 0;
        for (int seed = 1; seed <= 200; seed++) {
            PathMean mean = paths.withSeed(seed).at(0.3, 0.5);
            missed += truth < mean.low() || truth > mean.high() ? 1 : 0;
            widths += mean.halfWidth();
        }
        assertTrue(missed < 8, missed + " of 200 missed");
        assertTrue(widths / 200 < 0.1, "wide intervals hold anything: " + widths / 200);
    }

    @Test
    void workersDoNotChangeABit() {
        FeynmanKac paths = FeynmanKac.of(heat(3)).withPaths(5_000);
        assertEquals(paths.at(0.1, 0.2, 0.3, 0.4), paths.withWorkers(3).at(0.1, 0.2, 0.3, 0.4));
    }

    @Test
    void aReferenceHasTheFloorOfItsIntervals() {
        Problem heat = heat(2);
        FeynmanKac paths = FeynmanKac.of(heat).withPaths(10_000);
        double[] x = {0.5, -1, 0.2, 0.3, 0.5, 1};
        PathReference reference = PathReference.at(paths, PointSet.of(3, x));
        double[] values = reference.values(heat.fields().get(0), x, 2);
        double[] truth = {0.5 * 0.5 + 0.2 * 0.2 + 4 * 0.5, 1 + 0.09 + 4};
        double error = Math.hypot(values[0] - truth[0], values[1] - truth[1]) / Math.hypot(truth[0], truth[1]);
        assertTrue(error <= reference.floor() && reference.floor() < 0.05, error + " " + reference.floor());
        assertThrows(
                IllegalArgumentException.class,
                () -> reference.values(heat.fields().get(0), new double[] {0, 0, 0}, 1));
    }

    private static void refused(Runnable what, String... words) {
        String message = assertThrows(IllegalArgumentException.class, what::run).getMessage();
        for (String word : words) {
            assertTrue(message.contains(word), message);
        }
    }

    @Test
    void badInputIsRefusedBeforeTheRun() {
        FeynmanKac paths = paths(U.d(T).equalTo(U.d(X, X)), Expr.cos(X));
        refused(() -> paths.withPaths(1), "paths", "2", "1");
        refused(() -> paths.withSteps(3), "even");
        refused(() -> paths.at(0.1, 1.5), "t = 1.5", "1.0");
        refused(() -> paths.at(0.1), "2 numbers");
        refused(() -> paths.at(Double.NaN, 0.5), "x", "NaN");
        refused(
                () -> paths(U.d(T).plus(U.d(X, X)).equalTo(0), Expr.cos(X)).at(0.1, 0.5),
                "eigenvalue -2.0",
                "other end of time");
        refused(() -> paths(U.d(T).equalTo(U.d(X, X)), Expr.log(X.plus(3.001))).at(-2.9, 0.5), "NaN", "no value");
    }
}
