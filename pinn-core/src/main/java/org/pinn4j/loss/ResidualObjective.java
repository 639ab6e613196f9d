package org.pinn4j.loss;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.autodiff.Tiles;
import org.pinn4j.blas.Blas;
import org.pinn4j.optimize.LeastSquares;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Parameter;

/**
 * The residuals of a problem as a sum over tiles of points: row i of condition m is √(w_m/N_m)·s_m·F_m(x_i).
 *
 * <p>Scalars are one partial per tile, added in tile order; the gradient one partial per fixed block of tiles; JᵀJ is summed
 * panel by panel, see {@link NormalMatrix}. The order of every sum is fixed by the points alone, so the bits do not depend on the
 * number of workers. <b>Threads:</b> one caller. <b>Allocation:</b> none after {@link #setPoints}, in any sweep.
 */
public final class ResidualObjective implements LeastSquares {
    private static final int TILE = Tiles.POINTS;
    private static final int BLOCKS_PER_ROUND = 32;

    private final Ansatz ansatz;
    private final List<RegionProgram> regions;
    private final List<Parameter> parameters;
    private final Workers workers;
    private final Blas blas;
    private final RegionWorkspace[][] workspaces; // [worker][region]
    private final int networkParameters;
    private final double[] coefficients;
    private final double[] slopes;
    private final double[][] weights; // [region][output]: w_m·s_m²
    private final double[][] scales; // [region][output]: √(w_m/N_m)·s_m
    private final double[][] partial;
    private final NormalMatrix normalMatrix;
    private RegionPoints[] points;
    private Tile[] tiles = {};
    private double[] tileSum = {};
    private int rows;

    private double[] theta;
    private double[] vector;
    private double[] target;
    private int round;
    private double[] failedAt;

    private final Workers.Task residualTask = this::residualTile;
    private final Workers.Task gradientTask = this::gradientBlock;
    private final Workers.Task weightedTask = this::weightedBlock;
    private final Workers.Task reduceTask = this::reduceSlice;
    private final Workers.Task tangentTask = this::tangentTile;

    /** Some points of one region. */
    record Tile(int region, int first, int n, int row) {}

    public ResidualObjective(
            Ansatz ansatz, List<RegionProgram> regions, List<Parameter> parameters, Workers workers, Blas blas) {
        this.ansatz = ansatz;
        this.regions = List.copyOf(regions);
        this.parameters = List.copyOf(parameters);
        this.workers = workers;
        this.blas = blas;
        this.networkParameters = ansatz.networkParameters();
        this.coefficients = new double[parameters.size()];
        this.slopes = new double[parameters.size()];
        this.workspaces = new RegionWorkspace[workers.count()][regions.size()];
        for (RegionWorkspace[] row : workspaces) {
            for (int k = 0; k < row.length; k++) {
                row[k] = new RegionWorkspace(regions.get(k), ansatz, blas);
            }
        }
        this.weights = new double[regions.size()][];
        this.scales = new double[regions.size()][];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = new double[regions.get(k).outputs()];
            scales[k] = new double[regions.get(k).outputs()];
            Arrays.fill(weights[k], 1);
        }
        this.partial = new double[BLOCKS_PER_ROUND][parameters()];
        this.normalMatrix = new NormalMatrix(this, workers, blas);
    }

    /** Sets w_m·s_m² of one condition. Call {@link #setPoints} (or again) before the next sweep. */
    public void setWeight(int region, int output, double weight) {
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("weight of %s: need a finite number >= 0, got %s"
                    .formatted(regions.get(region).conditions().get(output).name(), weight));
        }
        weights[region][output] = weight;
    }

    /** Sets all weights as in another objective of the same regions, see {@link #setWeight}. */
    public void setWeights(ResidualObjective other) {
        for (int k = 0; k < weights.length; k++) {
            System.arraycopy(other.weights[k], 0, weights[k], 0, weights[k].length);
        }
    }

    /** The points of every region, in the order of the regions. */
    public void setPoints(List<RegionPoints> newPoints) {
        points = newPoints.toArray(RegionPoints[]::new);
        java.util.ArrayList<Tile> list = new java.util.ArrayList<>();
        rows = 0;
        for (int k = 0; k < points.length; k++) {
            int count = points[k].count();
            int outputs = regions.get(k).outputs();
            for (int output = 0; output < outputs; output++) {
                scales[k][output] = Math.sqrt(weights[k][output] / count);
            }
            for (int first = 0; first < count; first += TILE) {
                int n = Math.min(TILE, count - first);
                list.add(new Tile(k, first, n, rows));
                rows += n * outputs;
            }
        }
        tiles = list.toArray(Tile[]::new);
        tileSum = new double[tiles.length];
        normalMatrix.setTiles(
                tiles, regions.stream().mapToInt(RegionProgram::outputs).toArray());
    }

    public List<RegionProgram> regions() {
        return regions;
    }

    /** Points over all regions. */
    public int points() {
        int sum = 0;
        for (RegionPoints p : points) {
            sum += p.count();
        }
        return sum;
    }

    @Override
    public int parameters() {
        return networkParameters + parameters.size();
    }

    @Override
    public int rows() {
        return rows;
    }

    private void begin(double[] newTheta) {
        theta = newTheta;
        for (int k = 0; k < coefficients.length; k++) {
            double w = newTheta[networkParameters + k];
            coefficients[k] = parameters.get(k).value(w);
            slopes[k] = parameters.get(k).slope(w);
        }
    }

    private double orderedSum() {
        double sum = 0;
        for (double s : tileSum) {
            sum += s;
        }
        double value = sum / 2;
        failedAt = Double.isFinite(value) ? null : theta;
        return value;
    }

    @Override
    public double value(double[] newTheta) {
        return residuals(newTheta, null);
    }

    @Override
    public double residuals(double[] newTheta, double[] r) {
        begin(newTheta);
        target = r;
        workers.forEach(tiles.length, residualTask);
        return orderedSum();
    }

    private void residualTile(int worker, int t) {
        Tile tile = tiles[t];
        RegionWorkspace w = forward(worker, tile, false);
        tileSum[t] = collect(w, tile, target, tile.row);
    }

    private RegionWorkspace forward(int worker, Tile tile, boolean keep) {
        RegionWorkspace w = workspaces[worker][tile.region];
        w.forward(theta, coefficients, points[tile.region], tile.first, tile.n, keep);
        return w;
    }

    /** Σ of squared scaled residuals of a tile; the scaled residuals into {@code out} where it is not null. */
    private double collect(RegionWorkspace w, Tile tile, double[] out, int at) {
        double sum = 0;
        double[] scale = scales[tile.region];
        for (int k = 0; k < scale.length; k++) {
            double[] r = w.residual(k);
            for (int i = 0; i < tile.n; i++) {
                double row = scale[k] * r[i];
                sum += row * row;
                if (out != null) {
                    out[at + k * tile.n + i] = row;
                }
            }
        }
        return sum;
    }

    @Override
    public double gradient(double[] newTheta, double[] g) {
        begin(newTheta);
        sumBlocks(gradientTask, g);
        return orderedSum();
    }

    @Override
    public void jtw(double[] newTheta, double[] w, double[] out) {
        begin(newTheta);
        vector = w;
        sumBlocks(weightedTask, out);
    }

    private void sumBlocks(Workers.Task task, double[] out) {
        int blocks = tiles.length;
        target = out;
        Arrays.fill(out, 0, parameters(), 0);
        for (round = 0; round * BLOCKS_PER_ROUND < blocks; round++) {
            int inRound = Math.min(BLOCKS_PER_ROUND, blocks - round * BLOCKS_PER_ROUND);
            workers.forEach(inRound, task);
            blocksInRound = inRound;
            workers.forEach((parameters() + SLICE - 1) / SLICE, reduceTask);
        }
    }

    private static final int SLICE = 512;
    private int blocksInRound;

    private void reduceSlice(int worker, int slice) {
        int from = slice * SLICE;
        int to = Math.min(from + SLICE, parameters());
        for (int b = 0; b < blocksInRound; b++) {
            double[] p = partial[b];
            for (int i = from; i < to; i++) {
                target[i] += p[i];
            }
        }
    }

    private void gradientBlock(int worker, int block) {
        sweepBlock(worker, block, false);
    }

    private void weightedBlock(int worker, int block) {
        sweepBlock(worker, block, true);
    }

    private void sweepBlock(int worker, int block, boolean weighted) {
        double[] g = partial[block];
        Arrays.fill(g, 0);
        int t = round * BLOCKS_PER_ROUND + block;
        Tile tile = tiles[t];
        RegionWorkspace w = forward(worker, tile, true);
        if (!weighted) {
            tileSum[t] = collect(w, tile, null, 0);
        }
        double[] scale = scales[tile.region];
        for (int k = 0; k < scale.length; k++) {
            double[] seed = w.seed(k);
            double[] r = w.residual(k);
            for (int i = 0; i < tile.n; i++) {
                seed[i] = scale[k] * (weighted ? vector[tile.row + k * tile.n + i] : scale[k] * r[i]);
            }
        }
        w.addGradient(theta, g, networkParameters, slopes);
    }

    @Override
    public double normal(double[] newTheta, double[] a, int lda, double[] g, double[] r) {
        begin(newTheta);
        normalMatrix.sum(a, lda, g, r);
        return orderedSum();
    }

    /** Scaled rows of one tile into a panel: J at {@code j[at + i + p·ld]}, r into {@code r[tile.row + i]}. */
    void jacobianTile(int worker, int t, double[] j, int at, int ld, double[] r) {
        Tile tile = tiles[t];
        RegionWorkspace w = forward(worker, tile, true);
        tileSum[t] = collect(w, tile, r, tile.row);
        for (int k = 0; k < scales[tile.region].length; k++) {
            w.jacobian(theta, k, scales[tile.region][k], j, at + k * tile.n, ld, networkParameters, slopes);
        }
    }

    @Override
    public void jacobian(double[] newTheta, int firstRow, int count, double[] r, double[] j, int ldj) {
        begin(newTheta);
        int p = parameters();
        double[] all = new double[rows];
        for (int t = 0; t < tiles.length; t++) {
            int height = tiles[t].n * regions.get(tiles[t].region).outputs();
            int from = Math.max(firstRow, tiles[t].row);
            int to = Math.min(firstRow + count, tiles[t].row + height);
            if (from < to) {
                double[] rowsOfTile = new double[(p + 1) * height];
                jacobianTile(0, t, rowsOfTile, 0, height, all);
                for (int c = 0; c < p; c++) {
                    System.arraycopy(
                            rowsOfTile, c * height + from - tiles[t].row, j, c * ldj + from - firstRow, to - from);
                }
                System.arraycopy(all, from, r, from - firstRow, to - from);
            }
        }
    }

    @Override
    public void jv(double[] newTheta, double[] v, double[] out) {
        begin(newTheta);
        vector = v;
        target = out;
        workers.forEach(tiles.length, tangentTask);
    }

    private void tangentTile(int worker, int t) {
        Tile tile = tiles[t];
        forward(worker, tile, true)
                .tangent(theta, vector, scales[tile.region], target, tile.row, networkParameters, slopes);
    }

    /**
     * out [parameters] = H(theta)·v with H the exact Hessian of ½‖r‖², JᵀJ + Σ r_i ∇²r_i. On the caller's thread, tile after
     * tile; allocates its memory, about twice that of a gradient.
     */
    public void hessianVectorProduct(double[] newTheta, double[] v, double[] out) {
        Arrays.fill(out, 0, parameters(), 0);
        RegionCurvature curvature = null;
        for (int t = 0; t < tiles.length; t++) {
            Tile tile = tiles[t];
            if (t == 0 || tile.region != tiles[t - 1].region) {
                curvature = new RegionCurvature(regions.get(tile.region), ansatz, parameters, blas);
            }
            curvature.add(newTheta, v, scales[tile.region], points[tile.region], tile.first, tile.n, out);
        }
    }

    /** Squared scaled residual of each point of a region, summed over its equations, from the rows of {@link #residuals}. */
    public double[] squaredByPoint(int region, double[] r) {
        double[] sum = new double[points[region].count()];
        for (Tile tile : tiles) {
            for (int k = 0; tile.region == region && k < scales[region].length; k++) {
                for (int i = 0; i < tile.n; i++) {
                    double row = r[tile.row + k * tile.n + i];
                    sum[tile.first + i] += row * row;
                }
            }
        }
        return sum;
    }

    /**
     * Root of the summed squares of mean|row|·√N over regions: the size of the residual with little weight on a few points. A
     * thin layer that one held-out point happens to meet dominates a sum of squares and says nothing of the rest.
     * @param r scratch: [rows]
     */
    public double meanSize(double[] newTheta, double[] r) {
        residuals(newTheta, r);
        double sum = 0;
        for (int k = 0; k < points.length; k++) {
            double size = 0;
            for (Tile tile : tiles) {
                for (int i = 0; tile.region == k && i < tile.n * scales[k].length; i++) {
                    size += Math.abs(r[tile.row + i]);
                }
            }
            sum += size * size / points[k].count();
        }
        return Math.sqrt(sum);
    }

    /** Sum of the squared rows of {@link #residuals} by region and equation; with unit weights the mean squared residual. */
    public double[][] sumsOfSquares(double[] r) {
        double[][] sums = new double[regions.size()][];
        for (int k = 0; k < sums.length; k++) {
            sums[k] = new double[scales[k].length];
        }
        for (Tile tile : tiles) {
            for (int i = 0; i < tile.n * scales[tile.region].length; i++) {
                sums[tile.region][i / tile.n] += r[tile.row + i] * r[tile.row + i];
            }
        }
        return sums;
    }

    @Override
    public String diagnosis() {
        if (failedAt == null) {
            return "";
        }
        double[] r = new double[rows];
        residuals(failedAt, r);
        for (Tile tile : tiles) {
            for (int i = 0; i < tile.n * scales[tile.region].length; i++) {
                if (!Double.isFinite(r[tile.row + i])) {
                    return "condition '%s' at (%s) gives %s"
                            .formatted(
                                    regions.get(tile.region)
                                            .conditions()
                                            .get(i / tile.n)
                                            .name(),
                                    place(points[tile.region], tile.first + i % tile.n),
                                    r[tile.row + i]);
                }
            }
        }
        return "the sum of finite residuals overflows";
    }

    private String place(RegionPoints at, int point) {
        StringBuilder text = new StringBuilder();
        for (int a = 0; a < ansatz.axes().size(); a++) {
            text.append(a == 0 ? "" : ", ")
                    .append(String.format(
                            Locale.ROOT,
                            "%s = %.6g",
                            ansatz.axes().get(a).name(),
                            at.points().coordinate(a, point)));
        }
        return text.toString();
    }
}
