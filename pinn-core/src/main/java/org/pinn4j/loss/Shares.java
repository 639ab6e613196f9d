package org.pinn4j.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pinn4j.jets.Tiles;

/**
 * How the points of one region are shared out over ranges, see {@link SumTree}: {@code size(i)} of them belong to range
 * {@code firstRange + i}, in their order. A share is cut into tiles by itself. Immutable.
 */
final class Shares {
    private final int firstRange;
    private final int[] sizes;

    Shares(int firstRange, int... sizes) {
        this.firstRange = firstRange;
        this.sizes = sizes.clone();
    }

    /** Ranges of constant length over the tiles of all regions. @param counts points by region */
    static List<Shares> of(int... counts) {
        List<Shares> all = new ArrayList<>();
        int tile = 0;
        for (int count : counts) {
            int end = tile + Tiles.count(count);
            int first = tile / SumTree.RANGE_TILES;
            int[] sizes = new int[(end - 1) / SumTree.RANGE_TILES - first + 1];
            int rest = count;
            for (int k = 0; k < sizes.length; k++) {
                int tiles = Math.min((first + k + 1) * SumTree.RANGE_TILES, end) - tile;
                sizes[k] = Math.min(rest, tiles * Tiles.POINTS);
                rest -= sizes[k];
                tile += tiles;
            }
            all.add(new Shares(first, sizes));
        }
        return all;
    }

    int firstRange() {
        return firstRange;
    }

    /** Number of ranges that the region has a share in. */
    int ranges() {
        return sizes.length;
    }

    int size(int share) {
        return sizes[share];
    }

    int points() {
        return Arrays.stream(sizes).sum();
    }

    /** First points and sizes of the tiles, [tiles][2]. */
    int[][] tiles() {
        List<int[]> tiles = new ArrayList<>();
        int first = 0;
        for (int size : sizes) {
            for (int tile = 0; tile < Tiles.count(size); tile++) {
                tiles.add(new int[] {first + tile * Tiles.POINTS, Tiles.size(tile, size)});
            }
            first += size;
        }
        return tiles.toArray(int[][]::new);
    }
}
