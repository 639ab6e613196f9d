package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;

/**
 * Integrals over a shape and its boundary by composite Gauss quadrature of three points a panel on the charts of its parts; over
 * time and parameters too, if it has them. What two numbers of panels disagree about is not judged.
 */
final class ShapeQuadrature {
    private static final double[] NODE = {-0.7745966692414834, 0, 0.7745966692414834};
    private static final double[] WEIGHT = {5.0 / 18, 8.0 / 18, 5.0 / 18};
    /** By dimension of the shape: as many points as an answer may wait for. */
    private static final int[][] PANELS = {{}, {8, 16}, {8, 16}, {4, 7}, {2, 4}};

    private final Domain domain;
    private final int[] panels;

    private ShapeQuadrature(Domain domain, int[] panels) {
        this.domain = domain;
        this.panels = panels;
    }

    /** Empty if the shape cannot be integrated over, or has more than four dimensions. */
    static Optional<ShapeQuadrature> of(Domain domain) {
        Part inside = domain.geometry(Region.interior());
        return inside.charts().isEmpty() || inside.dimension() >= PANELS.length || Double.isInfinite(inside.measure())
                ? Optional.empty()
                : Optional.of(new ShapeQuadrature(domain, PANELS[inside.dimension()]));
    }

    /**
     * The flux that the source asks for and the one given, if they differ.
     * @param given the flux out; NaN where nothing gives it, and then nothing differs
     */
    Optional<double[]> mismatch(Expr source, GivenFlux given, List<Region> boundary) {
        List<double[]> sums = new ArrayList<>();
        for (int n : panels) {
            double[] inside = new double[2];
            double[] through = new double[2];
            add(Region.interior(), n, (x, normal) -> Evaluation.evaluate(source, domain.axes(), x), inside);
            boundary.forEach(b -> add(b, n, (x, normal) -> given.at(b, x, normal), through));
            sums.add(new double[] {-inside[0], through[0], inside[1] + through[1]});
        }
        return Quadrature.differ(sums.toArray(double[][]::new)) ? Optional.of(sums.get(1)) : Optional.empty();
    }

    private void add(Region region, int n, ToDoubleBiFunction<double[], double[]> f, double[] sum) {
        for (Part.Piece piece : domain.geometry(region).charts()) {
            add(piece, n, f, new double[piece.dimension()], 0, 1, sum);
        }
    }

    private void add(
            Part.Piece piece,
            int n,
            ToDoubleBiFunction<double[], double[]> f,
            double[] unit,
            int from,
            double weight,
            double[] sum) {
        if (from < unit.length) {
            for (int p = 0; p < n; p++) {
                for (int k = 0; k < NODE.length; k++) {
                    unit[from] = (p + (1 + NODE[k]) / 2) / n;
                    add(piece, n, f, unit, from + 1, weight * WEIGHT[k] / n, sum);
                }
            }
            return;
        }
        double[] x = new double[domain.axes().size()];
        double[] normal = new double[x.length];
        double size = piece.chart(unit, x);
        if (piece.hasNormal()) {
            piece.normal(x, normal);
        }
        double value = weight * size * f.applyAsDouble(x, normal);
        sum[0] += value;
        sum[1] += Math.abs(value);
    }
}
