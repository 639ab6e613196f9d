package org.pinn4j.linear;

import java.util.Arrays;

/**
 * An estimate of ‖R·D‖₁·‖(R·D)⁻¹‖₁ from below, nearly always within a factor of three: what LAPACK's dtrcon computes, without
 * a copy of R and without a call that would stop the collector for as long as all its solves take.
 * Source: Higham, ACM Trans. Math. Softw. 14 (1988) 381, algorithm 4.1, with its alternating last vector.
 */
final class ConditionEstimate {
    private static final int STEPS = 5;

    private final Upper r;
    private final double[] d;
    private final int n;

    private ConditionEstimate(Upper r, double[] d) {
        this.r = r;
        this.d = d;
        n = r.n();
    }

    /** @param d factors of the columns: [n]. Infinite where the diagonal has a zero */
    static double of(Upper r, double[] d) {
        for (int j = 0; j < r.n(); j++) {
            if (r.entry(j, j) == 0) {
                return Double.POSITIVE_INFINITY;
            }
        }
        ConditionEstimate estimate = new ConditionEstimate(r, d);
        double condition = estimate.norm() * estimate.inverseNorm();
        return Double.isNaN(condition) ? Double.POSITIVE_INFINITY : condition;
    }

    private double norm() {
        double largest = 0;
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int i = 0; i <= j; i++) {
                sum += Math.abs(r.entry(i, j));
            }
            largest = Math.max(largest, sum * d[j]);
        }
        return largest;
    }

    private double inverseNorm() {
        double[] x = new double[n];
        Arrays.fill(x, 1.0 / n);
        solve(x);
        double best = absolute(x);
        int last = -1;
        for (int step = 0; step < STEPS; step++) {
            signs(x);
            solveTransposed(x);
            int largest = largest(x);
            if (largest == last) {
                break;
            }
            last = largest;
            Arrays.fill(x, 0);
            x[largest] = 1;
            solve(x);
            double norm = absolute(x);
            if (norm <= best) {
                break;
            }
            best = norm;
        }
        return Math.max(best, alternating());
    }

    /** What a matrix made to deceive the steps does not deceive as well. */
    private double alternating() {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = (i % 2 == 0 ? 1 : -1) * (1 + (n == 1 ? 0 : i / (n - 1.0)));
        }
        solve(x);
        return 2 * absolute(x) / (3 * n);
    }

    /** (R·D)⁻¹·x. */
    private void solve(double[] x) {
        r.solve(x);
        for (int i = 0; i < n; i++) {
            x[i] /= d[i];
        }
    }

    private void solveTransposed(double[] x) {
        for (int i = 0; i < n; i++) {
            x[i] /= d[i];
        }
        r.solveTransposed(x);
    }

    private static void signs(double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = x[i] >= 0 ? 1 : -1;
        }
    }

    private static double absolute(double[] x) {
        return Arrays.stream(x).map(Math::abs).sum();
    }

    private static int largest(double[] x) {
        int at = 0;
        for (int i = 1; i < x.length; i++) {
            at = Math.abs(x[i]) > Math.abs(x[at]) ? i : at;
        }
        return at;
    }
}
