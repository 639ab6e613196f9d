package org.pinn4j.pde.symbol;

import java.util.ArrayList;
import java.util.List;

/** Numbers that satisfy linear equations and are given ones otherwise, by elimination. */
public final class Drawn {
    private static final double ROUNDING = 1e-12;

    private final List<double[]> rows = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();

    private Drawn() {}

    /**
     * Numbers with {@code Σ a[j]·x[j] + a[n] = 0} for every equation that does not contradict earlier ones.
     * @param equations each [n + 1]; read only
     * @param free what those have that the equations do not fix; overwritten by the numbers
     */
    public static void draw(List<double[]> equations, double[] free) {
        Drawn drawn = new Drawn();
        equations.forEach(e -> drawn.add(e.clone()));
        for (int i = drawn.rows.size() - 1; i >= 0; i--) { // an earlier row may have the pivots of later ones
            drawn.solve(i, free);
        }
    }

    private void add(double[] row) {
        int n = row.length - 1;
        double size = Math.abs(row[largest(row)]);
        for (int i = 0; i < rows.size(); i++) {
            double[] above = rows.get(i);
            int pivot = pivots.get(i);
            double factor = row[pivot] / above[pivot];
            for (int j = 0; j <= n && factor != 0; j++) {
                row[j] -= factor * above[j];
            }
            row[pivot] = 0;
        }
        int pivot = largest(row);
        if (Math.abs(row[pivot]) > ROUNDING * size) { // false for NaN
            rows.add(row);
            pivots.add(pivot);
        }
    }

    private static int largest(double[] row) {
        int largest = 0;
        for (int j = 1; j < row.length - 1; j++) {
            largest = Math.abs(row[j]) > Math.abs(row[largest]) ? j : largest;
        }
        return largest;
    }

    private void solve(int i, double[] x) {
        double[] row = rows.get(i);
        int pivot = pivots.get(i);
        double sum = row[x.length];
        for (int j = 0; j < x.length; j++) {
            sum += j == pivot ? 0 : row[j] * x[j];
        }
        x[pivot] = -sum / row[pivot] + 0.0; // no negative zero
    }
}
