package org.pinn4j.linear;

import java.util.List;

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

    private void solve(int from, int to, double[] b, double[][] weights, double[] residuals) {
        int count = to - from;
        double[] low = new double[rows * (count + 1)]; // with a spare column, as Matrices.allocate
        System.arraycopy(b, from * rows, low, 0, rows * count);
        double[] q = new double[n * (count + 1)];
        int row = 0;
        double[] scratch = Elimination.scratch();
        for (Reflectors panel : panels) {
            apply(panel, count, q, low, row, rows, scratch);
            row += panel.rows();
        }
        double[] regular = q.clone();
        apply(ridge.reflectors(), count, regular, new double[n * (count + 1)], 0, n, scratch);
        for (int c = 0; c < count; c++) {
            double[] x = new double[n];
            System.arraycopy(regular, c * n, x, 0, n);
            ridge.r().solve(x);
            weights[from + c] = x;
            double beyond = triangle.tools().blas().nrm2(rows, low, c * rows);
            residuals[from + c] = triangle.residual(x, q, c * n, beyond);
        }
    }

    private void apply(Reflectors by, int count, double[] q, double[] low, int row, int ldLow, double[] scratch) {
        for (int k = 0; k < n; k += by.block()) {
            int end = Math.min(n, k + by.block());
            by.apply(triangle.tools().blas(), k, end, count, q, k, n, low, row, ldLow, scratch);
        }
    }
}
