package org.pinn4j.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pinn4j.blas.Matrices;
import org.pinn4j.sampling.QuadraturePoints;

/** Test functions and their slopes at quadrature points, with the weights of these: the matrix from rows at points to rows of tests. */
final class TestBlocks {
    /** One equation on one tile. @param which tests @param matrix [which × rows of the equation on the tile] */
    record Block(int[] which, double[] matrix, int firstRow, int rows, int testRow) {}

    private final List<List<Block>> blocks = new ArrayList<>();

    /**
     * @param axes by equation, −1 for the source and the axes of its fluxes, in the order of rows
     * @param squares overwritten: by row of tests, what it is divided by the root of: ∫|∇v|² along axes with a flux
     */
    TestBlocks(
            TiledPoints tiled, List<int[]> axes, TestFunctions functions, QuadraturePoints points, double[] squares) {
        Arrays.fill(squares, 0);
        assemble(tiled, axes, functions, points, squares);
    }

    List<List<Block>> byTile() {
        return blocks;
    }

    private void assemble(
            TiledPoints tiled, List<int[]> axes, TestFunctions functions, QuadraturePoints points, double[] squares) {
        int dimension = points.points().dimension();
        int most = functions.mostActive();
        int[] which = new int[most];
        double[] values = new double[most * (dimension + 1)];
        double[] w = points.weights();
        int[] column = new int[functions.count()];
        for (int t = 0; t < tiled.tiles(); t++) {
            Tile tile = tiled.tile(t);
            Arrays.fill(column, -1);
            List<Integer> met = new ArrayList<>();
            for (int i = 0; i < tile.n(); i++) {
                int n = functions.at(points.points().point(tile.first() + i), which, values);
                for (int k = 0; k < n; k++) {
                    if (column[which[k]] < 0) {
                        column[which[k]] = met.size();
                        met.add(which[k]);
                    }
                }
            }
            List<Block> here = new ArrayList<>();
            int output = 0;
            for (int m = 0; m < axes.size(); m++) {
                int[] own = axes.get(m);
                double[] matrix = Matrices.allocate(met.size(), own.length * tile.n());
                for (int i = 0; i < tile.n(); i++) {
                    int n = functions.at(points.points().point(tile.first() + i), which, values);
                    for (int k = 0; k < n; k++) {
                        for (int o = 0; o < own.length; o++) {
                            matrix[column[which[k]] + met.size() * (o * tile.n() + i)] =
                                    w[tile.first() + i] * values[k * (dimension + 1) + 1 + own[o]];
                        }
                        addNorm(
                                squares,
                                m * functions.count() + which[k],
                                own,
                                w[tile.first() + i],
                                values,
                                k * (dimension + 1));
                    }
                }
                int[] tested = met.stream().mapToInt(Integer::intValue).toArray();
                here.add(new Block(tested, matrix, output * tile.n(), own.length * tile.n(), m * functions.count()));
                output += own.length;
            }
            blocks.add(here);
        }
    }

    /** Of the gradient along axes that have a flux; of the value where none has. */
    private static void addNorm(double[] squares, int row, int[] axes, double w, double[] values, int at) {
        for (int a : axes) {
            if (a >= 0 || axes.length == 1) {
                squares[row] += w * values[at + 1 + a] * values[at + 1 + a];
            }
        }
    }
}
