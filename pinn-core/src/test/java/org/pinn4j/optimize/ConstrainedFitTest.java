package org.pinn4j.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** u' + k·u = 0, u(0) = 1, u measured: the truth e^(−kt) is known, and so is what ordinary nonlinear least squares would say. */
class ConstrainedFitTest {
    private static final double K = 1.7;
    private static final int POINTS = 60;
    private static final int READINGS = 30;
    private static final double SIGMA = 0.05;

    /** u as a polynomial in t with so many coefficients, then k. */
    private static final class Decay extends DenseLeastSquares {
        private final int degree;
        private final double[] readings;
        private final double scale;

        Decay(int degree, double[] readings, double scale) {
            super(degree + 2, POINTS + 1 + READINGS);
            this.degree = degree;
            this.readings = readings;
            this.scale = scale;
        }

        @Override
        void fill(double[] theta, double[] r, double[] j) {
            double k = theta[degree + 1];
            for (int i = 0; i < r.length; i++) {
                boolean equation = i < POINTS;
                boolean start = i == POINTS;
                double t = equation ? (i + 0.5) / POINTS : start ? 0 : (i - POINTS - 0.5) / READINGS;
                double u = 0;
                double slope = 0;
                for (int m = 0; m <= degree; m++) {
                    double value = Math.cos(m * Math.acos(2 * t - 1));
                    double derivative = 2 * t == 1 || t > 0 && t < 1
                            ? 2 * m * Math.sin(m * Math.acos(2 * t - 1)) / Math.sin(Math.acos(2 * t - 1))
                            : 0;
                    u += theta[m] * value;
                    slope += theta[m] * derivative;
                    if (j != null) {
                        j[i + m * r.length] =
                                equation ? scale * (derivative + k * value) : start ? scale * value : value;
                    }
                }
                r[i] = equation ? scale * (slope + k * u) : start ? scale * (u - 1) : u - readings[i - POINTS - 1];
                if (j != null) {
                    j[i + (degree + 1) * r.length] = equation ? scale * u : 0;
                }
            }
        }
    }

    private static double[] readings(Random random) {
        double[] y = new double[READINGS];
        for (int i = 0; i < READINGS; i++) {
            y[i] = Math.exp(-K * (i + 0.5) / READINGS) + SIGMA * random.nextGaussian();
        }
        return y;
    }

    private static ConstrainedFit.Fit fit(int degree, double[] y, double scale) {
        double[] factor = new double[POINTS + 1 + READINGS];
        java.util.Arrays.fill(factor, POINTS + 1, factor.length, 1 / SIGMA);
        double[] start = new double[degree + 2];
        start[0] = 0.5;
        start[degree + 1] = 1;
        return new ConstrainedFit(
                        List.of(new ConstrainedFit.Rows(new Decay(degree, y, scale), factor)), 1, Plain.ALGEBRA)
                .from(start);
    }

    /** k and its standard error by Gauss-Newton on e^(−kt) itself. */
    private static double[] nonlinear(double[] y) {
        double k = 1;
        double information = 0;
        for (int step = 0; step < 50; step++) {
            double gradient = 0;
            information = 0;
            for (int i = 0; i < READINGS; i++) {
                double t = (i + 0.5) / READINGS;
                double u = Math.exp(-k * t);
                gradient += (u - y[i]) * -t * u;
                information += t * t * u * u;
            }
            k -= gradient / information;
        }
        return new double[] {k, SIGMA / Math.sqrt(information)};
    }

    @Test
    void estimateAndStandardErrorAreThoseOfNonlinearLeastSquaresOnTheSolution() {
        for (double scale : new double[] {1e-3, 1, 1e3}) { // of the equations' rows in the loss: it must not matter
            double[] y = readings(new Random(3));
            ConstrainedFit.Fit fit = fit(11, y, scale);
            double[] expected = nonlinear(y);
            double error = Math.sqrt(fit.covariance()[0][0]);
            assertTrue(fit.settled());
            assertEquals(expected[0], fit.theta()[12], 0.02 * expected[1]);
            assertEquals(expected[1], error, 0.02 * expected[1]);
            assertEquals(1, fit.freedom(), 0.02); // one parameter is all that the readings determine
            assertEquals(square(y, expected[0]), fit.dataSquare(), 1e-2);
        }
    }

    private static double square(double[] y, double k) {
        double sum = 0;
        for (int i = 0; i < READINGS; i++) {
            sum += Math.pow((Math.exp(-k * (i + 0.5) / READINGS) - y[i]) / SIGMA, 2);
        }
        return sum;
    }

    @Test
    void intervalsHoldTheTruthAsOftenAsTheySay() {
        int inside = 0;
        for (int draw = 0; draw < 100; draw++) {
            ConstrainedFit.Fit fit = fit(9, readings(new Random(100 + draw)), 1);
            double error = Math.sqrt(fit.covariance()[0][0]);
            inside += Math.abs(fit.theta()[10] - K) <= 1.96 * error ? 1 : 0;
        }
        assertTrue(inside >= 88 && inside <= 99, "inside " + inside); // 95 ± 3.2 standard deviations of 2.2
    }

    @Test
    void tooFewFunctionsForTheEquationsGiveNoAnswer() {
        ConstrainedFit.Fit fit = fit(1, readings(new Random(5)), 1);
        double error = Math.sqrt(fit.covariance()[0][0]);
        assertTrue(!fit.settled() || fit.missed()[0] > error, () -> "missed " + fit.missed()[0] + ", error " + error);
    }
}
