package org.pinn4j.benchmarks.yardstick;

import java.util.Collections;

/**
 * One equation on one network at so many points.
 * @param equation a name of {@link Equations}
 * @param depth hidden layers
 */
public record Case(String equation, int depth, int width, int points) {
    private static final int TRANSFORMS = 3; // forward, backward, weight gradient

    /** Such as {@code 4x50}. */
    public static Case of(String equation, String shape, int points) {
        String[] parts = shape.split("x");
        return new Case(equation, Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), points);
    }

    int[] hidden() {
        return Collections.nCopies(depth, width).stream().mapToInt(w -> w).toArray();
    }

    /**
     * Operations of a loss and its gradient by the convention of the yardstick: 3·2·C·w²·N for each product between hidden
     * layers, whatever else is computed and however.
     * @param channels C of the plan in use, which is the smallest
     */
    double gradientFlops(int channels) {
        return TRANSFORMS * forwardFlops(channels);
    }

    /** Of the residual: the forward products alone. */
    double forwardFlops(int channels) {
        return 2.0 * channels * width * width * points * (depth - 1);
    }

    String shape() {
        return depth + "x" + width;
    }

    /** Such as {@code burgers-4x50-10000}. */
    String name() {
        return equation + "-" + shape() + "-" + points;
    }
}
