package org.pinn4j.linear;

import java.util.Arrays;
import java.util.List;
import org.pinn4j.args.Args;

/** A factorisation that takes any number of right-hand sides, made by {@link KeptQr}. Immutable; one solve at a time. */
public final class KeptFactor {
    private final Triangle triangle;
    private final List<Reflectors> panels;
    private final Ridge ridge;
    private final int n;
    private final int rows;

    KeptFactor(Triangle triangle, List<Reflectors> panels, Ridge ridge) {
        this.triangle = triangle;
        this.panels = panels;
        this.ridge = ridge;
        n = triangle.columns();
        rows = panels.stream().mapToInt(Reflectors::rows).sum();
    }

    /** R, without right-hand sides and ridge. */
    public Triangle triangle() {
        return triangle;
    }

    /** Rows of the matrix. */
    public int rows() {
        return rows;
    }

    /**
     * min ‖A·x − b‖; right-hand sides in strips for the workers.
     * @param b [rows × count], leading dimension {@code rows}, rows as they were added
     */
    public LinearSolution solve(int count, double[] b) {
        Args.given(b, "b");
        Args.within(0, Args.MOST_ENTRIES / Math.max(1, triangle.columns()), count, "count");
        if (count < 0 || b.length < (long) rows * count) {
            throw new IllegalArgumentException(
                    "right-hand sides: need [%d × %d], got %d numbers".formatted(rows, count, b.length));
        }
        double[][] weights = new double[count][];
        double[] residuals = new double[count];
        int strips = (count + Elimination.STRIP - 1) / Elimination.STRIP;
        triangle.tools().workers().forEach(strips, (worker, strip) -> {
            int from = strip * Elimination.STRIP;
            solve(from, Math.min(count, from + Elimination.STRIP), b, weights, residuals);
        });
        return new LinearSolution(weights, residuals);
    }

    /**
     * min ‖A·x − (A·around + b)‖, without a product with A: from weights and what they leave of a right-hand side, the weights
     * that do best, held by the ridge themselves and not only where they differ.
     * @param around [columns]
     * @param b [rows]
     */
    public double[] solveAround(double[] around, double[] b) {
        Args.given(around, "around", b, "b");
        if (around.length != n || b.length < rows) {
            throw new IllegalArgumentException("right-hand side: need %d weights and %d rows, got %d and %d"
                    .formatted(n, rows, around.length, b.length));
        }
        double[] low = Arrays.copyOf(b, 2 * rows);
        double[] q = reflected(1, low);
        triangle.tools().blas().axpy(n, 1, triangle.upper().times(around), 0, q, 0);
        return regular(1, q)[0];
    }

    private void solve(int from, int to, double[] b, double[][] weights, double[] residuals) {
        int count = to - from;
        double[] low = new double[rows * (count + 1)]; // with a spare column, as Matrices.allocate
        System.arraycopy(b, from * rows, low, 0, rows * count);
        double[] q = reflected(count, low);
        double[][] x = regular(count, q);
        for (int c = 0; c < count; c++) {
            weights[from + c] = x[c];
            double beyond = triangle.tools().blas().nrm2(rows, low, c * rows);
            residuals[from + c] = triangle.residual(x[c], q, c * n, beyond);
        }
    }

    /** Qᵀ·b: [n × count]. @param low b with a spare column; becomes what no combination of columns takes up */
    private double[] reflected(int count, double[] low) {
        double[] q = new double[n * (count + 1)];
        int row = 0;
        double[] scratch = Elimination.scratch();
        for (Reflectors panel : panels) {
            apply(panel, count, q, low, row, rows, scratch);
            row += panel.rows();
        }
        return q;
    }

    /** The weights for Qᵀ·b with the ridge: [count][n]. */
    private double[][] regular(int count, double[] q) {
        double[] regular = q.clone();
        apply(ridge.reflectors(), count, regular, new double[n * (count + 1)], 0, n, Elimination.scratch());
        double[][] weights = new double[count][n];
        for (int c = 0; c < count; c++) {
            System.arraycopy(regular, c * n, weights[c], 0, n);
            ridge.r().solve(weights[c]);
        }
        return weights;
    }

    private void apply(Reflectors by, int count, double[] q, double[] low, int row, int ldLow, double[] scratch) {
        for (int k = 0; k < n; k += by.block()) {
            int end = Math.min(n, k + by.block());
            by.apply(triangle.tools().blas(), k, end, count, q, k, n, low, row, ldLow, scratch);
        }
    }
}
