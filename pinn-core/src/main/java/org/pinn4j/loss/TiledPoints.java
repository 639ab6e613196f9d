package org.pinn4j.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pinn4j.args.Args;
import org.pinn4j.jets.Tiles;

/**
 * The points of regions with the weights of their equations, cut into tiles and ranges (see {@link SumTree}): all that a sum
 * over points is made of but the parameters. Row i of condition m is √(w_m/N_m)·s_m·F_m(x_i). Immutable.
 */
public final class TiledPoints {
    private final List<RegionProgram> regions;
    private final RegionPoints[] points; // null for a region that takes no part
    private final double[][] scales; // [region][output]: √(w_m/N_m)·s_m
    private final Tile[] tiles;
    private final int[] firstTiles; // by range, and the end
    private final int firstRange;
    private final int rows;

    /** @param counts N_m by region */
    private TiledPoints(List<RegionProgram> regions, RegionPoints[] points, int[] counts, double[][] weights) {
        this.regions = regions;
        this.points = points;
        this.scales = new double[points.length][];
        List<Tile> list = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        int row = 0;
        for (int k = 0; k < points.length; k++) {
            if (points[k] != null) {
                row = cut(k, row, list, starts);
                int count = counts[k];
                scales[k] =
                        Arrays.stream(weights[k]).map(w -> Math.sqrt(w / count)).toArray();
            }
        }
        this.rows = row;
        this.tiles = list.toArray(Tile[]::new);
        this.firstRange = 0;
        starts.add(tiles.length);
        this.firstTiles = starts.stream().mapToInt(Integer::intValue).toArray();
    }

    private TiledPoints(TiledPoints whole, int fromRange, int toRange) {
        this.regions = whole.regions;
        this.points = whole.points;
        this.scales = whole.scales;
        this.tiles = whole.tiles;
        this.rows = whole.rows;
        this.firstTiles = Arrays.copyOfRange(whole.firstTiles, fromRange, toRange + 1);
        this.firstRange = whole.firstRange + fromRange;
    }

    /** The ranges [from, to) of these, with their numbers: what one of several owners sweeps. */
    public TiledPoints part(int from, int to) {
        Args.within(0, firstTiles.length - 1, from, "from");
        return new TiledPoints(this, from, Args.within(from, firstTiles.length - 1, to, "to"));
    }

    private int cut(int region, int firstRow, List<Tile> list, List<Integer> starts) {
        Shares shares = points[region].shares().orElseThrow();
        int[][] cuts = points[region].tiles();
        int row = firstRow;
        int tile = 0;
        for (int share = 0; share < shares.ranges(); share++) {
            if (shares.firstRange() + share == starts.size()) {
                starts.add(list.size());
            }
            for (int end = tile + Tiles.count(shares.size(share)); tile < end; tile++) {
                list.add(new Tile(region, cuts[tile][0], cuts[tile][1], row));
                row += cuts[tile][1] * regions.get(region).outputs();
            }
        }
        return row;
    }

    /**
     * Points of every region, in ranges of constant length unless they are in ranges.
     * @param weights w_m·s_m² by region and equation
     */
    static TiledPoints of(List<RegionProgram> regions, List<RegionPoints> points, double[][] weights) {
        RegionPoints[] shared = points.toArray(RegionPoints[]::new);
        int[] counts = points.stream().mapToInt(RegionPoints::count).toArray();
        if (!points.stream().allMatch(p -> p.shares().isPresent())) {
            List<Shares> shares = Shares.of(counts);
            Arrays.setAll(shared, k -> shared[k].in(shares.get(k)));
        }
        return new TiledPoints(regions, shared, counts, weights);
    }

    /** Points of some regions, null for those that take no part. @param weights w_m·s_m² by region and equation */
    static TiledPoints some(List<RegionProgram> regions, RegionPoints[] points, double[][] weights) {
        int[] counts =
                Arrays.stream(points).mapToInt(p -> p == null ? 0 : p.count()).toArray();
        List<Shares> shares = Shares.of(counts);
        RegionPoints[] shared = points.clone();
        Arrays.setAll(shared, k -> shared[k] == null ? null : shared[k].in(shares.get(k)));
        return new TiledPoints(regions, shared, counts, weights);
    }

    /** Some of the {@code outOf} points of one region alone, in ranges of their own. */
    static TiledPoints ofRegion(
            List<RegionProgram> regions, int region, RegionPoints points, int outOf, double[][] weights) {
        int[] counts = new int[regions.size()];
        counts[region] = outOf;
        RegionPoints[] one = new RegionPoints[regions.size()];
        one[region] = points.in(Shares.of(points.count()).get(0));
        return new TiledPoints(regions, one, counts, weights);
    }

    public List<RegionProgram> regions() {
        return regions;
    }

    boolean has(int region) {
        return points[region] != null;
    }

    RegionPoints points(int region) {
        return points[region];
    }

    double[] scales(int region) {
        return scales[region];
    }

    /** Points over all regions. */
    public int count() {
        return Arrays.stream(points).mapToInt(p -> p == null ? 0 : p.count()).sum();
    }

    public int rows() {
        return rows;
    }

    /** Tiles of the whole; a part has those from {@code firstTile(0)} to {@code firstTile(ranges())}. */
    public int tiles() {
        return tiles.length;
    }

    public Tile tile(int t) {
        Args.index(t, tiles.length, "t");
        return tiles[t];
    }

    /** Rows of a tile. */
    public int height(int t) {
        Args.index(t, tiles.length, "t");
        return tiles[t].n() * regions.get(tiles[t].region()).outputs();
    }

    public int ranges() {
        return firstTiles.length - 1;
    }

    /** The number that the first range has in the whole. */
    public int firstRange() {
        return firstRange;
    }

    /** First tile of a range, counted from 0 in a part too; of {@link #ranges} where the last one ends. */
    public int firstTile(int range) {
        Args.index(range, firstTiles.length, "range");
        return firstTiles[range];
    }
}
