package org.pinn4j.loss;

import java.util.List;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.blas.Blas;
import org.pinn4j.jets.Columns;
import org.pinn4j.pde.Parameter;

/**
 * The memory for tiles of every region, made when a region is first met, and what is done on one tile. Each worker has its own;
 * the points and the place in parameter space are told before a sweep, to all alike.
 */
final class TileWorkspaces {
    private static final double[] NONE = {};

    private final List<RegionProgram> regions;
    private final Ansatz ansatz;
    private final Blas blas;
    private final RegionWorkspace[][] memory; // [worker][region]
    private final Position position;
    private final Columns all;
    private TiledPoints points;

    TileWorkspaces(Ansatz ansatz, List<RegionProgram> regions, List<Parameter> parameters, int workers, Blas blas) {
        this.regions = regions;
        this.ansatz = ansatz;
        this.blas = blas;
        this.memory = new RegionWorkspace[workers][regions.size()];
        this.position = new Position(ansatz.networkParameters(), parameters);
        this.all = Columns.all(ansatz.networkParameters() + parameters.size());
    }

    int parameters() {
        return all.count();
    }

    Columns all() {
        return all;
    }

    void begin(TiledPoints newPoints, double[] theta) {
        points = newPoints;
        position.set(theta);
        for (RegionWorkspace[] row : memory) {
            for (int k = 0; k < row.length; k++) {
                if (row[k] == null && points.has(k)) {
                    row[k] = new RegionWorkspace(regions.get(k), ansatz, blas);
                }
            }
        }
    }

    private RegionWorkspace forward(int worker, Tile tile, boolean keep) {
        RegionWorkspace w = memory[worker][tile.region()];
        w.forward(position.theta, position.coefficients, points.points(tile.region()), tile.first(), tile.n(), keep);
        return w;
    }

    /** Σ of squared scaled rows; the rows themselves from {@code out[at]} on where it is not empty. */
    double residuals(int worker, Tile tile, double[] out, int at) {
        return collect(forward(worker, tile, false), tile, out, at);
    }

    private double collect(RegionWorkspace w, Tile tile, double[] out, int at) {
        double sum = 0;
        double[] scale = points.scales(tile.region());
        for (int k = 0; k < scale.length; k++) {
            double[] r = w.residual(k);
            for (int i = 0; i < tile.n(); i++) {
                double row = scale[k] * r[i];
                sum += row * row;
                if (out.length > 0) {
                    out[at + k * tile.n() + i] = row;
                }
            }
        }
        return sum;
    }

    /** Adds Jᵀr of the tile to {@code g}; returns Σ of squared rows. */
    double gradient(int worker, Tile tile, double[] g) {
        RegionWorkspace w = forward(worker, tile, true);
        double square = collect(w, tile, NONE, 0);
        double[] scale = points.scales(tile.region());
        for (int k = 0; k < scale.length; k++) {
            double[] seed = w.seed(k);
            double[] r = w.residual(k);
            for (int i = 0; i < tile.n(); i++) {
                seed[i] = scale[k] * (scale[k] * r[i]);
            }
        }
        w.addGradient(position.theta, g, position.networkParameters, position.slopes);
        return square;
    }

    /** Adds Jᵀw of the tile to {@code g}; returns Σ w·r. */
    double transposed(int worker, Tile tile, double[] weights, double[] g) {
        RegionWorkspace w = forward(worker, tile, true);
        double sum = 0;
        double[] scale = points.scales(tile.region());
        for (int k = 0; k < scale.length; k++) {
            double[] seed = w.seed(k);
            double[] r = w.residual(k);
            for (int i = 0; i < tile.n(); i++) {
                seed[i] = scale[k] * weights[tile.row() + k * tile.n() + i];
                sum += seed[i] * r[i];
            }
        }
        w.addGradient(position.theta, g, position.networkParameters, position.slopes);
        return sum;
    }

    /** Scaled rows: J at {@code j[at + i + c·ld]}, r at {@code r[rowAt + i]}; returns Σ of squared rows. */
    double jacobian(int worker, Tile tile, Columns columns, double[] j, int at, int ld, double[] r, int rowAt) {
        RegionWorkspace w = forward(worker, tile, true);
        double square = collect(w, tile, r, rowAt);
        double[] scale = points.scales(tile.region());
        for (int k = 0; k < scale.length; k++) {
            w.jacobian(
                    position.theta,
                    k,
                    scale[k],
                    j,
                    at + k * tile.n(),
                    ld,
                    columns,
                    position.networkParameters,
                    position.slopes);
        }
        return square;
    }

    /** out[tile.row + i] = J·v. */
    void tangents(int worker, Tile tile, double[] v, double[] out) {
        forward(worker, tile, true)
                .tangent(
                        position.theta,
                        v,
                        points.scales(tile.region()),
                        out,
                        tile.row(),
                        position.networkParameters,
                        position.slopes);
    }
}
