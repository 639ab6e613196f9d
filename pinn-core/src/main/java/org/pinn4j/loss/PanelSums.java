package org.pinn4j.loss;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pinn4j.blas.Blas;
import org.pinn4j.blas.Op;
import org.pinn4j.parallel.Workers;

/**
 * JᵀJ and Jᵀr of each range, panel by panel of about {@value #PANEL_ROWS} rows. There are two panels: while the workers
 * multiply one, in fixed blocks of the lower triangle, those who find no block left fill the tiles of the next, so that nobody
 * waits. Every block sees the same calls in the same order, so the bits do not depend on the workers, and the memory is two
 * panels, whatever the number of points.
 */
final class PanelSums {
    static final int PANEL_ROWS = 512;
    private static final int PAD = 8; // columns a power of two apart would share the cache's sets
    static final int WIDEST = 256; // a native product copies (rows + columns) of a block for rows · columns of work
    private static final int HIGHEST = 1024;
    private static final int NARROWEST = 64;
    private static final int STRIPS = 4; // wanted for the sake of balance, where they are not too narrow

    /** Writes the rows of a tile into a panel: J at {@code j[at + i + c·ld]}. */
    interface Filler {
        void fill(int worker, int tile, double[] j, int at, int ld);
    }

    /** Tiles [firstTile, endTile) of a range, {@code rows} rows from {@code firstRow}. */
    private record Panel(int range, int firstTile, int endTile, int firstRow, int rows) {}

    /** Rows and columns of JᵀJ that one task computes; on the diagonal, where row = column, the lower triangle of them. */
    private record Block(int row, int column, int height, int width) {
        int work() {
            return row == column ? height * width / 2 : height * width;
        }
    }

    private final Workers workers;
    private final Blas blas;
    private final int p;
    private final Filler filler;
    private final Block[] blocks; // the largest first
    private final Workers.Task task = this::multiplyOrFill;
    private final double[][] panelRows = {{}, {}};
    private TiledPoints points;
    private Panel[] panels;
    private int ld;

    private int current; // the panel being multiplied, while the next is being filled
    private int products;
    private boolean opens;
    private Partial sum;
    private double[] rows;

    PanelSums(int p, Workers workers, Blas blas, Filler filler) {
        this.workers = workers;
        this.blas = blas;
        this.p = p;
        this.filler = filler;
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

    private void cut(TiledPoints newPoints) {
        points = newPoints;
        List<Panel> list = new ArrayList<>();
        ld = 1;
        for (int range = 0; range < points.ranges(); range++) {
            int first = points.firstTile(range);
            int used = 0;
            for (int t = first; t < points.firstTile(range + 1); t++) {
                if (used > 0 && used + points.height(t) > PANEL_ROWS) {
                    list.add(new Panel(range, first, t, points.tile(first).row(), used));
                    first = t;
                    used = 0;
                }
                used += points.height(t);
                ld = Math.max(ld, used);
            }
            list.add(new Panel(
                    range,
                    first,
                    points.firstTile(range + 1),
                    points.tile(first).row(),
                    used));
        }
        ld += PAD;
        panels = list.toArray(Panel[]::new);
    }

    /**
     * Fills and multiplies all panels.
     * @param newRows filled by the filler as panels are, read here
     * @param tileSum likewise, Σ of squared rows by tile
     */
    void sum(TiledPoints newPoints, double[] newRows, double[] tileSum, RangeSums into) {
        if (newPoints != points) {
            cut(newPoints);
        }
        for (int k = 0; k < Math.min(2, panels.length); k++) {
            if (panelRows[k].length < ld * (p + 1)) {
                panelRows[k] = new double[ld * (p + 1)];
            }
        }
        rows = newRows;
        for (current = -1; current < panels.length; current++) {
            step(into);
            if (current >= 0 && lastOfRange(current)) {
                sum.square = square(panels[current].range, tileSum);
                into.add(0, points.firstRange() + panels[current].range, sum);
            }
        }
    }

    private void step(RangeSums into) {
        Panel next = current + 1 < panels.length ? panels[current + 1] : null;
        products = current < 0 ? 0 : blocks.length;
        opens = current >= 0 && (current == 0 || lastOfRange(current - 1));
        sum = opens ? into.next() : sum;
        workers.forEach(products + (next == null ? 0 : next.endTile - next.firstTile), task);
    }

    private boolean lastOfRange(int panel) {
        return panel + 1 == panels.length || panels[panel + 1].range != panels[panel].range;
    }

    private double square(int range, double[] tileSum) {
        double square = 0;
        for (int t = points.firstTile(range); t < points.firstTile(range + 1); t++) {
            square += tileSum[t];
        }
        return square;
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
        filler.fill(worker, t, j, points.tile(t).row() - panel.firstRow, ld);
    }

    private void multiply(Panel panel, double[] j, Block b) {
        double beta = opens ? 0 : 1;
        int n = panel.rows;
        int lda = sum.ld;
        int target = b.row + b.column * lda;
        int right = b.column * ld;
        if (b.row == b.column) {
            blas.syrk(Op.TRANSPOSE, b.width, n, 1, j, right, ld, beta, sum.matrix, target, lda);
            blas.gemv(Op.TRANSPOSE, n, b.width, 1, j, right, ld, rows, panel.firstRow, beta, sum.gradient, b.column);
        } else {
            int left = b.row * ld;
            blas.gemm(
                    Op.TRANSPOSE,
                    Op.NONE,
                    b.height,
                    b.width,
                    n,
                    1,
                    j,
                    left,
                    ld,
                    j,
                    right,
                    ld,
                    beta,
                    sum.matrix,
                    target,
                    lda);
        }
    }
}
