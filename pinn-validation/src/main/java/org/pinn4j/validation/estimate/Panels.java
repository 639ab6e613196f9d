package org.pinn4j.validation.estimate;

import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Pulse;
import org.pinn4j.solution.Solution;

/**
 * Into which panels a quadrature divides each axis: evenly many that shrink towards the start of time and towards both ends of other
 * axes, and where the statement has a pulse, panels of its width about it that double outwards. A solution in slabs has these in each
 * of them. Immutable.
 * @param count on every axis, without those about pulses; of slabs a quarter of it at least in each
 * @param pulses of the statement
 * @param cuts where slabs of time meet, from 0 at the start of the axis to 1 at its end
 */
record Panels(int count, List<Pulse> pulses, List<Double> cuts) {
    /** Widths on either side of a pulse that have panels of their own. */
    private static final int NEAR = 8;
    /** Panels in a width, at most: one on the first level, twice as many on the next. */
    private static final int FINEST = 4;

    private static final int FIRST = 4;

    static Panels of(int count) {
        return new Panels(count, List.of(), List.of());
    }

    /** Where the pieces of a solution meet. */
    static List<Double> cuts(Solution solution) {
        return solution.along().stream()
                .flatMap(a -> solution.pieces().stream().skip(1).map(p -> (p.from() - a.min()) / a.length()))
                .toList();
    }

    Panels twice() {
        return new Panels(2 * count, pulses, cuts);
    }

    /** From 0 to 1, ascending. */
    double[] edges(Axis axis) {
        DoubleUnaryOperator grading = axis.isTime() ? s -> s * s : s -> 0.5 - 0.5 * Math.cos(Math.PI * s);
        TreeSet<Double> edges = new TreeSet<>();
        if (axis.isTime() && !cuts.isEmpty()) {
            inSlabs(grading, edges);
        } else {
            IntStream.rangeClosed(0, count).forEach(p -> edges.add(grading.applyAsDouble((double) p / count)));
        }
        pulses.stream()
                .filter(p -> p.aligned() && p.axis().equals(axis) && !resolves(p))
                .forEach(p -> about(p, edges));
        return edges.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void inSlabs(DoubleUnaryOperator grading, TreeSet<Double> edges) {
        double[] ends = DoubleStream.concat(
                        DoubleStream.concat(DoubleStream.of(0), cuts.stream().mapToDouble(c -> c)), DoubleStream.of(1))
                .toArray();
        for (int k = 0; k + 1 < ends.length; k++) {
            double length = ends[k + 1] - ends[k];
            int n = Math.max(1, count / FIRST) * (int) Math.ceil(FIRST * length);
            for (int p = 0; p <= n; p++) { // both ends as they are
                edges.add(p == n ? ends[k + 1] : ends[k] + length * grading.applyAsDouble((double) p / n));
            }
        }
    }

    /** Whether panels are no wider than a pulse by themselves. */
    boolean resolves(Pulse p) {
        return p.width() * count >= p.axis().length();
    }

    private void about(Pulse p, TreeSet<Double> edges) {
        double centre = (p.at() - p.axis().min()) / p.axis().length();
        double step = p.width() / p.axis().length() / Math.min(FINEST, Math.max(1, count / FIRST));
        add(edges, centre);
        for (double d = step; d < 1; d = d < NEAR * p.width() / p.axis().length() ? d + step : 2 * d) {
            add(edges, centre - d);
            add(edges, centre + d);
        }
    }

    private static void add(TreeSet<Double> edges, double edge) {
        if (edge > 0 && edge < 1) {
            edges.add(edge);
        }
    }
}
