package org.pinn4j.solution;

import java.util.Arrays;

/**
 * The points of a tile in the order of the pieces that answer for them. One owner; nothing is allocated after construction.
 *
 * <p>A tile has few points and a solution may have many pieces, so points are sorted, not counted: a key is the piece above
 * the point, and equal pieces keep the order of their points.
 */
final class Grouping {
    private final Pieces pieces;
    private final long[] keys;
    private final double[] block;
    private int n;

    /** @param block doubles of the coordinates of a tile */
    Grouping(Pieces pieces, int maxPoints, int block) {
        this.pieces = pieces;
        this.keys = new long[maxPoints];
        this.block = new double[block];
    }

    /** @param x [axes × n] */
    void sort(double[] x, int points) {
        n = points;
        int from = pieces.axis() * n;
        for (int i = 0; i < n; i++) {
            keys[i] = (long) pieces.at(x[from + i]) << Integer.SIZE | i;
        }
        Arrays.sort(keys, 0, n);
    }

    /** The piece that answers at a place of the order. */
    int piece(int place) {
        return (int) (keys[place] >> Integer.SIZE);
    }

    /** The point that stands at a place of the order. */
    int point(int place) {
        return (int) keys[place];
    }

    /** The first place after {@code place} that another piece answers. */
    int end(int place) {
        int end = place + 1;
        while (end < n && piece(end) == piece(place)) {
            end++;
        }
        return end;
    }

    /** The points of some places alone. @param x [axes × n] @return [axes × (end − first)], owned by this object */
    double[] gather(double[] x, int axes, int first, int end) {
        int m = end - first;
        for (int a = 0; a < axes; a++) {
            for (int j = 0; j < m; j++) {
                block[a * m + j] = x[a * n + point(first + j)];
            }
        }
        return block;
    }
}
