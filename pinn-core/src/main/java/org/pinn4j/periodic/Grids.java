package org.pinn4j.periodic;

/** Numbers of points that transforms take: 2^p and 3·2^p, from 8 on. */
final class Grids {
    private static final int LEAST = 8;

    private Grids() {}

    /** The smallest of at least so many points. */
    static int atLeast(int points) {
        int n = LEAST;
        while (n < points) {
            n = next(n);
        }
        return n;
    }

    /** The next larger one. */
    static int next(int n) {
        return Integer.bitCount(n) == 1 ? n / 2 * 3 : n / 3 * 4;
    }

    /** Points at which products of two waves are told apart from all waves in use. */
    static int of(int most) {
        return atLeast(3 * most + 1);
    }

    static int[] of(Waves waves) {
        int[] grid = waves.most();
        java.util.Arrays.setAll(grid, a -> of(grid[a]));
        return grid;
    }

    /** The most waves that this grid of an axis is enough for. */
    static int waves(int points) {
        return (points - 1) / 3;
    }

    static int size(int[] grid) {
        int size = 1;
        for (int n : grid) {
            size *= n;
        }
        return size;
    }
}
