package org.pinn4j.linear;

import java.util.ArrayList;
import java.util.List;
import org.pinn4j.blas.Blas;
import org.pinn4j.blas.Lapack;
import org.pinn4j.blas.Matrices;
import org.pinn4j.parallel.Workers;

/**
 * A QR factorisation that keeps its reflectors, for right-hand sides that are not known yet: all slabs of an equation with
 * constant coefficients, say. As {@link RowsQr}, but memory is that of all rows. Confined to one thread, but any number may
 * fill a panel.
 */
public final class KeptQr {
    private final Tools tools;
    private final Elimination elimination;
    private final int n;
    private final int ldr;
    private final double[] r;
    private final List<Reflectors> panels = new ArrayList<>();
    private Reflectors open;

    /** No rows yet. */
    public KeptQr(Blas blas, Lapack lapack, Workers workers, int columns) {
        if (columns < 1) {
            throw new IllegalArgumentException("QR: need columns >= 1, got " + columns);
        }
        tools = new Tools(blas, lapack, workers);
        elimination = new Elimination(tools);
        n = columns;
        ldr = Tools.ld(n);
        r = Matrices.allocate(ldr, n);
    }

    /** Bytes that a factorisation of so many rows holds, the ridge included. */
    public static long bytes(int columns, long rows) {
        long panels = (rows + RowsQr.HEIGHT - 1) / RowsQr.HEIGHT;
        long ld = Tools.ld(columns);
        return Double.BYTES * (columns + 1L) * (rows + 3 * ld + (panels + 1) * (Elimination.BLOCK + 1));
    }

    /** A new panel of so many rows, at most {@link RowsQr#HEIGHT}: entry (i, c) belongs at {@code i + c·ld()}. */
    public double[] panel(int rows) {
        if (rows < 1 || rows > RowsQr.HEIGHT) {
            throw new IllegalArgumentException("QR: need 1 to %d rows, got %d".formatted(RowsQr.HEIGHT, rows));
        }
        int ld = Tools.ld(rows);
        open = Reflectors.of(Matrices.allocate(ld, n), ld, rows, false, n);
        return open.v();
    }

    /** The leading dimension of the last panel. */
    public int ld() {
        return opened().ld();
    }

    /** Takes the panel that was filled; it is the factorisation's from here on. */
    public void add() {
        elimination.eliminate(n, n, r, ldr, opened());
        panels.add(open);
        open = null;
    }

    private Reflectors opened() {
        if (open == null) {
            throw new IllegalStateException("QR: no panel was asked for");
        }
        return open;
    }

    /**
     * The factorisation of the rows so far, with a ridge as in {@link Triangle#solve}: its right-hand sides cost 4·rows·columns
     * flops each.
     * @throws IllegalArgumentException when the rows hold NaN or infinity
     */
    public KeptFactor factor(double ridge) {
        Triangle triangle = new Triangle(tools, n, n, r.clone(), new double[0]);
        Ridge regular = Ridge.under(tools, n, n, r.clone(), ldr, triangle.diagonal(ridge));
        return new KeptFactor(triangle, List.copyOf(panels), regular);
    }
}
