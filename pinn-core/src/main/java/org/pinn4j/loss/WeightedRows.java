package org.pinn4j.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.blas.Blas;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.Parameter;
import org.pinn4j.sampling.PointSet;

/**
 * Values of expressions at the points of regions, unscaled, with their derivatives by parameters: what integrals are summed from.
 * Row k·n + i of a tile is expression k at its point i. <b>Threads:</b> one caller, workers inside.
 */
final class WeightedRows {
    private final Ansatz ansatz;
    private final List<RegionProgram> programs = new ArrayList<>();
    private final Workers workers;
    private final RangeSums sums;
    final TileSweeps sweeps;
    private TiledPoints points;

    /** @param expressions by region, as left sides of equations */
    WeightedRows(
            Ansatz ansatz, List<List<Condition>> expressions, List<Parameter> parameters, Workers workers, Blas blas) {
        this.ansatz = ansatz;
        this.workers = workers;
        this.sums = new RangeSums(workers);
        expressions.forEach(e -> programs.add(new RegionProgram(ansatz, e, parameters)));
        this.sweeps = new ThreadSweeps(ansatz, programs, parameters, workers, blas);
    }

    /** @param sets by region */
    void setPoints(List<PointSet> sets) {
        List<RegionPoints> prepared = new ArrayList<>();
        double[][] ones = new double[programs.size()][];
        for (int k = 0; k < ones.length; k++) {
            prepared.add(new RegionPoints(programs.get(k), ansatz.axes(), sets.get(k), workers));
            ones[k] = new double[programs.get(k).outputs()];
            Arrays.fill(ones[k], sets.get(k).count()); // the mean over points is taken off again
        }
        points = TiledPoints.of(programs, prepared, ones);
    }

    TiledPoints points() {
        return points;
    }

    int parameters() {
        return sweeps.parameters();
    }

    /** @param rows overwritten: [rows] */
    void values(double[] theta, double[] rows) {
        sums.begin(points.ranges());
        sweeps.residuals(points, theta, rows, sums);
        sums.finish();
    }

    /** Σ w·rows and its gradient. @param w [rows] @param g overwritten: [parameters] */
    double sum(double[] theta, double[] w, double[] g) {
        return sweeps.reduced(points, theta, 0, points.tiles(), w, g);
    }

    /** By tile, the weights of points in the order of rows, the same for every expression. @param weights by region, [n] */
    double[] byRow(List<double[]> weights) {
        double[] w = new double[points.rows()];
        for (int t = 0; t < points.tiles(); t++) {
            Tile tile = points.tile(t);
            for (int k = 0; k < programs.get(tile.region()).outputs(); k++) {
                System.arraycopy(weights.get(tile.region()), tile.first(), w, tile.row() + k * tile.n(), tile.n());
            }
        }
        return w;
    }

    String diagnosis(double[] theta) {
        double[] r = new double[points.rows()];
        values(theta, r);
        return ResidualDiagnosis.of(points, ansatz.axes(), r);
    }
}
