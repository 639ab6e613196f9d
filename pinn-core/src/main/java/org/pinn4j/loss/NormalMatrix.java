package org.pinn4j.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.pinn4j.blas.Blas;
import org.pinn4j.blas.Op;
import org.pinn4j.loss.ResidualObjective.Round;
import org.pinn4j.loss.ResidualObjective.Tile;
import org.pinn4j.parallel.Workers;

/**
 * JᵀJ and Jᵀr summed panel by panel of about {@value #PANEL_ROWS} rows, ranges of panels combined as {@link SumTree} says.
 * There are two panels: while the workers multiply one, in fixed blocks of the lower triangle, those who find no block left
 * fill the tiles of the next, so that nobody waits. Every block sees the same calls in the same order and is combined by
 * whoever multiplied its last panel of a range, so the bits do not depend on the workers; the memory is two panels and a
 * matrix for each slot of the tree but the first, which is the caller's.
 */
final class NormalMatrix {
    static final int PANEL_ROWS = 512;
    private static final int PAD = 8; // columns a power of two apart would share the cache's sets
    static final int WIDEST = 256; // a native product copies (rows + columns) of a block for rows · columns of work
    private static final int HIGHEST = 1024;
    private static final int NARROWEST = 64;
    private static final int STRIPS = 4; // wanted for the sake of balance, where they are not too narrow

    /**
     * Tiles [firstTile, endTile), {@code rows} rows from {@code firstRow}, added to what {@code slot} holds unless they open
     * a range; then the slot is merged {@code merges} times.
     */
    private record Panel(int firstTile, int endTile, int firstRow, int rows, int slot, boolean opens, int merges) {}

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
    private int slots;

    private int current; // the panel being multiplied, while the next is being filled
    private int products;
    private double[][] a = {}; // by slot
    private int lda;
    private double[][] g = {};
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

    /** @param ranges whole ranges, in their order */
    void setTiles(Tile[] newTiles, Round[] ranges, int[] outputsByRegion) {
        tiles = newTiles;
        List<Panel> list = new ArrayList<>();
        ld = 1;
        for (Round range : ranges) {
            addPanels(range, outputsByRegion, list);
        }
        panels = list.toArray(Panel[]::new);
        ld += PAD;
        Arrays.fill(panelRows, null); // panels belong to a run that asks for JᵀJ; the memory is taken on first use
        slots = SumTree.slots(ranges.length);
    }

    private void addPanels(Round range, int[] outputsByRegion, List<Panel> list) {
        int first = range.firstTile();
        int used = 0;
        for (int t = first; t < range.endTile(); t++) {
            int height = tiles[t].n() * outputsByRegion[tiles[t].region()];
            if (used > 0 && used + height > PANEL_ROWS) {
                list.add(panel(range, first, t, used, 0));
                first = t;
                used = 0;
            }
            used += height;
            ld = Math.max(ld, used);
        }
        list.add(panel(range, first, range.endTile(), used, range.merges()));
    }

    private Panel panel(Round range, int first, int end, int used, int merges) {
        return new Panel(first, end, tiles[first].row(), used, range.slot(), first == range.firstTile(), merges);
    }

    void sum(double[] newA, int newLda, double[] newG, double[] newR) {
        takeMemory(newA, newLda, newG);
        r = newR;
        for (current = -1; current < panels.length; current++) {
            Panel next = current + 1 < panels.length ? panels[current + 1] : null;
            products = current < 0 ? 0 : blocks.length;
            workers.forEach(products + (next == null ? 0 : next.endTile - next.firstTile), task);
        }
        a[0] = null;
        g[0] = null;
    }

    private void takeMemory(double[] newA, int newLda, double[] newG) {
        for (int k = 0; k < Math.min(2, panels.length); k++) {
            if (panelRows[k] == null) {
                panelRows[k] = new double[ld * (p + 1)];
            }
        }
        if (a.length != slots || lda != newLda) {
            a = new double[slots][];
            g = new double[slots][];
            for (int k = 1; k < slots; k++) {
                a[k] = new double[newLda * (p + 1)];
                g[k] = new double[p];
            }
        }
        lda = newLda;
        a[0] = newA;
        g[0] = newG;
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
        double beta = panel.opens ? 0 : 1;
        double[] sum = a[panel.slot];
        int target = b.row + b.column * lda;
        int right = b.column * ld;
        if (b.row == b.column) {
            blas.syrk(Op.TRANSPOSE, b.width, panel.rows, 1, j, right, ld, beta, sum, target, lda);
            blas.gemv(
                    Op.TRANSPOSE,
                    panel.rows,
                    b.width,
                    1,
                    j,
                    right,
                    ld,
                    r,
                    panel.firstRow,
                    beta,
                    g[panel.slot],
                    b.column);
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
                    sum,
                    target,
                    lda);
        }
        for (int m = 0; m < panel.merges; m++) {
            merge(panel.slot - m, b);
        }
    }

    /** Adds the block of a slot to that of the slot before. */
    private void merge(int slot, Block b) {
        for (int column = 0; column < b.width; column++) {
            int from = b.row + (b.column + column) * lda;
            int skip = b.row == b.column ? column : 0;
            add(a[slot], from + skip, from + b.height, a[slot - 1]);
        }
        if (b.row == b.column) {
            add(g[slot], b.column, b.column + b.width, g[slot - 1]);
        }
    }

    private static void add(double[] from, int first, int end, double[] to) {
        for (int i = first; i < end; i++) {
            to[i] += from[i];
        }
    }
}
