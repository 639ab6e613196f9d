package org.pinn4j.linear;

import java.util.Arrays;
import org.pinn4j.blas.Blas;
import org.pinn4j.blas.Lapack;
import org.pinn4j.blas.Matrices;
import org.pinn4j.parallel.Workers;

/**
 * QR factorisation of rows that arrive in panels: memory is one panel beside the triangle, whatever the number of rows. The bits
 * depend on the rows and on how they are cut into panels, never on the workers.
 * <p>2·columns² flops a row ({@link Elimination}). Confined to one thread, but any number may fill the panel.
 */
public final class RowsQr {
    /**
     * Rows of a full panel. The more, the less R is read and written, and the longer until a caller can stop: 2·1,024·n² flops, a
     * quarter of a second for n = 3,600 on two processors.
     */
    public static final int HEIGHT = 1024;

    private static final int LD = Tools.ld(HEIGHT);

    private final Tools tools;
    private final Elimination elimination;
    private final int n;
    private final int width;
    private final int ldr;
    private final double[] r;
    private final double[] rest; // by right-hand side, the norm of what no combination of columns takes up
    private final Reflectors panel;

    /**
     * No rows yet.
     * @throws IllegalArgumentException when the panel or the triangle does not fit into one Java array
     */
    public RowsQr(Blas blas, Lapack lapack, Workers workers, int columns, int rightHandSides) {
        if (columns < 1 || rightHandSides < 0) {
            throw new IllegalArgumentException("QR: need columns >= 1 and right-hand sides >= 0, got %d and %d"
                    .formatted(columns, rightHandSides));
        }
        tools = new Tools(blas, lapack, workers);
        elimination = new Elimination(tools);
        n = columns;
        width = n + rightHandSides;
        ldr = Tools.ld(n);
        r = Matrices.allocate(ldr, width);
        rest = new double[rightHandSides];
        panel = Reflectors.of(Matrices.allocate(LD, width), LD, HEIGHT, false, n);
    }

    /** Bytes that a factorisation and a solve of it hold: four triangles, the panel, two T. */
    public static long bytes(int columns, int rightHandSides) {
        long across = columns + rightHandSides + 1L;
        return Double.BYTES * (across * (4L * Tools.ld(columns) + LD) + 2L * Elimination.BLOCK * (columns + 1L));
    }

    /** Entry (i, c) belongs at {@code i + c·ld()}, right-hand side k in column {@code columns + k}. Overwritten by {@link #add}. */
    public double[] panel() {
        return panel.v();
    }

    /** The panel's leading dimension, at least {@link #HEIGHT}. */
    public int ld() {
        return LD;
    }

    /** Takes the first rows of the panel. */
    public void add(int rows) {
        if (rows < 0 || rows > HEIGHT) {
            throw new IllegalArgumentException("QR: need 0 to %d rows, got %d".formatted(HEIGHT, rows));
        }
        if (rows > 0) {
            elimination.eliminate(n, width, r, ldr, panel.withRows(rows));
        }
        for (int c = 0; c < rest.length; c++) {
            rest[c] = Math.hypot(rest[c], tools.blas().nrm2(rows, panel.v(), (n + c) * LD));
        }
    }

    /** What the rows so far come to; a copy. */
    public Triangle triangle() {
        return new Triangle(tools, n, width, r.clone(), rest.clone());
    }

    /** Forgets all rows: the next range begins. */
    public void clear() {
        Arrays.fill(r, 0);
        Arrays.fill(rest, 0);
    }
}
