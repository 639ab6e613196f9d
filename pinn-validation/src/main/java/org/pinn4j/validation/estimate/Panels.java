package org.pinn4j.validation.estimate;

import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Pulse;

/**
 * Into which panels a quadrature divides each axis: evenly many that shrink towards the start of time and towards both ends of other
 * axes, and where the statement has a pulse, panels of its width about it that double outwards. Immutable.
 * @param count on every axis, without those about pulses
 * @param pulses of the statement
 */
record Panels(int count, List<Pulse> pulses) {
    /** Widths on either side of a pulse that have panels of their own. */
    private static final int NEAR = 8;
    /** Panels in a width, at most: one on the first level, twice as many on the next. */
    private static final int FINEST = 4;

    private static final int FIRST = 4;

    static Panels of(int count) {
        return new Panels(count, List.of());
    }

    Panels twice() {
        return new Panels(2 * count, pulses);
    }

    /** From 0 to 1, ascending. */
    double[] edges(Axis axis) {
        DoubleUnaryOperator grading = axis.isTime() ? s -> s * s : s -> 0.5 - 0.5 * Math.cos(Math.PI * s);
        TreeSet<Double> edges = new TreeSet<>();
        IntStream.rangeClosed(0, count).forEach(p -> edges.add(grading.applyAsDouble((double) p / count)));
        pulses.stream()
                .filter(p -> p.aligned() && p.axis().equals(axis) && !resolves(p))
                .forEach(p -> about(p, edges));
        return edges.stream().mapToDouble(Double::doubleValue).toArray();
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
