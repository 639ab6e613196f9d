package org.pinn4j.loss;

import java.util.ArrayList;
import java.util.List;
import org.pinn4j.blas.Blas;
import org.pinn4j.blas.Op;
import org.pinn4j.loss.ResidualObjective.Tile;
import org.pinn4j.parallel.Workers;

/**
 * JᵀJ and Jᵀr summed panel by panel: the workers fill the tiles of a panel of at most {@value #PANEL_ROWS} rows, then share
 * out fixed blocks of the lower triangle. Every block sees the same calls in the same order, so the bits do not depend on the
 * workers, and the memory is one panel, whatever the number of points.
 */
final class NormalMatrix {
    static final int PANEL_ROWS = 1024;
    private static final int PAD = 8; // columns a power of two apart would share the cache's sets
    private static final int BLOCK = 128;

    /** Tiles [firstTile, endTile), {@code rows} rows from {@code firstRow}. */
    private record Panel(int firstTile, int endTile, int firstRow, int rows) {}

    private final ResidualObjective objective;
    private final Workers workers;
    private final Blas blas;
    private final int p;
    private final int[][] blocks; // {row block, column block}, the largest first
    private final Workers.Task fillTask = this::fill;
    private final Workers.Task blockTask = this::block;
    private Tile[] tiles;
    private Panel[] panels;
    private double[] panelRows = {};
    private int ld;

    private Panel panel;
    private boolean firstPanel;
    private double[] a;
    private int lda;
    private double[] g;
    private double[] r;

    NormalMatrix(ResidualObjective objective, Workers workers, Blas blas) {
        this.objective = objective;
        this.workers = workers;
        this.blas = blas;
        this.p = objective.parameters();
        int count = (p + BLOCK - 1) / BLOCK;
        List<int[]> list = new ArrayList<>();
        for (int column = 0; column < count; column++) {
            for (int row = column; row < count; row++) {
                list.add(new int[] {row, column});
            }
        }
        list.sort(java.util.Comparator.comparingInt((int[] b) -> b[0] == b[1] ? 1 : 0));
        this.blocks = list.toArray(int[][]::new);
    }

    void setTiles(Tile[] newTiles, int[] outputsByRegion) {
        tiles = newTiles;
        List<Panel> list = new ArrayList<>();
        int first = 0;
        int used = 0;
        ld = 1;
        for (int t = 0; t < tiles.length; t++) {
            int height = tiles[t].n() * outputsByRegion[tiles[t].region()];
            if (used > 0 && used + height > PANEL_ROWS) {
                list.add(new Panel(first, t, tiles[first].row(), used));
                first = t;
                used = 0;
            }
            used += height;
            ld = Math.max(ld, used);
        }
        list.add(new Panel(first, tiles.length, tiles[first].row(), used));
        panels = list.toArray(Panel[]::new);
        ld += PAD;
        panelRows = new double[0]; // a panel belongs to a run that asks for JᵀJ; the memory is taken on first use
    }

    void sum(double[] newA, int newLda, double[] newG, double[] newR) {
        if (panelRows.length == 0) {
            panelRows = new double[ld * (p + 1)];
        }
        a = newA;
        lda = newLda;
        g = newG;
        r = newR;
        firstPanel = true;
        for (Panel next : panels) {
            panel = next;
            workers.forEach(panel.endTile - panel.firstTile, fillTask);
            workers.forEach(blocks.length, blockTask);
            firstPanel = false;
        }
    }

    private void fill(int worker, int k) {
        int t = panel.firstTile + k;
        objective.jacobianTile(worker, t, panelRows, tiles[t].row() - panel.firstRow, ld, r);
    }

    private void block(int worker, int k) {
        int row = blocks[k][0] * BLOCK;
        int column = blocks[k][1] * BLOCK;
        int height = Math.min(BLOCK, p - row);
        int width = Math.min(BLOCK, p - column);
        double beta = firstPanel ? 0 : 1;
        if (row == column) {
            blas.syrk(Op.TRANSPOSE, width, panel.rows, 1, panelRows, column * ld, ld, beta, a, row + column * lda, lda);
            blas.gemv(
                    Op.TRANSPOSE, panel.rows, width, 1, panelRows, column * ld, ld, r, panel.firstRow, beta, g, column);
        } else {
            blas.gemm(
                    Op.TRANSPOSE,
                    Op.NONE,
                    height,
                    width,
                    panel.rows,
                    1,
                    panelRows,
                    row * ld,
                    ld,
                    panelRows,
                    column * ld,
                    ld,
                    beta,
                    a,
                    row + column * lda,
                    lda);
        }
    }
}
