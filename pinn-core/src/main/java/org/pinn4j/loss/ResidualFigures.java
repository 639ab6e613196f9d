package org.pinn4j.loss;

import java.util.function.ToDoubleFunction;
import org.pinn4j.args.Args;

/** What rows say beyond the sum of their squares. All sums are added in the order of {@link SumTree}. */
public final class ResidualFigures {
    private final TiledPoints points;
    private final double[] r;

    /** @param r the rows of all points */
    public ResidualFigures(TiledPoints points, double[] r) {
        Args.given(points, "points", r, "r");
        this.points = points;
        this.r = r;
    }

    /** Squared scaled residual of each point of a region, summed over its equations. */
    public double[] squaredByPoint(int region) {
        Args.index(region, points.regions().size(), "region");
        double[] sum = new double[points.points(region).count()];
        for (int t = 0; t < points.tiles(); t++) {
            Tile tile = points.tile(t);
            for (int i = 0; tile.region() == region && i < points.height(t); i++) {
                double row = r[tile.row() + i];
                sum[tile.first() + i % tile.n()] += row * row;
            }
        }
        return sum;
    }

    /**
     * Root of the summed squares of mean|row|·√N over regions: the size of the residual with little weight on a few points. A
     * thin layer that one held-out point happens to meet dominates a sum of squares and says nothing of the rest.
     */
    public double meanSize() {
        double sum = 0;
        for (int k = 0; k < points.regions().size(); k++) {
            if (points.has(k)) {
                int outputs = points.regions().get(k).outputs();
                double size = sum(k, tile -> sizes(tile, 0, outputs * tile.n()));
                sum += size * size / points.points(k).count();
            }
        }
        return Math.sqrt(sum);
    }

    private double sizes(Tile tile, int from, int to) {
        double total = 0;
        for (int i = from; i < to; i++) {
            total += Math.abs(r[tile.row() + i]);
        }
        return total;
    }

    /** mean|row|·√N by region and equation: √weight times the mean size of the residual. */
    public double[][] meanSizes() {
        return byEquation((k, m) -> sum(k, tile -> sizes(tile, m * tile.n(), (m + 1) * tile.n()))
                / Math.sqrt(points.points(k).count()));
    }

    /** Sum of the squared rows by region and equation; with unit weights the mean squared residual. */
    public double[][] sumsOfSquares() {
        return byEquation((k, m) -> sum(k, tile -> squares(tile, m)));
    }

    private interface Figure {
        double of(int region, int equation);
    }

    private double[][] byEquation(Figure figure) {
        double[][] figures = new double[points.regions().size()][];
        for (int k = 0; k < figures.length; k++) {
            figures[k] = new double[points.regions().get(k).outputs()];
            for (int m = 0; m < figures[k].length; m++) {
                figures[k][m] = figure.of(k, m);
            }
        }
        return figures;
    }

    private double squares(Tile tile, int output) {
        double total = 0;
        for (int i = output * tile.n(); i < (output + 1) * tile.n(); i++) {
            total += r[tile.row() + i] * r[tile.row() + i];
        }
        return total;
    }

    private double sum(int region, ToDoubleFunction<Tile> figure) {
        double[] ranges = new double[points.ranges()];
        for (int range = 0; range < ranges.length; range++) {
            for (int t = points.firstTile(range); t < points.firstTile(range + 1); t++) {
                ranges[range] += points.tile(t).region() == region ? figure.applyAsDouble(points.tile(t)) : 0;
            }
        }
        return SumTree.sum(ranges, ranges.length);
    }
}
