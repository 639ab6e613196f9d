package org.pinn4j.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The update as it is computed against the update as it is written, with whole matrices. */
class BroydenUpdateTest {
    private static final int N = 6;
    private static final double EPS = 1e-11;

    private static double[][] inverseHessian(Descent descent) {
        double[][] h = new double[N][N];
        for (int j = 0; j < N; j++) {
            double[] unit = new double[N];
            unit[j] = -1;
            double[] column = new double[N];
            descent.direction(unit, column);
            for (int i = 0; i < N; i++) {
                h[i][j] = column[i];
            }
        }
        return h;
    }

    private static double[] times(double[][] h, double[] x) {
        double[] out = new double[N];
        for (int i = 0; i < N; i++) {
            out[i] = dot(h[i], x);
        }
        return out;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < N; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    /** H₊ = (H - HyyᵀH/yᵀHy + φvvᵀ)/τ + ρssᵀ. */
    private static double[][] written(double[][] h, double[] s, double[] y, double tau, double phi) {
        double rho = 1 / dot(y, s);
        double[] hy = times(h, y);
        double yHy = dot(y, hy);
        double[][] next = new double[N][N];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                double vi = Math.sqrt(yHy) * (rho * s[i] - hy[i] / yHy);
                double vj = Math.sqrt(yHy) * (rho * s[j] - hy[j] / yHy);
                next[i][j] = (h[i][j] - hy[i] * hy[j] / yHy + phi * vi * vj) / tau + rho * s[i] * s[j];
            }
        }
        return next;
    }

    @ParameterizedTest
    @EnumSource(SelfScaledBroyden.Update.class)
    void theUpdateIsTheOneThatIsWritten(SelfScaledBroyden.Update update) {
        Random random = new Random(3);
        BroydenDescent descent = new BroydenDescent(Plain.ALGEBRA.blas(), N, update);
        BroydenScaling scaling = new BroydenScaling(update, N);
        for (int k = 0; k < 30; k++) {
            double[] g = random.doubles(N, -1, 1).toArray();
            double[] s = new double[N];
            descent.direction(g, s);
            double alpha = 0.1 + random.nextDouble();
            double[] y = new double[N];
            for (int i = 0; i < N; i++) {
                s[i] *= alpha;
                y[i] = (1 + i) * s[i] * (0.5 + random.nextDouble()); // positive curvature
            }
            double[][] before = inverseHessian(descent);
            double ys = dot(y, s);
            scaling.choose(-alpha * dot(s, g) / ys, dot(y, times(before, y)) / ys, k == 0);
            double[][] expected = written(before, s, y, scaling.tau(), scaling.phi());
            descent.learn(alpha, s, y, g);
            double[][] actual = inverseHessian(descent);
            for (int i = 0; i < N; i++) {
                for (int j = 0; j < N; j++) {
                    assertEquals(
                            expected[i][j],
                            actual[i][j],
                            EPS * (1 + Math.abs(expected[i][i]) + Math.abs(expected[j][j])));
                }
            }
        }
    }

    /** Values of the paper's formulas worked out by hand. */
    @Test
    void theScalingHasTheValuesOfItsFormulas() {
        BroydenScaling scaling = new BroydenScaling(SelfScaledBroyden.Update.SSBROYDEN2, 3);
        // b = 1/2, h = 4: a = 1, c = √½, ρ⁻ = 1, θ = max(0, min(1, 1)) = 1, σ = 2, τ = min(√½, 1), φ = 0
        scaling.choose(0.5, 4, false);
        assertEquals(Math.sqrt(0.5), scaling.tau(), 1e-15);
        assertEquals(0, scaling.phi(), 1e-15);
        // b = 2, h = 2: a = 3, c = √¾, ρ⁻ = 2 - √3, θ⁻ = (1 - √3)/3, θ = max(θ⁻, -½) = θ⁻, σ = ρ⁻, τ = min(½/√σ, σ)
        scaling.choose(2, 2, false);
        double sigma = 2 - Math.sqrt(3);
        assertEquals(sigma, scaling.tau(), 1e-15);
        assertEquals((1 - (1 - Math.sqrt(3)) / 3) / sigma, scaling.phi(), 1e-14);
        // b = 2, h = 1/2: bh = 1, s and Hy collinear, so BFGS with τ = 1/b
        scaling.choose(2, 0.5, false);
        assertEquals(0.5, scaling.tau(), 1e-15);
        assertEquals(1, scaling.phi(), 1e-15);
        // the first update takes its scale from h
        scaling.choose(0.5, 4, true);
        assertEquals(2, scaling.tau(), 1e-15);
        BroydenScaling bfgs = new BroydenScaling(SelfScaledBroyden.Update.SSBFGS, 3);
        bfgs.choose(4, 2, false);
        assertEquals(0.25, bfgs.tau());
        assertEquals(1, bfgs.phi());
    }

    @Test
    void aPairWithoutPositiveCurvatureTeachesNothing() {
        BroydenDescent descent = new BroydenDescent(Plain.ALGEBRA.blas(), N, SelfScaledBroyden.Update.SSBROYDEN2);
        double[] s = {1, 0, 0, 0, 0, 0};
        double[] y = {-1, 2, 0, 0, 0, 0};
        descent.learn(1, s, y, new double[] {-1, 0, 0, 0, 0, 0});
        assertTrue(descent.fresh());
        LbfgsDescent limited = new LbfgsDescent(Plain.ALGEBRA.blas(), N, 3);
        limited.learn(1, s, y, new double[] {-1, 0, 0, 0, 0, 0});
        assertTrue(limited.fresh());
    }
}
