package org.pinn4j.loss;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.args.Args;
import org.pinn4j.blas.Blas;
import org.pinn4j.jets.Columns;
import org.pinn4j.optimize.LeastSquares;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Parameter;

/**
 * The residuals of a problem as a sum over {@link TiledPoints}. Rows and partial sums come from {@link TileSweeps}, whoever
 * makes them; here they are added in the order of {@link SumTree}, which the points alone fix. <b>Threads:</b> one caller.
 * <b>Allocation:</b> none in any sweep after the first that follows {@link #setPoints}.
 */
public final class ResidualObjective implements LeastSquares {
    private static final double[] NONE = {};

    private final List<Axis> axes;
    private final List<RegionProgram> regions;
    private final TileSweeps sweeps;
    private final RangeSums squares; // apart from the others: each keeps the memory of its nodes
    private final RangeSums gradients;
    private final RangeSums matrices;
    private final double[][] weights; // [region][output]: w_m·s_m²
    private final double[] failedAt;
    private boolean failed;
    private TiledPoints points;

    /** With sweeps of its own, by the threads of {@code workers}. */
    public ResidualObjective(
            Ansatz ansatz, List<RegionProgram> regions, List<Parameter> parameters, Workers workers, Blas blas) {
        this(
                Args.given(ansatz, "ansatz").axes(),
                Args.list(regions, "regions"),
                new ThreadSweeps(
                        ansatz,
                        List.copyOf(regions),
                        Args.given(parameters, "parameters"),
                        Args.given(workers, "workers"),
                        Args.given(blas, "blas")),
                workers);
    }

    /** @param workers add large partial sums */
    ResidualObjective(List<Axis> axes, List<RegionProgram> regions, TileSweeps sweeps, Workers workers) {
        this.axes = axes;
        this.regions = List.copyOf(regions);
        this.sweeps = sweeps;
        this.squares = new RangeSums(workers);
        this.gradients = new RangeSums(workers);
        this.matrices = new RangeSums(workers);
        this.failedAt = new double[sweeps.parameters()];
        this.weights = new double[regions.size()][];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = new double[regions.get(k).outputs()];
            Arrays.fill(weights[k], 1);
        }
    }

    /** Sets w_m·s_m² of one condition. Call {@link #setPoints} (or again) before the next sweep. */
    public void setWeight(int region, int output, double weight) {
        Args.index(region, regions.size(), "region");
        Args.index(output, regions.get(region).outputs(), "output");
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("weight of %s: need a finite number >= 0, got %s"
                    .formatted(regions.get(region).conditions().get(output).name(), weight));
        }
        weights[region][output] = weight;
    }

    /** Sets all weights as in another objective of the same regions, see {@link #setWeight}. */
    public void setWeights(ResidualObjective other) {
        Args.given(other, "other");
        for (int k = 0; k < weights.length; k++) {
            System.arraycopy(other.weights[k], 0, weights[k], 0, weights[k].length);
        }
    }

    /** The points of every region, in the order of the regions, in ranges of constant length unless they are in ranges. */
    public void setPoints(List<RegionPoints> newPoints) {
        Args.list(newPoints, "newPoints");
        points = TiledPoints.of(regions, newPoints, weights);
    }

    /** The points of some regions; others take no part in sums. */
    public void setPoints(Map<Integer, RegionPoints> newPoints) {
        Args.map(newPoints, "newPoints");
        RegionPoints[] all = new RegionPoints[regions.size()];
        newPoints.forEach((k, p) -> all[Args.index(k, all.length, "newPoints")] = p);
        points = TiledPoints.some(regions, all, weights);
    }

    /** Some of the {@code outOf} points of one region alone. */
    void setPoints(int region, RegionPoints newPoints, int outOf) {
        points = TiledPoints.ofRegion(regions, region, newPoints, outOf, weights);
    }

    /** The points with their weights, as they are summed. */
    public TiledPoints tiled() {
        return points;
    }

    public List<RegionProgram> regions() {
        return regions;
    }

    /** Points over all regions. */
    public int points() {
        return points.count();
    }

    @Override
    public int parameters() {
        return sweeps.parameters();
    }

    @Override
    public int rows() {
        return points.rows();
    }

    private double finish(RangeSums sums, double[] theta) {
        double value = sums.finish() / 2;
        failed = !Double.isFinite(value);
        if (failed) {
            System.arraycopy(theta, 0, failedAt, 0, failedAt.length);
        }
        return value;
    }

    @Override
    public double value(double[] theta) {
        Args.given(theta, "theta");
        Args.atLeast(parameters(), theta, "theta");
        return residuals(theta, NONE);
    }

    @Override
    public double residuals(double[] theta, double[] r) {
        Args.given(theta, "theta", r, "r");
        Args.atLeast(parameters(), theta, "theta");
        Args.atLeast(r.length == 0 ? 0 : rows(), r, "r"); // none: the value alone
        squares.begin(points.ranges());
        sweeps.residuals(points, theta, r, squares);
        return finish(squares, theta);
    }

    @Override
    public double gradient(double[] theta, double[] g) {
        Args.given(theta, "theta", g, "g");
        Args.atLeast(parameters(), theta, "theta");
        Args.atLeast(parameters(), g, "g");
        gradients.begin(points.ranges(), g, NONE, 0, parameters());
        sweeps.gradient(points, theta, gradients);
        return finish(gradients, theta);
    }

    @Override
    public void jtw(double[] theta, double[] w, double[] out) {
        Args.given(theta, "theta", w, "w");
        Args.given(out, "out");
        Args.atLeast(parameters(), theta, "theta");
        Args.atLeast(rows(), w, "w");
        Args.atLeast(parameters(), out, "out");
        gradients.begin(points.ranges(), out, NONE, 0, parameters());
        sweeps.transposed(points, theta, w, gradients);
        gradients.finish();
    }

    @Override
    public double normal(double[] theta, double[] a, int lda, double[] g, double[] r) {
        Args.given(theta, "theta", a, "a");
        Args.given(g, "g", r, "r");
        Args.atLeast(parameters(), theta, "theta");
        Args.atLeast(Args.atLeast(parameters(), lda, "lda") * (parameters() - 1L) + parameters(), a, "a");
        Args.atLeast(parameters(), g, "g");
        Args.atLeast(rows(), r, "r");
        matrices.begin(points.ranges(), g, a, lda, parameters());
        sweeps.normal(points, theta, r, matrices);
        return finish(matrices, theta);
    }

    @Override
    public void jacobian(double[] theta, int firstRow, int count, double[] r, double[] j, int ldj) {
        Args.atLeast(parameters(), theta, "theta");
        jacobian(theta, Columns.all(parameters()), firstRow, count, r, j, ldj);
    }

    /** Rows with the derivatives by some parameters alone, see {@link LeastSquares#jacobian}. */
    public void jacobian(double[] theta, Columns columns, int firstRow, int count, double[] r, double[] j, int ldj) {
        Args.given(columns, "columns");
        Args.atLeast(parameters(), theta, "theta");
        Args.within(0, rows(), firstRow, "firstRow");
        Args.within(0, rows() - firstRow, count, "count");
        Args.atLeast(count, r, "r");
        Args.atLeast((columns.count() - 1L) * Args.atLeast(count, ldj, "ldj") + count, j, "j");
        if (count == rows()) {
            sweeps.jacobian(points, theta, 0, points.tiles(), columns, r, j, 0, ldj);
            return;
        }
        for (int t = 0; t < points.tiles(); t++) {
            int row = points.tile(t).row();
            int height = points.height(t);
            int from = Math.max(firstRow, row);
            int n = Math.min(firstRow + count, row + height) - from;
            if (n > 0) {
                double[] rows = new double[height];
                double[] derivatives = new double[columns.count() * height];
                sweeps.jacobian(points, theta, t, t + 1, columns, rows, derivatives, 0, height);
                for (int c = 0; c < columns.count(); c++) {
                    System.arraycopy(derivatives, c * height + from - row, j, c * ldj + from - firstRow, n);
                }
                System.arraycopy(rows, from - row, r, from - firstRow, n);
            }
        }
    }

    /** The rows of whole tiles with the derivatives by some parameters, see {@link TileSweeps#jacobian}. */
    public void jacobian(
            double[] theta, int firstTile, int endTile, Columns columns, double[] r, double[] j, int at, int ld) {
        Args.given(theta, "theta", columns, "columns");
        Args.given(r, "r", j, "j");
        sweeps.jacobian(points, theta, firstTile, endTile, columns, r, j, at, ld);
    }

    @Override
    public void jv(double[] theta, double[] v, double[] out) {
        Args.given(theta, "theta", v, "v");
        Args.given(out, "out");
        Args.atLeast(parameters(), theta, "theta");
        Args.atLeast(parameters(), v, "v");
        Args.atLeast(rows(), out, "out");
        sweeps.tangents(points, theta, v, out);
    }

    @Override
    public String diagnosis() {
        if (!failed) {
            return "";
        }
        double[] r = new double[rows()];
        squares.begin(points.ranges());
        sweeps.residuals(points, failedAt, r, squares);
        squares.finish();
        return ResidualDiagnosis.of(points, axes, r);
    }
}
