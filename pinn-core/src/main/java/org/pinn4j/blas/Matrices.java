package org.pinn4j.blas;

/** Storage for column-major matrices. */
public final class Matrices {
    private Matrices() {}

    /**
     * Zeroed storage for a [rows × columns] matrix with leading dimension {@code rows}, and one spare column: native
     * libraries are reached through checks that count whole columns from an offset, so a block that starts below the first
     * row of the last column would otherwise be refused.
     * @throws IllegalArgumentException when the matrix does not fit into one Java array
     */
    public static double[] allocate(int rows, int columns) {
        if (rows < 0 || columns < 0) {
            throw new IllegalArgumentException("matrix: need sizes >= 0, got [%d × %d]".formatted(rows, columns));
        }
        long length = (long) rows * (columns + 1L);
        if (length > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "matrix: [%d × %d] needs %d entries, one array holds %d; use fewer parameters or a method without a dense matrix"
                            .formatted(rows, columns, length, Integer.MAX_VALUE - 8));
        }
        return new double[(int) length];
    }
}
