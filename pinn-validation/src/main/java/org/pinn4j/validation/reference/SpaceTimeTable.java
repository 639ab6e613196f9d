package org.pinn4j.validation.reference;

import java.util.Arrays;
import org.pinn4j.pde.Axis;

/**
 * A function of x and t by its values on lines x at some times, interpolated by local polynomials: 10 nodes in σ of the line, 8
 * in √t. At a node it is the value itself. Immutable.
 */
final class SpaceTimeTable {
    private static final int IN_SPACE = 10;
    private static final int IN_TIME = 8;

    private final Line line;
    private final Axis time;
    private final double[] times;
    private final double[] roots;
    private final double[][] nodes;

    /**
     * @param times ascending, both ends of the axis included
     * @param unknowns [times][unknowns of the line], copied
     */
    SpaceTimeTable(Line line, Ends ends, Axis time, double[] times, double[][] unknowns) {
        this.line = line;
        this.time = time;
        this.times = times.clone();
        this.roots = Slices.roots(times);
        this.nodes = new double[times.length][line.cells() + 1 + 2 * IN_SPACE];
        for (int k = 0; k < times.length; k++) {
            ends.extend(unknowns[k], line.cells(), IN_SPACE, nodes[k]);
        }
    }

    /** @param x [2 × n]: the coordinates on the line, then the times */
    double[] values(double[] x, int n) {
        double[] values = new double[n];
        double[] inSpace = new double[IN_SPACE];
        double[] inTime = new double[IN_TIME];
        for (int i = 0; i < n; i++) {
            values[i] = value(x[i], x[n + i], inSpace, inTime);
        }
        return values;
    }

    private double value(double x, double t, double[] inSpace, double[] inTime) {
        int firstNode = line.weights(x, inSpace);
        int slice = slice(t);
        if (times[slice] == t) {
            return alongLine(slice, firstNode, inSpace);
        }
        int firstSlice = Math.min(Math.max(slice - IN_TIME / 2 + 1, 0), times.length - IN_TIME);
        Lagrange.weights(roots, firstSlice, Math.sqrt(t - times[0]), inTime);
        double sum = 0;
        for (int k = 0; k < IN_TIME; k++) {
            sum += inTime[k] * alongLine(firstSlice + k, firstNode, inSpace);
        }
        return sum;
    }

    /** The last slice that is not after t, or the one that is t but for rounding. */
    private int slice(double t) {
        if (!(time.min() <= t && t <= time.max())) {
            throw new IllegalArgumentException(
                    "reference: %s = %s is outside [%s, %s]".formatted(time, t, time.min(), time.max()));
        }
        int found = Arrays.binarySearch(times, t);
        return found >= 0 ? found : -found - 2;
    }

    private double alongLine(int slice, int firstNode, double[] weights) {
        double sum = 0;
        for (int k = 0; k < IN_SPACE; k++) {
            sum += weights[k] * nodes[slice][IN_SPACE + firstNode + k];
        }
        return sum;
    }
}
