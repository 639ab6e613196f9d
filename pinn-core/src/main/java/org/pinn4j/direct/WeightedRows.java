package org.pinn4j.direct;

import java.util.List;
import org.pinn4j.loss.Tile;
import org.pinn4j.loss.TiledPoints;

/** Means of rows over points that have a weight each, by region and equation. Added point after point: no order but one. */
final class WeightedRows {
    private final double[][] squares;
    private final double[][] sizes;

    /**
     * @param rows of all points, each over the root of their number
     * @param measures by region: [points], one on average
     */
    WeightedRows(TiledPoints points, double[] rows, List<double[]> measures) {
        int regions = points.regions().size();
        squares = new double[regions][];
        sizes = new double[regions][];
        for (int k = 0; k < regions; k++) {
            squares[k] = new double[points.regions().get(k).outputs()];
            sizes[k] = new double[squares[k].length];
        }
        for (int t = 0; t < points.tiles(); t++) {
            add(points.tile(t), points.height(t), rows, measures);
        }
        for (int k = 0; k < regions; k++) {
            for (int m = 0; m < sizes[k].length; m++) {
                sizes[k][m] /= Math.sqrt(measures.get(k).length);
            }
        }
    }

    private void add(Tile tile, int height, double[] rows, List<double[]> measures) {
        double[] measure = measures.get(tile.region());
        for (int i = 0; i < height; i++) {
            double row = rows[tile.row() + i];
            double weight = measure[tile.first() + i % tile.n()];
            squares[tile.region()][i / tile.n()] += weight * row * row;
            sizes[tile.region()][i / tile.n()] += weight * Math.abs(row);
        }
    }

    /** [regions][equations] */
    double[][] meanSquares() {
        return squares;
    }

    double[][] rootMeanSquares() {
        double[][] roots = new double[squares.length][];
        for (int k = 0; k < roots.length; k++) {
            roots[k] = java.util.Arrays.stream(squares[k]).map(Math::sqrt).toArray();
        }
        return roots;
    }

    double[][] meanSizes() {
        return sizes;
    }
}
