package org.pinn4j.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.Part;
import org.pinn4j.pde.Region;
import org.pinn4j.random.RandomStream;

/**
 * Points of a region with weights, so that Σ w_q f(x_q) is the integral of f over it: Gauss-Legendre in cells on the charts of the
 * region, or points drawn with equal weights. Immutable.
 */
public final class QuadraturePoints {
    /** Nodes of a cell along an axis at most; more of them are several cells. */
    private static final int CELL_NODES = 8;

    /** Dimensions up to which cells are fewer than they help. */
    private static final int MOST_TENSOR = 3;

    private static final int MOST_POINTS = 10_000_000;

    private final PointSet points;
    private final double[] weights;
    private final String words;

    private QuadraturePoints(PointSet points, double[] weights, String words) {
        this.points = points;
        this.weights = weights;
        this.words = words;
    }

    /**
     * Gauss-Legendre, about n points in cells of at most {@value #CELL_NODES} nodes an axis. What has no charts, or more than
     * {@value #MOST_TENSOR} dimensions, gets a Sobol' net with equal weights.
     * @param edges by axis of the domain, where a box has to have edges of cells
     * @param stream of the net
     */
    public static QuadraturePoints gauss(
            Domain domain, Region region, int n, List<double[]> edges, RandomStream stream) {
        Args.given(domain, "domain", region, "region");
        Args.list(edges, "edges");
        Args.given(stream, "stream");
        Args.within(1, MOST_POINTS, n, "n");
        if (edges.size() != domain.axes().size()) {
            throw new IllegalArgumentException("edges: need those of %d axes, got %d"
                    .formatted(domain.axes().size(), edges.size()));
        }
        Part part = domain.geometry(region);
        if (part.charts().isEmpty() || part.dimension() > MOST_TENSOR) {
            return drawn(domain, region, n, new Sobol(), stream);
        }
        Filling filling = new Filling(domain.axes().size(), part.hasNormal());
        double whole = part.charts().stream().mapToDouble(Part.Piece::measure).sum();
        for (Part.Piece piece : part.charts()) {
            List<double[]> cells = new ArrayList<>();
            int nodes = 1;
            if (piece.dimension() > 0) {
                double own = Math.max(1, n * piece.measure() / whole);
                int side = (int) Math.ceil(Math.pow(own, 1.0 / piece.dimension()) - 1e-9);
                int count = (side + CELL_NODES - 1) / CELL_NODES;
                nodes = Math.max(2, (side + count - 1) / count);
                for (int axis : free(domain, region, piece)) {
                    cells.add(cells(domain, axis, count, edges));
                }
            }
            filling.add(piece, cells, nodes);
        }
        return filling.done();
    }

    /** n points of a law with equal weights. */
    public static QuadraturePoints drawn(Domain domain, Region region, int n, Sampler law, RandomStream stream) {
        Args.given(domain, "domain", region, "region");
        Args.given(law, "law", stream, "stream");
        PointSet points = law.sample(domain, region, Args.within(1, MOST_POINTS, n, "n"), stream);
        double[] weights = new double[points.count()];
        Arrays.fill(weights, domain.geometry(region).measure() / points.count());
        return new QuadraturePoints(points, weights, law.name() + " points");
    }

    /** Of a box the axes that the unit coordinates are, in their order; of anything else none that a place is known of. */
    private static int[] free(Domain domain, Region region, Part.Piece piece) {
        if (domain.box().isEmpty()) {
            int[] unknown = new int[piece.dimension()];
            Arrays.fill(unknown, -1);
            return unknown;
        }
        List<Axis> axes = domain.axes();
        return java.util.stream.IntStream.range(0, axes.size())
                .filter(a -> region.face()
                        .filter(f -> f.axis().name().equals(axes.get(a).name()))
                        .isEmpty())
                .limit(piece.dimension())
                .toArray();
    }

    /** Edges of cells in the unit interval, both ends among them: each stretch between given edges has its share of cells. */
    private static double[] cells(Domain domain, int axis, int count, List<double[]> edges) {
        List<Double> all = new ArrayList<>(List.of(0.0));
        if (axis >= 0) {
            Axis a = domain.axes().get(axis);
            Arrays.stream(edges.get(axis))
                    .map(x -> (x - a.min()) / a.length())
                    .filter(s -> s > 0 && s < 1)
                    .sorted()
                    .forEach(all::add);
        }
        all.add(1.0);
        List<Double> result = new ArrayList<>(List.of(0.0));
        for (int k = 0; k + 1 < all.size(); k++) {
            double from = all.get(k);
            double to = all.get(k + 1);
            int parts = Math.max(1, (int) Math.round(count * (to - from)));
            for (int j = 1; j <= parts; j++) {
                result.add(j == parts ? to : from + (to - from) * j / parts);
            }
        }
        return result.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * The same rule in the cells of a grid over a box, nodes in each cell along each axis.
     * @param grid by axis, the edges of the cells, increasing, in the coordinates of the axis
     */
    public static QuadraturePoints inCells(Domain box, List<double[]> grid, int nodes) {
        Args.given(box, "box");
        Args.list(grid, "grid");
        List<Axis> axes = box.axes();
        Args.within(1, GaussLegendre.MOST_NODES, nodes, "nodes");
        requireGrid(box, grid, nodes);
        List<double[]> cells = new ArrayList<>();
        for (int a = 0; a < axes.size(); a++) {
            Axis axis = axes.get(a);
            cells.add(Arrays.stream(grid.get(a))
                    .map(x -> (x - axis.min()) / axis.length())
                    .toArray());
        }
        Filling filling = new Filling(axes.size(), false);
        filling.add(box.geometry(Region.interior()).charts().get(0), cells, nodes);
        return filling.done();
    }

    private static void requireGrid(Domain box, List<double[]> grid, int nodes) {
        if (box.box().isEmpty() || grid.size() != box.axes().size()) {
            throw new IllegalArgumentException(
                    "grid: need a box and the edges of cells along each of its %d axes, got %d of %s"
                            .formatted(box.axes().size(), grid.size(), box));
        }
        double points = 1;
        for (double[] edges : grid) {
            points *= (Args.atLeast(2, edges, "grid").length - 1.0) * nodes;
        }
        if (points > MOST_POINTS) {
            throw new IllegalArgumentException("grid: need at most %d points, got %.1e".formatted(MOST_POINTS, points));
        }
    }

    public PointSet points() {
        return points;
    }

    public int count() {
        return weights.length;
    }

    /** A copy, [n]. */
    public double[] weights() {
        return weights.clone();
    }

    /** The rule, for logs. */
    @Override
    public String toString() {
        return words;
    }

    /** Points as they come, cell after cell. */
    private static final class Filling {
        private final int axes;
        private final boolean normal;
        private final List<double[]> x = new ArrayList<>();
        private final List<double[]> normals = new ArrayList<>();
        private final List<Double> w = new ArrayList<>();
        private int most;

        Filling(int axes, boolean normal) {
            this.axes = axes;
            this.normal = normal;
        }

        /** @param cells by unit coordinate, edges from 0 to 1 */
        void add(Part.Piece piece, List<double[]> cells, int nodes) {
            most = Math.max(most, nodes);
            double[] node = new double[nodes];
            double[] weight = new double[nodes];
            GaussLegendre.rule(node, weight);
            cell(piece, cells, new int[cells.size()], 0, node, weight);
        }

        private void cell(Part.Piece piece, List<double[]> cells, int[] at, int from, double[] node, double[] weight) {
            if (from < at.length) {
                for (int k = 0; k + 1 < cells.get(from).length; k++) {
                    at[from] = k;
                    cell(piece, cells, at, from + 1, node, weight);
                }
                return;
            }
            point(piece, cells, at, new double[at.length], 0, node, weight, 1);
        }

        private void point(
                Part.Piece piece,
                List<double[]> cells,
                int[] at,
                double[] unit,
                int from,
                double[] node,
                double[] weight,
                double sofar) {
            if (from < at.length) {
                double low = cells.get(from)[at[from]];
                double length = cells.get(from)[at[from] + 1] - low;
                for (int k = 0; k < node.length; k++) {
                    unit[from] = low + length * node[k];
                    point(piece, cells, at, unit, from + 1, node, weight, sofar * weight[k] * length);
                }
                return;
            }
            double[] place = new double[axes];
            w.add(sofar * piece.chart(unit, place));
            x.add(place);
            if (normal) {
                double[] outward = new double[axes];
                piece.normal(place, outward);
                normals.add(outward);
            }
        }

        QuadraturePoints done() {
            double[] weights = w.stream().mapToDouble(Double::doubleValue).toArray();
            PointSet set = PointSet.of(axes, flat(x));
            return new QuadraturePoints(
                    normal ? set.withNormals(flat(normals)) : set,
                    weights,
                    "Gauss points, at most %d a cell and axis".formatted(most));
        }

        private double[] flat(List<double[]> rows) {
            double[] all = new double[axes * rows.size()];
            for (int i = 0; i < rows.size(); i++) {
                for (int a = 0; a < axes; a++) {
                    all[a * rows.size() + i] = rows.get(i)[a];
                }
            }
            return all;
        }
    }
}
