package org.pinn4j.validation.discrete;

import java.util.Arrays;
import org.pinn4j.validation.system.BandMatrix;

/** A square matrix by the entries of its rows, columns ascending. Immutable. */
final class SparseMatrix {
    private final int[] start;
    private final int[] columns;
    private final double[] values;

    private SparseMatrix(int[] start, int[] columns, double[] values) {
        this.start = start;
        this.columns = columns;
        this.values = values;
    }

    /** Takes entries in any order, several at one place, and adds those up. */
    static final class Builder implements Entries {
        private final int n;
        private int count;
        private int[] row = new int[1024];
        private int[] column = new int[1024];
        private double[] value = new double[1024];

        Builder(int n) {
            this.n = n;
        }

        @Override
        public void add(int i, int j, double x) {
            if (count == row.length) {
                row = Arrays.copyOf(row, 2 * count);
                column = Arrays.copyOf(column, 2 * count);
                value = Arrays.copyOf(value, 2 * count);
            }
            row[count] = i;
            column[count] = j;
            value[count++] = x;
        }

        /** Two passes of counting sort, by column and then by row, leave equal places side by side. */
        SparseMatrix build() {
            int[] byColumn = sorted(column, identity(count));
            int[] order = sorted(row, byColumn);
            int[] start = new int[n + 1];
            int[] columns = new int[count];
            double[] values = new double[count];
            int used = 0;
            int before = -1;
            for (int k = 0; k < count; k++) {
                int at = order[k];
                boolean again = before >= 0 && row[before] == row[at] && column[before] == column[at];
                used += again ? 0 : 1;
                columns[used - 1] = column[at];
                values[used - 1] += value[at];
                start[row[at] + 1] = used;
                before = at;
            }
            for (int i = 0; i < n; i++) {
                start[i + 1] = Math.max(start[i + 1], start[i]);
            }
            return new SparseMatrix(start, Arrays.copyOf(columns, used), Arrays.copyOf(values, used));
        }

        private static int[] identity(int count) {
            int[] order = new int[count];
            for (int k = 0; k < count; k++) {
                order[k] = k;
            }
            return order;
        }

        private int[] sorted(int[] key, int[] order) {
            int[] next = new int[n + 1];
            for (int k = 0; k < count; k++) {
                next[key[k] + 1]++;
            }
            for (int i = 0; i < n; i++) {
                next[i + 1] += next[i];
            }
            int[] result = new int[count];
            for (int at : order) {
                result[next[key[at]]++] = at;
            }
            return result;
        }
    }

    int size() {
        return start.length - 1;
    }

    int entries() {
        return values.length;
    }

    double get(int i, int j) {
        int at = Arrays.binarySearch(columns, start[i], start[i + 1], j);
        return at < 0 ? 0 : values[at];
    }

    /** Calls for each entry. */
    void each(Entries action) {
        for (int i = 0; i < size(); i++) {
            eachIn(i, action);
        }
    }

    void eachIn(int row, Entries action) {
        for (int e = start[row]; e < start[row + 1]; e++) {
            action.add(row, columns[e], values[e]);
        }
    }

    /** Σ a[row][j]·x[j]. */
    double times(int row, double[] x) {
        double sum = 0;
        for (int e = start[row]; e < start[row + 1]; e++) {
            sum += values[e] * x[columns[e]];
        }
        return sum;
    }

    /** The largest |a[row][j]|. */
    double largest(int row) {
        double largest = 0;
        for (int e = start[row]; e < start[row + 1]; e++) {
            largest = Math.max(largest, Math.abs(values[e]));
        }
        return largest;
    }

    void into(BandMatrix band) {
        band.clear();
        each(band::add);
    }
}
