package org.pinn4j.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.pde.Expr.measurement;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.Pinn;
import org.pinn4j.network.Initializer;
import org.pinn4j.network.Mlp;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Coefficient;
import org.pinn4j.solution.Solution;
import org.pinn4j.train.Points;
import org.pinn4j.train.Recipe;

/**
 * Diffusivity and rate of Fisher's equation from noisy readings: the intervals of a training beside those of nonlinear least
 * squares on solutions of the reference solver, which knows no network.
 */
class IntervalsTest {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Field U = Field.of("u", X, T);
    private static final double D = 0.05;
    private static final double R = 1.5;
    private static final double SIGMA = 0.02;
    private static final int READINGS = 200;
    private static final double WIDTH = 2 * 1.96;
    private static final Recipe SMALL = Recipe.of("small")
            .withNetwork(Mlp.of("tanh", 16, 16), Initializer.glorotNormal())
            .withPoints(Points.fixed(3));

    private static Problem equations(Expr d, Expr r) {
        return Problem.over(X, T)
                .require(U.d(T).equalTo(d.times(U.d(X, X))
                        .plus(r.times(U).times(U.negate().plus(1)))))
                .require(U.equalTo(exp(X.minus(0.5).pow(2).times(-20))).on(T.start()))
                .require(U.d(X).equalTo(0).on(X.ends()));
    }

    /** The solution at the points for given coefficients. */
    private static double[] solved(double d, double r, double[][] points) {
        double[] flat = new double[2 * points.length];
        for (int i = 0; i < points.length; i++) {
            flat[i] = points[i][0];
            flat[points.length + i] = points[i][1];
        }
        return References.of(
                        equations(Expr.constant(d), Expr.constant(r)),
                        Grid.of(X, 41).by(T, 21))
                .derived(1e-6)
                .values(U, flat, points.length);
    }

    private record Readings(double[][] points, double[] values, double[] sigma) {
        /** @param rough standard deviation of every second reading over that of the others */
        static Readings drawn(int noise, double rough) {
            Random random = new Random(noise);
            double[][] points = new double[READINGS][];
            double[] sigma = new double[READINGS];
            for (int i = 0; i < READINGS; i++) {
                points[i] = new double[] {random.nextDouble(), random.nextDouble()};
                sigma[i] = i % 2 == 0 ? SIGMA : rough * SIGMA;
            }
            double[] values = solved(D, R, points);
            for (int i = 0; i < READINGS; i++) {
                values[i] += sigma[i] * random.nextGaussian();
            }
            return new Readings(points, values, sigma);
        }

        /** Gauss-Newton steps with the derivatives at the truth; estimates, then standard errors for the known noise. */
        double[] nonlinear() {
            double h = 1e-3;
            double[] base = solved(D, R, points);
            double[] byD = solved(D * (1 + h), R, points);
            double[] byR = solved(D, R * (1 + h), points);
            double a = 0;
            double b = 0;
            double c = 0;
            for (int i = 0; i < READINGS; i++) {
                byD[i] = (byD[i] - base[i]) / (h * D) / sigma[i];
                byR[i] = (byR[i] - base[i]) / (h * R) / sigma[i];
                a += byD[i] * byD[i];
                b += byD[i] * byR[i];
                c += byR[i] * byR[i];
            }
            double determinant = a * c - b * b;
            double d = D;
            double r = R;
            for (int step = 0; step < 3; step++) {
                double[] u = solved(d, r, points);
                double p = 0;
                double q = 0;
                for (int i = 0; i < READINGS; i++) {
                    p += byD[i] * (values[i] - u[i]) / sigma[i];
                    q += byR[i] * (values[i] - u[i]) / sigma[i];
                }
                d += (c * p - b * q) / determinant;
                r += (a * q - b * p) / determinant;
            }
            return new double[] {d, r, Math.sqrt(c / determinant), Math.sqrt(a / determinant)};
        }

        /** @param start of both coefficients over the truth @param stated whether the noise is told */
        Problem problem(double start, boolean stated) {
            return equations(
                            Parameter.of("D", start * D).positive(),
                            Parameter.of("r", start * R).positive())
                    .require(
                            stated
                                    ? U.equalTo(measurement()).onData(points, values, sigma)
                                    : U.equalTo(measurement()).onData(points, values));
        }
    }

    private static Map<String, Coefficient> found(Solution solution) {
        return solution.coefficients().stream().collect(Collectors.toMap(Coefficient::name, c -> c));
    }

    private static double length(Coefficient c) {
        Coefficient.Uncertainty u = c.uncertainty().orElseThrow();
        return u.high() - u.low();
    }

    private static boolean holds(Coefficient c, double truth) {
        Coefficient.Uncertainty u = c.uncertainty().orElseThrow();
        return u.low() <= truth && truth <= u.high();
    }

    private static String notes(Solution solution) {
        return String.join("\n", solution.card().notes());
    }

    /** Some readings five times as noisy as the others, so that an estimate that weighs all the same is told apart. */
    @Test
    void estimatesAndIntervalsAreThoseOfNonlinearLeastSquares() {
        Readings data = Readings.drawn(1, 5);
        double[] expected = data.nonlinear();
        Solution solution = Pinn.with(SMALL).steps(200).workers(2).solve(data.problem(0.7, true));
        Coefficient d = found(solution).get("D");
        Coefficient r = found(solution).get("r");
        assertEquals(expected[0], d.value(), 0.2 * expected[2], () -> notes(solution));
        assertEquals(expected[1], r.value(), 0.2 * expected[3], () -> notes(solution));
        assertEquals(1, length(d) / (WIDTH * expected[2]), 0.1);
        assertEquals(1, length(r) / (WIDTH * expected[3]), 0.1);
    }

    @Test
    void noiseThatIsToldTooSmallIsSeen() {
        Readings data = Readings.drawn(2, 1);
        Readings bold = new Readings(
                data.points,
                data.values,
                Arrays.stream(data.sigma).map(s -> s / 3).toArray());
        Solution solution = Pinn.with(SMALL).steps(120).workers(2).solve(bold.problem(1, true));
        assertTrue(notes(solution).contains("times as much as their stated standard deviation says"), notes(solution));
    }

    @Test
    void anUntrainedNetworkHasNoIntervals() {
        Solution solution =
                Pinn.with(SMALL).steps(6).workers(2).solve(Readings.drawn(3, 1).problem(0.5, false));
        assertTrue(found(solution).get("D").uncertainty().isEmpty());
        assertTrue(notes(solution).contains("no intervals for D, r: "), notes(solution));
    }

    /** 17 of 20 at least: fewer happen by chance to one interval in 60 that holds the truth in 95 of 100. */
    @Tag("nightly")
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2})
    void intervalsHoldTheTruthAndAreNotMuchLongerThanNeeded(double start) {
        int[] inside = new int[2];
        double[] ratio = new double[2];
        StringBuilder table = new StringBuilder();
        for (int noise = 1; noise <= 20; noise++) {
            Readings data = Readings.drawn(noise, 1);
            double[] expected = data.nonlinear();
            Map<String, Coefficient> found =
                    found(Pinn.standard().steps(240).workers(2).solve(data.problem(start, noise % 2 == 0)));
            Coefficient[] both = {found.get("D"), found.get("r")};
            table.append("noise %d:".formatted(noise));
            for (int k = 0; k < 2; k++) {
                boolean known = both[k].uncertainty().isPresent();
                inside[k] += known && holds(both[k], k == 0 ? D : R) ? 1 : 0;
                ratio[k] += (known ? length(both[k]) : Double.NaN) / (WIDTH * expected[2 + k]) / 20;
                table.append(" %s, %.2f standard errors from least squares;"
                        .formatted(both[k], (both[k].value() - expected[k]) / expected[2 + k]));
            }
            table.append('\n');
        }
        String figures =
                "%sD in %d of 20, mean length %.2f times; r in %d of 20, %.2f times; started at %s times the truth"
                        .formatted(table, inside[0], ratio[0], inside[1], ratio[1], start);
        assertTrue(inside[0] >= 17 && inside[1] >= 17 && ratio[0] <= 1.5 && ratio[1] <= 1.5, figures);
    }
}
