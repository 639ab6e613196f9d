package org.pinn4j.validation.evolution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pinn4j.args.Args;

/**
 * A solution of an initial value problem by its values and derivatives at the steps taken, and between them by Hermite's polynomial
 * through the nearest ones. The polynomial of one collocation step alone would be of lower order than the values at its ends.
 * Immutable.
 */
public final class Trajectory {
    /** Steps whose both ends the polynomial takes; its degree is twice that plus one. */
    private static final int NEAREST = 6;
    /** States of a cubic. */
    private static final int CUBIC = 4;

    private final double[] times;
    private final double[][] states;
    private final double[][] rates;
    private final int[] firsts; // of each stretch between jumps, and the end

    private Trajectory(double[] times, double[][] states, double[][] rates, int[] firsts) {
        this.times = times;
        this.states = states;
        this.rates = rates;
        this.firsts = firsts;
    }

    /** Collects a trajectory from its start on. */
    static final class Builder {
        private final List<Double> times = new ArrayList<>();
        private final List<double[]> states = new ArrayList<>();
        private final List<double[]> rates = new ArrayList<>();
        private final List<Integer> firsts = new ArrayList<>(List.of(0));

        /** Copies both. */
        void add(double t, double[] y, double[] yDot) {
            times.add(t);
            states.add(y.clone());
            rates.add(yDot.clone());
        }

        /** What is added next is another state at the last time. */
        void jump() {
            firsts.add(times.size());
        }

        Trajectory build() {
            firsts.add(times.size());
            return new Trajectory(
                    times.stream().mapToDouble(Double::doubleValue).toArray(),
                    states.toArray(double[][]::new),
                    rates.toArray(double[][]::new),
                    firsts.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    /** Steps taken. */
    public int steps() {
        return times.length - stretches();
    }

    private int stretches() {
        return firsts.length - 1;
    }

    /** The stretch that t lies in; where two meet, the later one. */
    private int stretch(double t) {
        int low = 0;
        int high = stretches() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (times[firsts[middle]] <= t) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    public double start() {
        return times[0];
    }

    public double end() {
        return times[times.length - 1];
    }

    /** The length of the step that t lies in; of the longer one where two meet. @throws IllegalArgumentException as {@link #at} */
    public double step(double t) {
        check(t);
        int from = firsts[stretch(t)];
        int end = firsts[stretch(t) + 1];
        int found = Arrays.binarySearch(times, from, end, t);
        int left = found >= 0 ? Math.max(from, found - 1) : -found - 2;
        int right = found >= 0 ? Math.min(end - 2, found) : left;
        return Math.max(times[left + 1] - times[left], times[right + 1] - times[right]);
    }

    private void check(double t) {
        if (!(start() <= t && t <= end())) {
            throw new IllegalArgumentException("trajectory: t = %s is outside [%s, %s]".formatted(t, start(), end()));
        }
    }

    /**
     * The state at t; at a jump that behind it.
     * @param y overwritten: [n]
     * @throws IllegalArgumentException outside [start, end]
     */
    public void at(double t, double[] y) {
        Args.exactly(states[0].length, y, "y");
        check(t);
        int from = firsts[stretch(t)];
        int end = firsts[stretch(t) + 1];
        int found = Arrays.binarySearch(times, from, end, t);
        if (found >= 0) {
            System.arraycopy(states[found], 0, y, 0, y.length);
            return;
        }
        int first = Math.max(from, Math.min(-found - 2 - (NEAREST - 2) / 2, end - NEAREST));
        int count = Math.min(NEAREST, end - from);
        double[] values = new double[count];
        double[] slopes = new double[count];
        hermite(first, t, values, slopes);
        Arrays.fill(y, 0);
        for (int k = 0; k < count; k++) {
            RadauTableau.add(values[k], states[first + k], y);
            RadauTableau.add(slopes[k], rates[first + k], y);
        }
    }

    /**
     * The state at t by the cubic through four steps nearby: where the derivatives are mostly rounding, they say less than the values.
     * @param y overwritten: [n]
     * @throws IllegalArgumentException outside [start, end]
     */
    public void byValues(double t, double[] y) {
        Args.exactly(states[0].length, y, "y");
        check(t);
        int from = firsts[stretch(t)];
        int end = firsts[stretch(t) + 1];
        int found = Arrays.binarySearch(times, from, end, t);
        int left = found >= 0 ? found : -found - 2;
        int count = Math.min(CUBIC, end - from);
        int first = Math.max(from, Math.min(left - 1, end - count));
        Arrays.fill(y, 0);
        for (int k = first; k < first + count; k++) {
            double weight = 1;
            for (int j = first; j < first + count; j++) {
                weight *= j == k ? 1 : (t - times[j]) / (times[k] - times[j]);
            }
            RadauTableau.add(weight, states[k], y);
        }
    }

    /** Weights of values and derivatives: ℓ²(1 − 2ℓ'(t_k)(t − t_k)) and ℓ²(t − t_k) with Lagrange's ℓ of node k. */
    private void hermite(int first, double t, double[] values, double[] slopes) {
        for (int k = 0; k < values.length; k++) {
            double at = times[first + k];
            double product = 1;
            double slope = 0;
            for (int j = 0; j < values.length; j++) {
                if (j != k) {
                    double other = times[first + j];
                    product *= (t - other) / (at - other);
                    slope += 1 / (at - other);
                }
            }
            values[k] = product * product * (1 - 2 * slope * (t - at));
            slopes[k] = product * product * (t - at);
        }
    }
}
