package org.pinn4j.pde.symbol;

import java.util.Arrays;
import java.util.Optional;

/**
 * Rows assigned to different columns with the largest sum of weights.
 * Cost: O(rows² · columns). Source: Kuhn, Naval Research Logistics Quarterly 2 (1955) 83, in the form with potentials.
 */
public final class Assignment {
    /** The weight of a pair that must not be taken. */
    public static final int NEVER = Integer.MIN_VALUE;

    private final int rows;
    private final int columns;
    private final long[][] cost;
    private final long[] rowPotential;
    private final long[] columnPotential;
    private final int[] rowOf;

    private Assignment(int[][] weights, int columns) {
        this.rows = weights.length;
        this.columns = columns;
        this.cost = new long[rows + 1][columns + 1];
        this.rowPotential = new long[rows + 1];
        this.columnPotential = new long[columns + 1];
        this.rowOf = new int[columns + 1];
        for (int i = 1; i <= rows; i++) {
            for (int j = 1; j <= columns; j++) {
                cost[i][j] = weights[i - 1][j - 1] == NEVER ? 1L << 40 : -(long) weights[i - 1][j - 1];
            }
        }
    }

    /**
     * The column of each row.
     * @param weights [rows × columns], at least as many columns as rows, sizes below 2²⁰
     * @return empty if every assignment has a pair that must not be taken
     */
    public static Optional<int[]> of(int[][] weights, int columns) {
        Assignment search = new Assignment(weights, columns);
        for (int row = 1; row <= weights.length; row++) {
            search.add(row);
        }
        int[] column = new int[weights.length];
        Arrays.fill(column, -1);
        for (int j = 1; j <= columns; j++) {
            if (search.rowOf[j] > 0) {
                column[search.rowOf[j] - 1] = j - 1;
            }
        }
        for (int i = 0; i < column.length; i++) {
            if (weights[i][column[i]] == NEVER) {
                return Optional.empty();
            }
        }
        return Optional.of(column);
    }

    /** One more row by the cheapest alternating path. */
    private void add(int row) {
        long[] least = new long[columns + 1];
        int[] from = new int[columns + 1];
        boolean[] seen = new boolean[columns + 1];
        Arrays.fill(least, Long.MAX_VALUE);
        rowOf[0] = row;
        int column = 0;
        do {
            seen[column] = true;
            column = nearest(column, least, from, seen);
        } while (rowOf[column] != 0);
        while (column != 0) {
            rowOf[column] = rowOf[from[column]];
            column = from[column];
        }
    }

    private int nearest(int column, long[] least, int[] from, boolean[] seen) {
        int row = rowOf[column];
        int next = 0;
        for (int j = 1; j <= columns; j++) {
            long reduced = cost[row][j] - rowPotential[row] - columnPotential[j];
            if (!seen[j] && reduced < least[j]) {
                least[j] = reduced;
                from[j] = column;
            }
            if (!seen[j] && (next == 0 || least[j] < least[next])) {
                next = j;
            }
        }
        long step = least[next];
        for (int j = 0; j <= columns; j++) {
            if (seen[j]) {
                rowPotential[rowOf[j]] += step;
                columnPotential[j] -= step;
            } else {
                least[j] -= j == 0 ? 0 : step;
            }
        }
        return next;
    }
}
