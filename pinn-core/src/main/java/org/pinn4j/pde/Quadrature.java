package org.pinn4j.pde;

import java.util.List;
import java.util.Optional;

/**
 * Integrals of known expressions over the space axes and their ends by composite Gauss quadrature of five points a panel: at the
 * middle and both ends of time and of each axis of parameters, every value of which is a problem of its own. What two numbers of
 * panels disagree about is not judged.
 */
final class Quadrature {
    /** An expression on one end of an axis. */
    record Part(Expr integrand, Axis axis, double coordinate) {}

    private static final double[] NODE = {0, 0.5384693101056831, 0.9061798459386640};
    private static final double[] WEIGHT = {0.5688888888888889, 0.4786286704993665, 0.2369268850561891};
    private static final int[] PANELS = {3, 8};
    private static final int MOST_SPACE_AXES = 3;
    /** Of an axis that is not integrated over. */
    private static final double[] PLACES = {0.5, 0, 1};
    /** Of these axes; further ones stay in their middle. */
    private static final int MOST_OTHERS = 2;

    /** Of the sizes integrated: far above rounding, far below what anybody means. */
    private static final double BALANCED = 1e-6;

    private final List<Axis> axes;
    private final List<Axis> space;
    private final List<Axis> others;

    Quadrature(List<Axis> axes) {
        this.axes = axes;
        this.space = axes.stream().filter(Axis::isSpace).toList();
        this.others = axes.stream().filter(a -> !a.isSpace()).toList();
    }

    /** The flux that the source asks for and the one given, if they differ at one of the places on the other axes. */
    Optional<double[]> mismatch(Expr source, List<Part> parts) {
        int places = (int) Math.pow(PLACES.length, Math.min(others.size(), MOST_OTHERS));
        for (int place = 0; place < places; place++) {
            double[][] sums = new double[PANELS.length][];
            for (int k = 0; k < PANELS.length && space.size() <= MOST_SPACE_AXES; k++) {
                double[] inside = new double[2];
                double[] through = new double[2];
                add(source, null, 0, PANELS[k], place, inside);
                for (Part p : parts) {
                    add(p.integrand, p.axis, p.coordinate, PANELS[k], place, through);
                }
                sums[k] = new double[] {-inside[0], through[0], inside[1] + through[1]};
            }
            if (sums[0] != null && differ(sums)) {
                return Optional.of(sums[1]);
            }
        }
        return Optional.empty();
    }

    /** Whether the two fluxes of the finer sums differ by more than rounding and what the coarser ones leave open. */
    static boolean differ(double[][] sums) {
        double gap = sums[1][0] - sums[1][1];
        double uncertain = Math.abs(gap - (sums[0][0] - sums[0][1]));
        return Math.abs(gap) > BALANCED * sums[1][2] + 10 * uncertain;
    }

    /** Adds the integral of e to sum[0] and of |e| to sum[1], on one end of {@code fixed} if that is not null. */
    private void add(Expr e, Axis fixed, double coordinate, int panels, int place, double[] sum) {
        double[] point = axes.stream()
                .mapToDouble(a -> a.equals(fixed) ? coordinate : a.min() + relative(a, place) * a.length())
                .toArray();
        add(e, space.stream().filter(a -> !a.equals(fixed)).toList(), panels, point, 1, sum);
    }

    /** The digits of a place are the places on the other axes. */
    private double relative(Axis axis, int place) {
        int k = others.indexOf(axis);
        return k < 0 || k >= MOST_OTHERS ? PLACES[0] : PLACES[place / (int) Math.pow(PLACES.length, k) % PLACES.length];
    }

    private void add(Expr e, List<Axis> open, int panels, double[] point, double weight, double[] sum) {
        if (open.isEmpty()) {
            double value = weight * Evaluation.evaluate(e, axes, point);
            sum[0] += value;
            sum[1] += Math.abs(value);
            return;
        }
        Axis axis = open.get(0);
        double half = axis.length() / panels / 2;
        for (int p = 0; p < panels; p++) {
            for (int k = -2; k <= 2; k++) {
                double[] moved = point.clone();
                moved[axes.indexOf(axis)] = axis.min() + (2 * p + 1) * half + Math.signum(k) * half * NODE[Math.abs(k)];
                add(e, open.subList(1, open.size()), panels, moved, weight * half * WEIGHT[Math.abs(k)], sum);
            }
        }
    }
}
