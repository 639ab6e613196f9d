package org.pinn4j.jets;

import java.util.Arrays;

/**
 * Which parameters a Jacobian has columns for, in their order: all, or some ranges of theta. A dense layer takes part as a
 * whole or not at all. Immutable.
 */
public final class Columns {
    private final int[] column; // by parameter; -1: none
    private final int count;

    private Columns(int[] column, int count) {
        this.column = column;
        this.count = count;
    }

    /** Every parameter of theta. */
    public static Columns all(int parameters) {
        return ranges(parameters, 0, parameters);
    }

    /** @param bounds from (included) and to (excluded) of each range, ascending */
    public static Columns ranges(int parameters, int... bounds) {
        int[] column = new int[parameters];
        Arrays.fill(column, -1);
        int count = 0;
        int end = 0;
        for (int k = 0; k < bounds.length; k += 2) {
            if (k + 1 == bounds.length || bounds[k] < end || bounds[k + 1] < bounds[k] || bounds[k + 1] > parameters) {
                throw new IllegalArgumentException("columns: need ascending ranges of [0, %d), got %s"
                        .formatted(parameters, Arrays.toString(bounds)));
            }
            for (end = bounds[k]; end < bounds[k + 1]; end++) {
                column[end] = count++;
            }
        }
        return new Columns(column, count);
    }

    /** How many columns. */
    public int count() {
        return count;
    }

    public boolean has(int parameter) {
        return column[parameter] >= 0;
    }

    /** The column of a parameter, or -1. */
    public int of(int parameter) {
        return column[parameter];
    }

    /** Those of all parameters that have columns. @param theta [parameters] @return [columns] */
    public double[] part(double[] theta) {
        double[] part = new double[count];
        for (int k = 0; k < column.length; k++) {
            if (has(k)) {
                part[column[k]] = theta[k];
            }
        }
        return part;
    }

    /** Whether all of [from, to) have columns, {@code false} if none has. */
    boolean hasAll(int from, int to) {
        boolean has = has(from);
        for (int k = from; k < to; k++) {
            if (has(k) != has) {
                throw new IllegalArgumentException(
                        "columns: parameters [%d, %d) are one layer; take all of them or none".formatted(from, to));
            }
        }
        return has;
    }
}
