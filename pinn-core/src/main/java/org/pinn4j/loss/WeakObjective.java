package org.pinn4j.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.args.Args;
import org.pinn4j.blas.Blas;
import org.pinn4j.blas.Matrices;
import org.pinn4j.blas.Op;
import org.pinn4j.jets.Columns;
import org.pinn4j.optimize.LeastSquares;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.Flux;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Region;
import org.pinn4j.sampling.QuadraturePoints;

/**
 * Variational residuals: row k of an equation is ∫ source·v_k + Σ_i flux_i·∂_i v_k by quadrature, over the norm of ∇v_k and the size
 * of the rows at the start; then the rows of conditions that are not met by construction. <b>Threads:</b> one caller, workers
 * inside. Source: Kharazmi, Zhang, Karniadakis, CMAME 374 (2021) 113547.
 */
public final class WeakObjective implements LeastSquares {
    private static final int TILES = 8; // whose Jacobian is held at once

    private final WeightedRows integrands;
    private final List<List<TestBlocks.Block>> blocks; // by tile
    private final Optional<ResidualObjective> soft;
    private final Blas blas;
    private final Columns all;
    private final int tests; // rows of all equations
    private final double[] scale; // by test row
    private final double[] pointRows;
    private final String words;
    private double[] failedAt = {};

    /**
     * @param soft with points and weights; empty where nothing is left for it
     * @param thetas parameters whose rows tell their size
     */
    public WeakObjective(
            Ansatz ansatz,
            List<Flux> equations,
            TestFunctions functions,
            QuadraturePoints points,
            List<Parameter> parameters,
            Optional<ResidualObjective> soft,
            Workers workers,
            Blas blas,
            double[]... thetas) {
        Args.given(ansatz, "ansatz", functions, "functions");
        Args.list(equations, "equations");
        Args.given(points, "points", parameters, "parameters");
        Args.given(soft, "soft", workers, "workers");
        Args.given(blas, "blas");
        Args.array(thetas, "thetas");
        Args.atLeast(1, equations.size(), "equations");
        int dimension = points.points().dimension();
        if (dimension != ansatz.axes().size()
                || equations.stream().anyMatch(f -> f.flux().size() != dimension)) {
            throw new IllegalArgumentException(
                    "points and fluxes: need those of the %d axes of the network, got points of %d"
                            .formatted(ansatz.axes().size(), dimension));
        }
        this.soft = soft;
        this.blas = blas;
        this.words = "%s at %d %s".formatted(functions.describe(), points.count(), points);
        List<Condition> expressions = new ArrayList<>();
        List<int[]> axes = new ArrayList<>(); // by equation, −1 for the source
        for (Flux f : equations) {
            axes.add(add(f, expressions));
        }
        this.integrands = new WeightedRows(ansatz, List.of(expressions), parameters, workers, blas);
        integrands.setPoints(List.of(points.points()));
        this.all = Columns.all(integrands.parameters());
        this.tests = equations.size() * functions.count();
        this.scale = new double[tests];
        this.pointRows = new double[integrands.points().rows()];
        this.blocks = new TestBlocks(integrands.points(), axes, functions, points, scale).byTile();
        normalise(functions.count(), thetas);
    }

    /** Source first, then the fluxes that there are. */
    private static int[] add(Flux f, List<Condition> expressions) {
        List<Integer> axes = new ArrayList<>();
        for (int a = -1; a < f.flux().size(); a++) {
            var e = a < 0 ? f.source() : f.flux().get(a);
            if (e.number().orElse(1) != 0) {
                axes.add(a);
                expressions.add(e.equalTo(0).on(Region.interior()).named(f.name()));
            }
        }
        return axes.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Rows of each equation have one for the sum of their squares at the start. */
    private void normalise(int count, double[][] thetas) {
        for (int k = 0; k < tests; k++) {
            scale[k] = scale[k] > 0 ? 1 / Math.sqrt(scale[k]) : 0;
        }
        double[] largest = new double[tests / count];
        double[] r = new double[tests];
        for (double[] theta : thetas) {
            Args.atLeast(parameters(), theta, "thetas");
            testRows(theta, r);
            for (int m = 0; m < largest.length; m++) {
                double sum = 0;
                for (int k = m * count; k < (m + 1) * count; k++) {
                    sum += r[k] * r[k];
                }
                largest[m] = Math.max(largest[m], sum);
            }
        }
        for (int k = 0; k < tests; k++) {
            double size = largest[k / count];
            scale[k] *= size > 0 && Double.isFinite(size) ? 1 / Math.sqrt(size) : 1;
        }
    }

    private void testRows(double[] theta, double[] r) {
        integrands.values(theta, pointRows);
        reduce(pointRows, r);
    }

    /** r = B·rows. */
    private void reduce(double[] rows, double[] r) {
        Arrays.fill(r, 0, tests, 0);
        for (int t = 0; t < blocks.size(); t++) {
            int row = integrands.points().tile(t).row();
            for (TestBlocks.Block b : blocks.get(t)) {
                for (int c = 0; c < b.rows(); c++) {
                    double value = rows[row + b.firstRow() + c];
                    for (int k = 0; k < b.which().length; k++) {
                        r[b.testRow() + b.which()[k]] += b.matrix()[k + b.which().length * c] * value;
                    }
                }
            }
        }
        for (int k = 0; k < tests; k++) {
            r[k] *= scale[k];
        }
    }

    /** For logs. */
    String describe() {
        return words;
    }

    int points() {
        return integrands.points().count() + soft.map(ResidualObjective::points).orElse(0);
    }

    @Override
    public int parameters() {
        return integrands.parameters();
    }

    @Override
    public int rows() {
        return tests + soft.map(ResidualObjective::rows).orElse(0);
    }

    @Override
    public double value(double[] theta) {
        return residuals(theta, new double[rows()]);
    }

    @Override
    public double residuals(double[] theta, double[] r) {
        Args.given(theta, "theta", r, "r");
        Args.atLeast(parameters(), theta, "theta");
        Args.atLeast(rows(), r, "r");
        testRows(theta, r);
        double value = half(r);
        if (soft.isPresent()) {
            double[] more = new double[soft.get().rows()];
            value += soft.get().residuals(theta, more);
            System.arraycopy(more, 0, r, tests, more.length);
        }
        return noted(value, theta);
    }

    private double half(double[] r) {
        double sum = 0;
        for (int k = 0; k < tests; k++) {
            sum += r[k] * r[k];
        }
        return sum / 2;
    }

    private double noted(double value, double[] theta) {
        failedAt = Double.isFinite(value) ? failedAt : theta.clone();
        return value;
    }

    @Override
    public double gradient(double[] theta, double[] g) {
        double[] r = new double[rows()];
        double value = residuals(theta, r);
        jtw(theta, r, g);
        return value;
    }

    @Override
    public void jtw(double[] theta, double[] w, double[] out) {
        Args.given(theta, "theta", w, "w");
        Args.atLeast(parameters(), theta, "theta");
        Args.atLeast(rows(), w, "w");
        Args.atLeast(parameters(), out, "out");
        double[] rows = new double[pointRows.length];
        for (int t = 0; t < blocks.size(); t++) {
            int row = integrands.points().tile(t).row();
            for (TestBlocks.Block b : blocks.get(t)) {
                for (int c = 0; c < b.rows(); c++) {
                    double sum = 0;
                    for (int k = 0; k < b.which().length; k++) {
                        int test = b.testRow() + b.which()[k];
                        sum += b.matrix()[k + b.which().length * c] * scale[test] * w[test];
                    }
                    rows[row + b.firstRow() + c] = sum;
                }
            }
        }
        integrands.sum(theta, rows, out);
        if (soft.isPresent()) {
            double[] more = new double[parameters()];
            soft.get().jtw(theta, Arrays.copyOfRange(w, tests, rows()), more);
            blas.axpy(parameters(), 1, more, 0, out, 0);
        }
    }

    @Override
    public void jv(double[] theta, double[] v, double[] out) {
        Args.given(theta, "theta", v, "v");
        Args.atLeast(parameters(), theta, "theta");
        Args.atLeast(parameters(), v, "v");
        Args.atLeast(rows(), out, "out");
        integrands.sweeps.tangents(integrands.points(), theta, v, pointRows);
        reduce(pointRows, out);
        if (soft.isPresent()) {
            double[] more = new double[soft.get().rows()];
            soft.get().jv(theta, v, more);
            System.arraycopy(more, 0, out, tests, more.length);
        }
    }

    /** The rows of tests with all their derivatives. @param r overwritten: [tests] @return [tests × parameters] */
    private double[] jacobian(double[] theta, double[] r) {
        int p = parameters();
        TiledPoints points = integrands.points();
        double[] j = Matrices.allocate(tests, p);
        for (int first = 0; first < points.tiles(); first += TILES) {
            int end = Math.min(points.tiles(), first + TILES);
            int firstRow = points.tile(first).row();
            int height = points.tile(end - 1).row() + points.height(end - 1) - firstRow;
            double[] rows = new double[height];
            double[] part = Matrices.allocate(height, p);
            integrands.sweeps.jacobian(points, theta, first, end, all, rows, part, 0, height);
            System.arraycopy(rows, 0, pointRows, firstRow, height);
            for (int t = first; t < end; t++) {
                for (TestBlocks.Block b : blocks.get(t)) {
                    add(b, part, points.tile(t).row() - firstRow + b.firstRow(), height, j);
                }
            }
        }
        for (int c = 0; c < p; c++) {
            for (int k = 0; k < tests; k++) {
                j[k + c * tests] *= scale[k];
            }
        }
        reduce(pointRows, r);
        return j;
    }

    private void add(TestBlocks.Block b, double[] part, int at, int ld, double[] j) {
        int n = b.which().length;
        double[] product = Matrices.allocate(n, parameters());
        blas.gemm(Op.NONE, Op.NONE, n, parameters(), b.rows(), 1, b.matrix(), 0, n, part, at, ld, 0, product, 0, n);
        for (int c = 0; c < parameters(); c++) {
            for (int k = 0; k < n; k++) {
                j[b.testRow() + b.which()[k] + c * tests] += product[k + c * n];
            }
        }
    }

    @Override
    public double normal(double[] theta, double[] a, int lda, double[] g, double[] r) {
        Args.given(theta, "theta", a, "a");
        Args.given(g, "g", r, "r");
        int p = parameters();
        Args.atLeast(p, theta, "theta");
        Args.atLeast(Args.atLeast(p, lda, "lda") * (p - 1L) + p, a, "a");
        Args.atLeast(p, g, "g");
        Args.atLeast(rows(), r, "r");
        double value = 0;
        boolean more = soft.isPresent();
        if (more) {
            double[] own = new double[soft.get().rows()];
            value = soft.get().normal(theta, a, lda, g, own);
            System.arraycopy(own, 0, r, tests, own.length);
        }
        double[] j = jacobian(theta, r);
        blas.syrk(Op.TRANSPOSE, p, tests, 1, j, 0, tests, more ? 1 : 0, a, 0, lda);
        blas.gemv(Op.TRANSPOSE, tests, p, 1, j, 0, tests, r, 0, more ? 1 : 0, g, 0);
        return noted(value + half(r), theta);
    }

    @Override
    public void jacobian(double[] theta, int firstRow, int count, double[] r, double[] j, int ldj) {
        Args.given(theta, "theta", r, "r");
        Args.atLeast(parameters(), theta, "theta");
        Args.within(0, rows(), firstRow, "firstRow");
        Args.within(0, rows() - firstRow, count, "count");
        Args.atLeast(count, r, "r");
        Args.atLeast((parameters() - 1L) * Args.atLeast(count, ldj, "ldj") + count, j, "j");
        int own = Math.max(0, Math.min(tests, firstRow + count) - firstRow);
        if (own > 0) {
            double[] values = new double[tests];
            double[] full = jacobian(theta, values);
            System.arraycopy(values, firstRow, r, 0, own);
            for (int c = 0; c < parameters(); c++) {
                System.arraycopy(full, firstRow + c * tests, j, c * ldj, own);
            }
        }
        if (own < count) {
            int rest = count - own;
            double[] values = new double[rest];
            double[] full = Matrices.allocate(rest, parameters());
            soft.orElseThrow().jacobian(theta, firstRow + own - tests, rest, values, full, rest);
            System.arraycopy(values, 0, r, own, rest);
            for (int c = 0; c < parameters(); c++) {
                System.arraycopy(full, c * rest, j, c * ldj + own, rest);
            }
        }
    }

    @Override
    public String diagnosis() {
        return failedAt.length == 0 ? "" : integrands.diagnosis(failedAt);
    }
}
