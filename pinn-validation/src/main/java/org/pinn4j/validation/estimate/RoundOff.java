package org.pinn4j.validation.estimate;

import java.util.List;
import java.util.stream.IntStream;
import org.pinn4j.jets.Tiles;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Reading;
import org.pinn4j.solution.Piece;
import org.pinn4j.solution.Solution;

/**
 * What rounding alone may make of the values of a solution: 2⁻⁵²·Σ|c_j|·|φ_j|, c the weights of the last layers and φ what they
 * multiply. A direct solution is a sum of features that cancel: Σ|c_j||φ_j| is tens to thousands of times the field, and no grid
 * sees an error below that. Of a trained network it is some units of the last place. Immutable.
 * @param relativeL2 over the norm of the fields; infinite where these are zero everywhere and the sums are not
 * @param largest of any field
 */
record RoundOff(double relativeL2, double largest) {
    private static final double UNIT = 0x1p-52;
    /** By number of axes: some hundred points, Gauss nodes and ends. */
    private static final int[] PANELS = {1, 8, 4, 1};

    static RoundOff of(Solution solution) {
        List<Axis> axes = solution.problem().axes();
        int panels = PANELS[Math.min(axes.size(), PANELS.length - 1)];
        Sums sums = new Sums(Nodes.on(axes, Panels.of(panels)), axes);
        List<Axis> periodic = Reading.of(solution.problem()).periodic();
        List<Piece> pieces = solution.pieces();
        for (int k = 0; k < pieces.size(); k++) {
            double from = k == 0 ? Double.NEGATIVE_INFINITY : pieces.get(k).from();
            double to = k == pieces.size() - 1
                    ? Double.POSITIVE_INFINITY
                    : pieces.get(k).to();
            int[] points = sums.between(solution.along().map(axes::indexOf).orElse(0), from, to);
            FeatureSums features =
                    new FeatureSums(pieces.get(k).ansatz(), pieces.get(k).theta(), periodic);
            for (int first = 0; first < points.length; first += Tiles.POINTS) {
                sums.add(features, points, first, Math.min(Tiles.POINTS, points.length - first));
            }
        }
        return sums.roundOff();
    }

    /** Integrals so far. */
    private static final class Sums {
        private final Nodes nodes;
        private final int axes;
        private double squares;
        private double sizes;
        private double largest;

        Sums(Nodes nodes, List<Axis> axes) {
            this.nodes = nodes;
            this.axes = axes.size();
        }

        /** Nodes whose coordinate along an axis is in [from, to). */
        int[] between(int axis, double from, double to) {
            int n = nodes.count();
            return IntStream.range(0, n)
                    .filter(i -> nodes.x()[axis * n + i] >= from && nodes.x()[axis * n + i] < to)
                    .toArray();
        }

        void add(FeatureSums features, int[] points, int first, int n) {
            double[] x = new double[axes * n];
            for (int a = 0; a < axes; a++) {
                for (int i = 0; i < n; i++) {
                    x[a * n + i] = nodes.x()[a * nodes.count() + points[first + i]];
                }
            }
            features.at(x, n);
            for (int f = 0; f < features.fields(); f++) {
                double[] sums = features.sums(f, n);
                for (int i = 0; i < n; i++) {
                    double weight = nodes.weights()[points[first + i]];
                    squares += weight * sums[i] * sums[i];
                    sizes += weight * features.values(f)[i] * features.values(f)[i];
                    largest = Math.max(largest, sums[i]);
                }
            }
        }

        RoundOff roundOff() {
            return new RoundOff(squares == 0 ? 0 : UNIT * Math.sqrt(squares / sizes), UNIT * largest);
        }
    }
}
