package org.pinn4j.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.pinn4j.blas.Blas;
import org.pinn4j.blas.Op;
import org.pinn4j.loss.ResidualObjective.Tile;
import org.pinn4j.parallel.Workers;

/**
 * JᵀJ and Jᵀr summed panel by panel of about {@value #PANEL_ROWS} rows. There are two panels: while the workers multiply one,
 * in fixed blocks of the lower triangle, those who find no block left fill the tiles of the next, so that nobody waits. Every
 * block sees the same calls in the same order, so the bits do not depend on the workers, and the memory is two panels,
 * whatever the number of points.
 */
final class NormalMatrix {
    static final int PANEL_ROWS = 512;
    private static final int PAD = 8; // columns a power of two apart would share the cache's sets
    private static final int WIDEST =
            256; // a native product copies (rows + columns) of a block for rows · columns of work
    private static final int HIGHEST = 1024;
    private static final int NARROWEST = 64;
    private static final int STRIPS = 4; // wanted for the sake of balance, where they are not too narrow

    /** Tiles [firstTile, endTile), {@code rows} rows from {@code firstRow}. */
    private record Panel(int firstTile, int endTile, int firstRow, int rows) {}

    /** Rows and columns of JᵀJ that one task computes; on the diagonal, where row = column, the lower triangle of them. */
    private record Block(int row, int column, int height, int width) {
        int work() {
            return row == column ? height * width / 2 : height * width;
        }
    }

    private final ResidualObjective objective;
    private final Workers workers;
    private final Blas blas;
    private final int p;
    private final Block[] blocks; // the largest first
    private final Workers.Task task = this::multiplyOrFill;
    private final double[][] panelRows = new double[2][];
    private Tile[] tiles;
    private Panel[] panels;
    private int ld;

    private int current; // the panel being multiplied, while the next is being filled
    private int products;
    private double[] a;
    private int lda;
    private double[] g;
    private double[] r;

    NormalMatrix(ResidualObjective objective, Workers workers, Blas blas) {
        this.objective = objective;
        this.workers = workers;
        this.blas = blas;
        this.p = objective.parameters();
        this.blocks = blocks(p);
    }

    private static Block[] blocks(int p) {
        List<Block> list = new ArrayList<>();
        int strips = Math.max(parts(p, WIDEST), Math.min(STRIPS, parts(p, NARROWEST)));
        int width = parts(p, strips);
        for (int column = 0; column < p; column += width) {
            int end = Math.min(p, column + width);
            list.add(new Block(column, column, end - column, end - column));
            int height = end == p ? 1 : parts(p - end, parts(p - end, HIGHEST));
            for (int row = end; row < p; row += height) {
                list.add(new Block(row, column, Math.min(height, p - row), end - column));
            }
        }
        list.sort(Comparator.comparingInt(Block::work).reversed());
        return list.toArray(Block[]::new);
    }

    private static int parts(int size, int part) {
        return (size + part - 1) / part;
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
        Arrays.fill(panelRows, null); // panels belong to a run that asks for JᵀJ; the memory is taken on first use
    }

    void sum(double[] newA, int newLda, double[] newG, double[] newR) {
        for (int k = 0; k < Math.min(2, panels.length); k++) {
            if (panelRows[k] == null) {
                panelRows[k] = new double[ld * (p + 1)];
            }
        }
        a = newA;
        lda = newLda;
        g = newG;
        r = newR;
        for (current = -1; current < panels.length; current++) {
            Panel next = current + 1 < panels.length ? panels[current + 1] : null;
            products = current < 0 ? 0 : blocks.length;
            workers.forEach(products + (next == null ? 0 : next.endTile - next.firstTile), task);
        }
    }

    private void multiplyOrFill(int worker, int k) {
        if (k < products) {
            multiply(panels[current], panelRows[current % 2], blocks[k]);
        } else {
            fill(worker, panels[current + 1], panelRows[(current + 1) % 2], k - products);
        }
    }

    private void fill(int worker, Panel panel, double[] j, int k) {
        int t = panel.firstTile + k;
        objective.jacobianTile(worker, t, j, tiles[t].row() - panel.firstRow, ld, r);
    }

    private void multiply(Panel panel, double[] j, Block b) {
        double beta = current == 0 ? 0 : 1;
        int target = b.row + b.column * lda;
        int right = b.column * ld;
        if (b.row == b.column) {
            blas.syrk(Op.TRANSPOSE, b.width, panel.rows, 1, j, right, ld, beta, a, target, lda);
            blas.gemv(Op.TRANSPOSE, panel.rows, b.width, 1, j, right, ld, r, panel.firstRow, beta, g, b.column);
        } else {
            int left = b.row * ld;
            blas.gemm(
                    Op.TRANSPOSE,
                    Op.NONE,
                    b.height,
                    b.width,
                    panel.rows,
                    1,
                    j,
                    left,
                    ld,
                    j,
                    right,
                    ld,
                    beta,
                    a,
                    target,
                    lda);
        }
    }
}
