package org.pinn4j.loss;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.pinn4j.ansatz.AnsatzColumns;
import org.pinn4j.args.Args;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.compile.Thrown;
import org.pinn4j.jets.Tiles;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Region;
import org.pinn4j.sampling.PointSet;

/** Everything a region's equations need at a set of points that does not depend on theta, laid out by tiles. Immutable. */
public final class RegionPoints {
    private static final int TILE = Tiles.POINTS;

    private final RegionProgram program;
    private final PointSet points;
    private final Optional<Shares> shares; // none before the points of all regions are known
    private final double[][] columns; // by slot, tile after tile
    private final double[][] data; // by column, [count]
    private final Map<Integer, String> thrown; // by code of the user, at a point

    /** Evaluates the columns at {@code points}, tiles shared out over the workers. */
    public RegionPoints(RegionProgram program, List<Axis> axes, PointSet points, Workers workers) {
        this(
                Args.given(program, "program"),
                Args.given(axes, "axes"),
                Args.given(points, "points"),
                Optional.empty(),
                Args.given(workers, "workers"));
    }

    /** @param shares of the points in ranges; a share is cut into tiles by itself */
    RegionPoints(RegionProgram program, List<Axis> axes, PointSet points, Optional<Shares> shares, Workers workers) {
        if (points.dimension() != axes.size() || points.count() == 0) {
            throw new IllegalArgumentException("%s: need [%d × n] points, n > 0, got [%d × %d]"
                    .formatted(program.region(), axes.size(), points.dimension(), points.count()));
        }
        this.program = program;
        this.points = points;
        this.shares = shares;
        this.columns = new double[program.slots()][program.columns().size() * points.count()];
        this.data = new double[program.program().data().size()][points.count()];
        this.thrown = new ConcurrentHashMap<>();
        Filler[] fillers = new Filler[workers.count()];
        for (int k = 0; k < fillers.length; k++) {
            fillers[k] = new Filler(axes);
        }
        int[][] tiles = tiles();
        workers.forEach(tiles.length, (worker, tile) -> fillers[worker].fill(tiles[tile][0], tiles[tile][1]));
    }

    private RegionPoints(RegionPoints same, Shares shares) {
        this.program = same.program;
        this.points = same.points;
        this.columns = same.columns;
        this.data = same.data;
        this.thrown = same.thrown;
        this.shares = Optional.of(shares);
    }

    /** The same points in shares whose tiles are the same. */
    RegionPoints in(Shares newShares) {
        if (!Arrays.deepEquals(tiles(), newShares.tiles())) {
            throw new IllegalArgumentException("%s: need shares of whole tiles".formatted(program.region()));
        }
        return new RegionPoints(this, newShares);
    }

    Optional<Shares> shares() {
        return shares;
    }

    /** First points and sizes of the tiles, [tiles][2]. */
    int[][] tiles() {
        return shares.orElseGet(() -> new Shares(0, points.count())).tiles();
    }

    public PointSet points() {
        return points;
    }

    public int count() {
        return points.count();
    }

    /** What code of the user threw at a point, if that is why a value there is not a number. */
    Optional<String> thrown(int point) {
        return Optional.ofNullable(thrown.get(point));
    }

    double[] columns(int slot) {
        return columns[slot];
    }

    double[] data(int column) {
        return data[column];
    }

    /** One worker's scratch memory for filling tiles. */
    private final class Filler {
        private final List<Axis> axes;
        private final AnsatzColumns.Scratch scratch = program.columns().scratch(TILE);
        private final CoordinateProgram.Scratch dataScratch = program.data().scratch(TILE);
        private final double[] x;
        private final double[] normals;
        private final double[] measured = new double[TILE];
        private final double[][] out = new double[data.length][TILE];

        Filler(List<Axis> axes) {
            this.axes = axes;
            this.x = new double[axes.size() * TILE];
            this.normals = new double[axes.size() * TILE];
        }

        void fill(int first, int n) {
            points.copyCoordinates(first, n, x);
            if (points.hasNormals()) {
                points.copyNormals(first, n, normals);
            }
            if (points.hasData()) {
                points.copyData(first, n, measured);
            }
            program.data()
                    .evaluate(
                            n,
                            x,
                            points.hasNormals() ? normals : null,
                            points.hasData() ? measured : null,
                            out,
                            dataScratch);
            note(dataScratch.thrown(), first);
            for (int k = 0; k < out.length; k++) {
                System.arraycopy(out[k], 0, data[k], first, n);
            }
            for (int slot = 0; slot < columns.length; slot++) {
                if (slot > 0) {
                    moveTo(program.slot(slot), first, n);
                }
                program.columns()
                        .evaluate(n, x, columns[slot], program.columns().size() * first, scratch);
                note(scratch.thrown(), first);
            }
        }

        private void note(List<Thrown> all, int first) {
            all.forEach(t -> thrown.putIfAbsent(first + t.point(), t.words()));
        }

        private void moveTo(Region.Face face, int first, int n) {
            points.copyCoordinates(first, n, x);
            int axis = axes.indexOf(face.axis());
            Arrays.fill(x, axis * n, axis * n + n, face.coordinate());
        }
    }
}
