package org.pinn4j.direct;

import java.util.List;
import org.pinn4j.jets.Columns;
import org.pinn4j.loss.ResidualObjective;
import org.pinn4j.loss.Tile;

/**
 * What rounding alone makes of the residuals of a candidate: rows 2⁻⁵²·Σ|c_j|·|row_j|, tile by tile.
 * @param rows at the points of judgement, over their sizes
 * @param measures of the points by region, one on average
 */
record Rounding(ResidualObjective rows, List<double[]> measures) {
    private static final double ROUND_OFF = 0x1p-52;
    private static final int TILES_AT_ONCE = 8;

    /** Root of the mean squares, summed over regions and equations. */
    double of(Basis basis, double[] theta) {
        Columns columns = basis.columns();
        double sum = 0;
        for (int first = 0; first < rows.tiled().tiles(); first += TILES_AT_ONCE) {
            int end = Math.min(first + TILES_AT_ONCE, rows.tiled().tiles());
            int height = 0;
            for (int t = first; t < end; t++) {
                height += rows.tiled().height(t);
            }
            double[] j = new double[height * columns.count()];
            rows.jacobian(theta, first, end, columns, new double[height], j, 0, height);
            sum += weighted(first, end, absolute(basis, theta, j, height));
        }
        return ROUND_OFF * Math.sqrt(sum);
    }

    /** Σ|c_j|·|row_j|: [height]. */
    private static double[] absolute(Basis basis, double[] theta, double[] j, int height) {
        double[] total = new double[height];
        for (int k = 0; k < theta.length; k++) {
            int column = basis.columns().of(k);
            for (int i = 0; column >= 0 && i < height; i++) {
                total[i] += Math.abs(theta[k] * j[i + column * height]);
            }
        }
        return total;
    }

    /** The sum of squares of the rows of some tiles. */
    private double weighted(int first, int end, double[] values) {
        double sum = 0;
        int at = 0;
        for (int t = first; t < end; t++) {
            Tile tile = rows.tiled().tile(t);
            double[] measure = measures.get(tile.region());
            for (int i = 0; i < rows.tiled().height(t); i++) {
                double row = values[at++];
                sum += measure[tile.first() + i % tile.n()] * row * row;
            }
        }
        return sum;
    }
}
