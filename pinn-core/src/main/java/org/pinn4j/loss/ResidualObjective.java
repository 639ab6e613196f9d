package org.pinn4j.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.blas.Blas;
import org.pinn4j.jets.Tiles;
import org.pinn4j.optimize.LeastSquares;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Parameter;

/**
 * The residuals of a problem as a sum over tiles of points: row i of condition m is √(w_m/N_m)·s_m·F_m(x_i).
 *
 * <p>Scalars and gradients are one partial per tile, JᵀJ is summed panel by panel, see {@link NormalMatrix}; {@link SumTree} says
 * in which order. It is fixed by the points alone, so the bits do not depend on the number of workers. <b>Threads:</b> one
 * caller. <b>Allocation:</b> none in any sweep after the first that follows {@link #setPoints}.
 */
public final class ResidualObjective implements LeastSquares {
    private static final int TILES_PER_ROUND = 32;

    private final Ansatz ansatz;
    private final List<RegionProgram> regions;
    private final List<Parameter> parameters;
    private final Workers workers;
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
    private Round[] rounds = {};
    private Round[] ranges = {};
    private double[] rangeSum = {};
    private double[][] sums = {{}}; // of vectors, by slot; the first is the caller's
    private int rows;

    private double[] theta;
    private double[] vector;
    private double[] target;
    private Round round;
    private double[] failedAt;

    private final Workers.Task residualTask = this::residualTile;
    private final Workers.Task gradientTask = this::gradientBlock;
    private final Workers.Task weightedTask = this::weightedBlock;
    private final Workers.Task reduceTask = this::reduceSlice;
    private final Workers.Task tangentTask = this::tangentTile;

    /** Some points of one region. */
    record Tile(int region, int first, int n, int row) {}

    /** Tiles [firstTile, endTile) of one range, summed in a slot of the tree; {@code opens}: its first, {@code merges} after its last. */
    record Round(int firstTile, int endTile, int slot, boolean opens, int merges) {}

    public ResidualObjective(
            Ansatz ansatz, List<RegionProgram> regions, List<Parameter> parameters, Workers workers, Blas blas) {
        this.ansatz = ansatz;
        this.regions = List.copyOf(regions);
        this.parameters = List.copyOf(parameters);
        this.workers = workers;
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
        this.partial = new double[TILES_PER_ROUND][parameters()];
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

    /** The points of every region, in the order of the regions, in ranges of constant length unless they are in ranges. */
    public void setPoints(List<RegionPoints> newPoints) {
        points = newPoints.toArray(RegionPoints[]::new);
        if (!newPoints.stream().allMatch(p -> p.shares().isPresent())) {
            List<Shares> shares =
                    Shares.of(newPoints.stream().mapToInt(RegionPoints::count).toArray());
            Arrays.setAll(points, k -> points[k].in(shares.get(k)));
        }
        cut();
    }

    /** Points of one region alone. */
    void setPoints(int region, RegionPoints newPoints) {
        points = new RegionPoints[regions.size()];
        points[region] = newPoints.in(Shares.of(newPoints.count()).get(0));
        cut();
    }

    /** The points of a region, in ranges. */
    RegionPoints points(int region) {
        return points[region];
    }

    private void cut() {
        List<Tile> list = new ArrayList<>();
        List<Integer> tilesBefore = new ArrayList<>(); // the first tile of each range, and the end
        rows = 0;
        for (int k = 0; k < points.length; k++) {
            if (points[k] != null) {
                cut(k, list, tilesBefore);
            }
        }
        tiles = list.toArray(Tile[]::new);
        tileSum = new double[tiles.length];
        tilesBefore.add(tiles.length);
        setRounds(tilesBefore);
        normalMatrix.setTiles(
                tiles, ranges, regions.stream().mapToInt(RegionProgram::outputs).toArray());
    }

    private void cut(int region, List<Tile> list, List<Integer> tilesBefore) {
        int outputs = regions.get(region).outputs();
        Shares shares = points[region].shares().orElseThrow();
        for (int output = 0; output < outputs; output++) {
            scales[region][output] = Math.sqrt(weights[region][output] / shares.points());
        }
        int[][] cuts = points[region].tiles();
        int tile = 0;
        for (int share = 0; share < shares.ranges(); share++) {
            if (shares.firstRange() + share == tilesBefore.size()) {
                tilesBefore.add(list.size());
            }
            for (int end = tile + Tiles.count(shares.size(share)); tile < end; tile++) {
                list.add(new Tile(region, cuts[tile][0], cuts[tile][1], rows));
                rows += cuts[tile][1] * outputs;
            }
        }
    }

    private void setRounds(List<Integer> tilesBefore) {
        int count = tilesBefore.size() - 1;
        ranges = new Round[count];
        List<Round> list = new ArrayList<>();
        for (int range = 0; range < count; range++) {
            int first = tilesBefore.get(range);
            int end = tilesBefore.get(range + 1);
            ranges[range] = new Round(first, end, SumTree.slot(range), true, SumTree.merges(range, count));
            for (int t = first; t < end; t += TILES_PER_ROUND) {
                int roundEnd = Math.min(t + TILES_PER_ROUND, end);
                int merges = roundEnd == end ? ranges[range].merges : 0;
                list.add(new Round(t, roundEnd, ranges[range].slot, t == first, merges));
            }
        }
        rounds = list.toArray(Round[]::new);
        rangeSum = new double[count];
        if (sums.length != SumTree.slots(count)) {
            sums = new double[SumTree.slots(count)][parameters()];
        }
    }

    public List<RegionProgram> regions() {
        return regions;
    }

    /** Points over all regions. */
    public int points() {
        return Arrays.stream(points)
                .filter(Objects::nonNull)
                .mapToInt(RegionPoints::count)
                .sum();
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
        double value = treeSum(tileSum) / 2;
        failedAt = Double.isFinite(value) ? null : theta;
        return value;
    }

    /** Σ of a figure of each tile. */
    private double treeSum(double[] byTile) {
        for (int range = 0; range < ranges.length; range++) {
            double sum = 0;
            for (int t = ranges[range].firstTile; t < ranges[range].endTile; t++) {
                sum += byTile[t];
            }
            rangeSum[range] = sum;
        }
        return SumTree.sum(rangeSum, ranges.length);
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
        sums[0] = out;
        for (Round next : rounds) {
            round = next;
            workers.forEach(round.endTile - round.firstTile, task);
            workers.forEach((parameters() + SLICE - 1) / SLICE, reduceTask);
        }
        sums[0] = null;
    }

    private static final int SLICE = 512;

    private void reduceSlice(int worker, int slice) {
        int from = slice * SLICE;
        int to = Math.min(from + SLICE, parameters());
        double[] sum = sums[round.slot];
        if (round.opens) {
            Arrays.fill(sum, from, to, 0);
        }
        for (int b = 0; b < round.endTile - round.firstTile; b++) {
            add(partial[b], from, to, sum);
        }
        for (int m = 0; m < round.merges; m++) {
            add(sums[round.slot - m], from, to, sums[round.slot - m - 1]);
        }
    }

    private static void add(double[] from, int first, int end, double[] to) {
        for (int i = first; i < end; i++) {
            to[i] += from[i];
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
        int t = round.firstTile + block;
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
            int region = k;
            double size = treeSum(byTile(region, tile -> {
                double total = 0;
                for (int i = 0; i < tile.n * scales[region].length; i++) {
                    total += Math.abs(r[tile.row + i]);
                }
                return total;
            }));
            sum += size * size / points[k].count();
        }
        return Math.sqrt(sum);
    }

    /** mean|row|·√N by region and equation, from the rows of {@link #residuals}: √weight times the mean size of the residual. */
    public double[][] meanSizes(double[] r) {
        double[][] sizes = new double[regions.size()][];
        for (int k = 0; k < sizes.length; k++) {
            sizes[k] = new double[scales[k].length];
        }
        for (Tile tile : tiles) {
            double root = Math.sqrt(points[tile.region].count());
            for (int i = 0; i < tile.n * scales[tile.region].length; i++) {
                sizes[tile.region][i / tile.n] += Math.abs(r[tile.row + i]) / root;
            }
        }
        return sizes;
    }

    /** Sum of the squared rows of {@link #residuals} by region and equation; with unit weights the mean squared residual. */
    public double[][] sumsOfSquares(double[] r) {
        double[][] sums = new double[regions.size()][];
        for (int k = 0; k < sums.length; k++) {
            sums[k] = new double[scales[k].length];
            for (int m = 0; m < sums[k].length; m++) {
                int output = m;
                sums[k][m] = treeSum(byTile(k, tile -> {
                    double total = 0;
                    for (int i = output * tile.n; i < (output + 1) * tile.n; i++) {
                        total += r[tile.row + i] * r[tile.row + i];
                    }
                    return total;
                }));
            }
        }
        return sums;
    }

    private double[] byTile(int region, ToDoubleFunction<Tile> figure) {
        return Arrays.stream(tiles)
                .mapToDouble(tile -> tile.region == region ? figure.applyAsDouble(tile) : 0)
                .toArray();
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
