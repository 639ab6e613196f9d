package org.pinn4j.solution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Part;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.GaussLegendre;
import org.pinn4j.sampling.Sobol;

/**
 * Integrals over the pieces of a region: Gauss-Legendre of {@value #ORDER} nodes on panels, halved in every direction until two
 * resolutions agree; above three dimensions the mean over scrambled Sobol' nets.
 * Sources: Davis and Rabinowitz, Methods of Numerical Integration (1984), ch. 2; Owen, Annals of Statistics 25 (1997).
 */
final class Quadrature {
    private static final int ORDER = 10;
    private static final int MOST_TENSOR = 3;
    private static final int MOST_POINTS = 2_000_000;
    private static final int BLOCK = 4096;
    private static final int NETS = 8;
    private static final int NET_POINTS = 1 << 13;

    /** Two resolutions agree if they differ by less than this part of the integral of the magnitude. */
    private static final double AGREEMENT = 1e-11;

    /** Nodes and weights of Gauss-Legendre on [0, 1]. */
    private static final double[] NODE = new double[ORDER];

    private static final double[] WEIGHT = new double[ORDER];

    static {
        GaussLegendre.rule(NODE, WEIGHT);
    }

    private final Evaluator evaluator;
    private final Evaluator.Scratch scratch;
    private final int axes;

    /** The running sum of one resolution. */
    private static final class Sum {
        double value;
        double magnitude;
        long points;
    }

    Quadrature(Evaluator evaluator, int axes) {
        this.evaluator = evaluator;
        this.scratch = evaluator.scratch();
        this.axes = axes;
    }

    /**
     * The integral over a piece of a region, on each piece of the solution by itself: where they meet the integrand jumps, be it
     * by 1e-9, and two resolutions of panels across a jump do not agree. Nets do not see such a jump.
     */
    Integral over(Part.Piece region, Pieces pieces) {
        List<Part.Piece> slices = region.dimension() > MOST_TENSOR ? List.of() : slices(region, pieces);
        if (slices.isEmpty()) {
            return over(region, MOST_POINTS);
        }
        Integral sum = new Integral(0, 0, 0);
        for (Part.Piece slice : slices) {
            sum = sum.plus(over(slice, MOST_POINTS / slices.size()));
        }
        return sum;
    }

    /** None if the solution is in one piece, or the region does not know what lies between two values of the axis. */
    private static List<Part.Piece> slices(Part.Piece region, Pieces pieces) {
        List<Part.Piece> slices = new ArrayList<>();
        double[] ends = pieces.ends();
        for (int k = 0; k + 1 < ends.length; k++) {
            Optional<List<Part.Piece>> between = region.between(pieces.axis(), ends[k], ends[k + 1]);
            if (between.isEmpty()) {
                return List.of();
            }
            slices.addAll(between.get());
        }
        return slices;
    }

    /** The integral over one piece: one number for each unit cube. */
    private Integral over(Part.Piece piece, int most) {
        if (piece.dimension() == 0) {
            Sum sum = new Sum();
            add(piece, new double[0], new double[] {1}, 1, sum);
            return new Integral(sum.value, 0, 1);
        }
        return piece.dimension() <= MOST_TENSOR ? tensor(piece, most) : nets(piece);
    }

    private Integral tensor(Part.Piece piece, int most) {
        Sum coarse = panels(piece, 1);
        long points = coarse.points;
        for (int panels = 2; ; panels *= 2) {
            Sum fine = panels(piece, panels);
            points += fine.points;
            double error = Math.abs(fine.value - coarse.value);
            boolean last = fine.points * (1L << piece.dimension()) > most;
            if (last || !(error > AGREEMENT * fine.magnitude)) {
                return new Integral(fine.value, error, points);
            }
            coarse = fine;
        }
    }

    private Sum panels(Part.Piece piece, int panels) {
        int d = piece.dimension();
        int side = panels * ORDER;
        int total = (int) Math.pow(side, d);
        Sum sum = new Sum();
        double[] unit = new double[d * BLOCK];
        double[] weights = new double[BLOCK];
        for (int first = 0; first < total; first += BLOCK) {
            int n = Math.min(BLOCK, total - first);
            for (int i = 0; i < n; i++) {
                weights[i] = 1;
                int rest = first + i;
                for (int a = 0; a < d; a++) {
                    int k = rest % side;
                    rest /= side;
                    unit[a * n + i] = (k / ORDER + NODE[k % ORDER]) / panels;
                    weights[i] *= WEIGHT[k % ORDER] / panels;
                }
            }
            add(piece, unit, weights, n, sum);
        }
        return sum;
    }

    private Integral nets(Part.Piece piece) {
        RandomStream stream = RandomStream.of(0, "quadrature");
        double[] uniform = new double[NET_POINTS];
        java.util.Arrays.fill(uniform, 1.0 / NET_POINTS);
        double mean = 0;
        double spread = 0;
        for (int k = 0; k < NETS; k++) {
            Sum sum = new Sum();
            add(piece, new Sobol().unitCube(piece.dimension(), NET_POINTS, stream), uniform, NET_POINTS, sum);
            double away = sum.value - mean; // Welford's running mean and sum of squares
            mean += away / (k + 1);
            spread += away * (sum.value - mean);
        }
        return new Integral(mean, 3 * Math.sqrt(spread / (NETS * (NETS - 1))), (long) NETS * NET_POINTS);
    }

    /** Adds weights times values at n points of the unit cube [dimension × n]. */
    private void add(Part.Piece piece, double[] unit, double[] weights, int n, Sum sum) {
        double[] x = new double[axes * n];
        double[] normals = new double[axes * n];
        double[] point = new double[axes];
        double[] normal = new double[axes];
        double[] measure = new double[n];
        double[] from = new double[piece.dimension()];
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < from.length; a++) {
                from[a] = unit[a * n + i];
            }
            measure[i] = piece.chart(from, point);
            scatter(point, x, n, i);
            if (piece.hasNormal()) {
                piece.normal(point, normal);
                scatter(normal, normals, n, i);
            }
        }
        double[] values = new double[n];
        evaluator.evaluate(x, normals, n, values, scratch);
        for (int i = 0; i < n; i++) {
            sum.value += measure[i] * weights[i] * values[i];
            sum.magnitude += measure[i] * weights[i] * Math.abs(values[i]);
        }
        sum.points += n;
    }

    private static void scatter(double[] point, double[] to, int n, int i) {
        for (int a = 0; a < point.length; a++) {
            to[a * n + i] = point[a];
        }
    }
}
