package org.pinn4j.jets;

/**
 * How points are cut: a tile's jets stay in the second-level cache, so that each array is read and written near the
 * processor. Whoever cuts points, sizes memory for a tile or chooses a number of points takes it from here.
 */
public final class Tiles {
    /** Points in a tile. Measured once (docs/performance-notes.md), then constant: the bits of sums depend on it. */
    public static final int POINTS = 120;

    private Tiles() {}

    /** Tiles that hold {@code points}; the last one may be a part of one. */
    public static int count(int points) {
        return (points + POINTS - 1) / POINTS;
    }

    /** Points of tile {@code tile} when there are {@code points} in all. */
    public static int size(int tile, int points) {
        return Math.min(POINTS, points - tile * POINTS);
    }

    /** {@code points} rounded up to whole tiles. */
    public static int whole(int points) {
        return count(points) * POINTS;
    }
}
