package org.pinn4j.sampling;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Whole numbers in proportion to weights with a given sum: one each, the rest by weight, none more than its most. What rounding
 * leaves over goes to the largest remainders, the first among equals, so that everybody who knows the weights finds the same.
 */
final class Apportionment {
    private final double[] weights;
    private final int[] most;
    private final boolean[] full;
    private final double[] quota;

    private Apportionment(double[] weights, int[] most) {
        this.weights = weights;
        this.most = most;
        this.full = new boolean[most.length];
        this.quota = new double[most.length];
    }

    /** @param most of each, at least 1; {@code n} lies between the number of weights and the sum of these */
    static int[] of(double[] weights, int[] most, int n) {
        if (n < most.length || n > IntStream.of(most).asLongStream().sum()) {
            throw new IllegalArgumentException("apportionment: need one for each of %d and at most %s, got %d"
                    .formatted(most.length, Arrays.toString(most), n));
        }
        return new Apportionment(weights, most).apportion(n - most.length);
    }

    private int[] apportion(int rest) {
        while (fillOverfull(rest)) {}
        int[] result = IntStream.range(0, most.length)
                .map(k -> full[k] ? most[k] : 1 + (int) quota[k])
                .toArray();
        int left = rest + most.length - IntStream.of(result).sum();
        while (left > 0) {
            left -= give(result, left);
        }
        return result;
    }

    /** Sets the quota of all that are not full; whether one of them turned out to be. */
    private boolean fillOverfull(int rest) {
        double open = 0;
        double left = rest;
        int count = 0;
        for (int k = 0; k < most.length; k++) {
            open += full[k] ? 0 : weights[k];
            left -= full[k] ? most[k] - 1 : 0;
            count += full[k] ? 0 : 1;
        }
        boolean found = false;
        for (int k = 0; k < most.length; k++) {
            quota[k] = left * (open > 0 ? weights[k] / open : 1.0 / count);
            if (!full[k] && quota[k] >= most[k] - 1) {
                full[k] = true;
                found = true;
            }
        }
        return found;
    }

    private int give(int[] result, int left) {
        int[] next = IntStream.range(0, most.length)
                .filter(k -> result[k] < most[k])
                .boxed()
                .sorted(Comparator.comparingDouble(k -> Math.floor(quota[k]) - quota[k]))
                .limit(left)
                .mapToInt(Integer::intValue)
                .toArray();
        IntStream.of(next).forEach(k -> result[k]++);
        return next.length;
    }
}
