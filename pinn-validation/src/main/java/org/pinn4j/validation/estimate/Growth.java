package org.pinn4j.validation.estimate;

import java.util.Arrays;

/**
 * The scalar comparison equation {@code y′ = Λ(t) y + Σ Mₘ(t) yᵐ + ρ(t)} between given times, all coefficients piecewise linear, with
 * jumps somewhere between the times.
 */
final class Growth {
    private static final int SUBSTEPS = 16;

    private Growth() {}

    /**
     * @param powers factors of y², y³, ... by time
     * @param jumps what y grows by at once between the time before and this one
     * @param floor y is never below
     * @return y at the times; infinite from where it leaves the range of numbers
     */
    static double[] of(
            double[] times,
            double[] rate,
            double[] forcing,
            double[][] powers,
            double start,
            double[] jumps,
            double[] floor) {
        double[] y = new double[times.length];
        y[0] = Math.max(start, floor[0]);
        for (int j = 0; j + 1 < times.length; j++) {
            double h = (times[j + 1] - times[j]) / SUBSTEPS;
            double now = over(y[j], h, j, rate, forcing, powers) + jumps[j + 1];
            if (jumps[j + 1] > 0) { // at which end of the interval it is worse depends on the sign of the rate
                now = Math.max(now, over(y[j] + jumps[j + 1], h, j, rate, forcing, powers));
            }
            if (!(now < Double.MAX_VALUE)) {
                Arrays.fill(y, j + 1, y.length, Double.POSITIVE_INFINITY);
                return y;
            }
            y[j + 1] = Math.max(now, floor[j + 1]);
        }
        return y;
    }

    private static double over(double y, double h, int j, double[] rate, double[] forcing, double[][] powers) {
        double now = y;
        for (int k = 0; k < SUBSTEPS && now < Double.MAX_VALUE; k++) {
            now = step(now, h, j, (k + 0.5) / SUBSTEPS, rate, forcing, powers);
        }
        return now;
    }

    /** The exact step for coefficients of the middle, the powers of y taken into the rate at a first guess of its end. */
    private static double step(
            double y, double h, int j, double at, double[] rate, double[] forcing, double[][] powers) {
        double linear = between(rate, j, at);
        double load = between(forcing, j, at);
        double guess = y;
        double end = y;
        for (int pass = 0; pass < 2; pass++) {
            double total = linear;
            double power = 1;
            for (double[] factor : powers) {
                power *= pass == 0 ? y : guess;
                total += between(factor, j, at) * power;
            }
            double z = total * h;
            double gain = Math.abs(z) < 1e-8 ? h * (1 + z / 2) : Math.expm1(z) / total;
            end = y * Math.exp(z) + load * gain;
            guess = Math.max(end, y);
        }
        return end;
    }

    private static double between(double[] values, int j, double at) {
        return values[j] * (1 - at) + values[j + 1] * at;
    }
}
