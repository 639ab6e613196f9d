package org.pinn4j.pde.symbol;

import java.util.Arrays;

/**
 * Whether linear equations have a solution, by elimination with full pivoting. What is left of a number after elimination is
 * judged against the sizes it was made of: below {@link #ROUNDING} of them it is zero. Cost: O(rows · columns · rank).
 */
public final class Elimination {
    private static final double ROUNDING = 1e-9;

    private final double[][] matrix;
    private final double[][] sizes;
    private final int unknowns;

    private Elimination(double[][] matrix) {
        this.unknowns = matrix[0].length - 1;
        this.matrix = new double[matrix.length][];
        this.sizes = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            double scale = 0;
            for (int j = 0; j < unknowns; j++) {
                scale = Math.max(scale, Math.abs(matrix[i][j]));
            }
            this.matrix[i] = new double[unknowns + 1];
            this.sizes[i] = new double[unknowns + 1];
            for (int j = 0; j <= unknowns; j++) {
                this.matrix[i][j] = matrix[i][j] / (scale == 0 ? 1 : scale);
                this.sizes[i][j] = Math.abs(this.matrix[i][j]);
            }
        }
    }

    /**
     * Whether {@code Σ a[i][j]·x[j] + a[i][n] = 0} for all i has a solution x.
     * @param equations [rows × (n + 1)], at least one row; read only
     */
    public static boolean solvable(double[][] equations) {
        Elimination e = new Elimination(equations);
        for (int rank = 0; rank < equations.length; rank++) {
            if (!e.pivot(rank)) {
                return e.consistentFrom(rank);
            }
        }
        return true;
    }

    /** The rank of a matrix. @param rows at least one; read only */
    public static int rank(double[][] rows) {
        Elimination e = new Elimination(
                Arrays.stream(rows).map(r -> Arrays.copyOf(r, r.length + 1)).toArray(double[][]::new));
        int rank = 0;
        while (rank < rows.length && e.pivot(rank)) {
            rank++;
        }
        return rank;
    }

    /** Eliminates with the largest number from row {@code rank} on; false if all of them are zero. */
    private boolean pivot(int rank) {
        int row = -1;
        int column = -1;
        double most = 0;
        for (int i = rank; i < matrix.length; i++) {
            for (int j = 0; j < unknowns; j++) {
                double size = Math.abs(matrix[i][j]);
                if (size > ROUNDING * sizes[i][j] && size > most) {
                    most = size;
                    row = i;
                    column = j;
                }
            }
        }
        if (row < 0) {
            return false;
        }
        swap(matrix, rank, row);
        swap(sizes, rank, row);
        for (int i = rank + 1; i < matrix.length; i++) {
            subtract(i, rank, matrix[i][column] / matrix[rank][column]);
            matrix[i][column] = 0;
            sizes[i][column] = 0;
        }
        return true;
    }

    private void subtract(int row, int pivot, double factor) {
        for (int j = 0; j <= unknowns && factor != 0; j++) {
            matrix[row][j] -= factor * matrix[pivot][j];
            sizes[row][j] += Math.abs(factor) * sizes[pivot][j];
        }
    }

    private static void swap(double[][] rows, int a, int b) {
        double[] kept = rows[a];
        rows[a] = rows[b];
        rows[b] = kept;
    }

    private boolean consistentFrom(int rank) {
        for (int i = rank; i < matrix.length; i++) {
            if (Math.abs(matrix[i][unknowns]) > ROUNDING * Math.max(sizes[i][unknowns], Double.MIN_NORMAL)) {
                return false;
            }
        }
        return true;
    }
}
