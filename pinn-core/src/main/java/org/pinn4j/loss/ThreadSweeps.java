package org.pinn4j.loss;

import java.util.Arrays;
import java.util.List;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.blas.Blas;
import org.pinn4j.jets.Columns;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Parameter;

/**
 * Sweeps by the threads of one pool. All objectives of a problem share one: its memory is what networks need, and no two of
 * them are swept at once. <b>Allocation:</b> none in a sweep after the first of its kind over points of this number.
 */
final class ThreadSweeps implements TileSweeps {
    private static final int TILES_PER_ROUND = 32; // a divisor of a range: a round lies in one
    private static final int SLICE = 512;
    private static final double[] NONE = {};

    private final Workers workers;
    private final TileWorkspaces memory;
    private final PanelSums panels;
    private final Workers.Task residualTask = this::residualTile;
    private final Workers.Task gradientTask = this::gradientTile;
    private final Workers.Task reduceTask = (worker, slice) -> reduceSlice(slice);
    private final Workers.Task tangentTask = this::tangentTile;
    private final double[][] partial = new double[TILES_PER_ROUND][];
    private double[] tileSum = {};

    private TiledPoints points;
    private double[] rows;
    private double[] vector;
    private boolean weighted;
    private double[] sum;
    private int first; // of the round's tiles
    private int count;
    private boolean opens;

    ThreadSweeps(Ansatz ansatz, List<RegionProgram> regions, List<Parameter> parameters, Workers workers, Blas blas) {
        this.workers = workers;
        this.memory = new TileWorkspaces(ansatz, regions, parameters, workers.count(), blas);
        this.panels = new PanelSums(memory.parameters(), workers, blas, this::fillPanel);
    }

    @Override
    public int parameters() {
        return memory.parameters();
    }

    private void begin(TiledPoints newPoints, double[] theta, double[] newRows) {
        memory.begin(newPoints, theta);
        points = newPoints;
        rows = newRows;
        if (tileSum.length < points.tiles()) {
            tileSum = new double[points.tiles()];
        }
    }

    @Override
    public void residuals(TiledPoints newPoints, double[] theta, double[] newRows, RangeSums into) {
        begin(newPoints, theta, newRows);
        first = points.firstTile(0);
        workers.forEach(points.firstTile(points.ranges()) - first, residualTask);
        for (int range = 0; range < points.ranges(); range++) {
            Partial node = into.next();
            node.square = square(range);
            into.add(0, points.firstRange() + range, node);
        }
    }

    private void residualTile(int worker, int k) {
        Tile tile = points.tile(first + k);
        tileSum[first + k] = memory.residuals(worker, tile, rows, tile.row());
    }

    private double square(int range) {
        double square = 0;
        for (int t = points.firstTile(range); t < points.firstTile(range + 1); t++) {
            square += tileSum[t];
        }
        return square;
    }

    @Override
    public void gradient(TiledPoints newPoints, double[] theta, RangeSums into) {
        begin(newPoints, theta, NONE);
        weighted = false;
        sumRanges(into);
    }

    @Override
    public void transposed(TiledPoints newPoints, double[] theta, double[] w, RangeSums into) {
        begin(newPoints, theta, NONE);
        weighted = true;
        vector = w;
        sumRanges(into);
    }

    private void sumRanges(RangeSums into) {
        for (int range = 0; range < points.ranges(); range++) {
            Partial node = into.next();
            sum = node.gradient;
            sumTiles(points.firstTile(range), points.firstTile(range + 1));
            node.square = weighted ? 0 : square(range);
            into.add(0, points.firstRange() + range, node);
        }
    }

    /** sum = Σ over tiles of their gradients, tile after tile. */
    private void sumTiles(int from, int to) {
        for (first = from; first < to; first += TILES_PER_ROUND) {
            count = Math.min(TILES_PER_ROUND, to - first);
            opens = first == from;
            for (int k = 0; k < count; k++) {
                if (partial[k] == null) {
                    partial[k] = new double[parameters()];
                }
            }
            workers.forEach(count, gradientTask);
            workers.forEach((parameters() + SLICE - 1) / SLICE, reduceTask);
        }
    }

    private void gradientTile(int worker, int k) {
        Tile tile = points.tile(first + k);
        Arrays.fill(partial[k], 0);
        tileSum[first + k] = weighted
                ? memory.transposed(worker, tile, vector, partial[k])
                : memory.gradient(worker, tile, partial[k]);
    }

    private void reduceSlice(int slice) {
        int from = slice * SLICE;
        int to = Math.min(from + SLICE, parameters());
        if (opens) {
            Arrays.fill(sum, from, to, 0);
        }
        for (int k = 0; k < count; k++) {
            double[] p = partial[k];
            for (int i = from; i < to; i++) {
                sum[i] += p[i];
            }
        }
    }

    @Override
    public void normal(TiledPoints newPoints, double[] theta, double[] newRows, RangeSums into) {
        begin(newPoints, theta, newRows);
        panels.sum(points, rows, tileSum, into);
    }

    private void fillPanel(int worker, int t, double[] j, int at, int ld) {
        Tile tile = points.tile(t);
        tileSum[t] = memory.jacobian(worker, tile, memory.all(), j, at, ld, rows, tile.row());
    }

    @Override
    public void tangents(TiledPoints newPoints, double[] theta, double[] v, double[] out) {
        begin(newPoints, theta, out);
        vector = v;
        first = points.firstTile(0);
        workers.forEach(points.firstTile(points.ranges()) - first, tangentTask);
    }

    private void tangentTile(int worker, int k) {
        memory.tangents(worker, points.tile(first + k), vector, rows);
    }

    @Override
    public void jacobian(
            TiledPoints newPoints,
            double[] theta,
            int firstTile,
            int endTile,
            Columns columns,
            double[] newRows,
            double[] j,
            int at,
            int ld) {
        begin(newPoints, theta, newRows);
        int firstRow = points.tile(firstTile).row();
        workers.forEach(endTile - firstTile, (worker, k) -> {
            Tile tile = points.tile(firstTile + k);
            int row = tile.row() - firstRow;
            memory.jacobian(worker, tile, columns, j, at + row, ld, newRows, row);
        });
    }

    @Override
    public double reduced(TiledPoints newPoints, double[] theta, int from, int to, double[] w, double[] row) {
        begin(newPoints, theta, NONE);
        weighted = true;
        vector = w;
        sum = row;
        sumTiles(from, to);
        double value = 0;
        for (int t = from; t < to; t++) {
            value += tileSum[t];
        }
        return value;
    }
}
