package org.pinn4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pinn4j.pde.Axis;
import org.pinn4j.sampling.Grid;

/**
 * The part of a domain that a flat picture can show: at most two axes, the others held. Time runs across if it is one of
 * the two; with more than two axes it is held at its end and the other ones in the middle.
 * @param points [axes × n] in the order of the problem's axes; the axis that runs up is fastest
 */
record Slice(List<Axis> shown, int[] counts, double[] points, int size, String where) {
    static Slice of(List<Axis> axes, Grid grid) {
        List<Axis> shown = shownOf(axes);
        int[] counts = shown.stream()
                .mapToInt(a -> grid.counts()[grid.axes().indexOf(a)])
                .toArray();
        int size = counts.length == 1 ? counts[0] : counts[0] * counts[1];
        double[] points = new double[axes.size() * size];
        StringBuilder where = new StringBuilder();
        for (int a = 0; a < axes.size(); a++) {
            Axis axis = axes.get(a);
            int place = shown.indexOf(axis);
            for (int i = 0; i < size; i++) {
                int k = counts.length == 1 ? i : place == 0 ? i / counts[1] : i % counts[1];
                points[a * size + i] = place < 0 ? held(axis) : coordinate(axis, k, counts[Math.max(place, 0)]);
            }
            if (place < 0) {
                where.append(where.isEmpty() ? " at " : ", ")
                        .append(String.format(Locale.ROOT, "%s = %.4g", axis.name(), held(axis)));
            }
        }
        return new Slice(shown, counts, points, size, where.toString());
    }

    private static List<Axis> shownOf(List<Axis> axes) {
        List<Axis> order = new ArrayList<>();
        axes.stream().filter(a -> a.isTime() == (axes.size() <= 2)).forEach(order::add);
        axes.stream().filter(a -> !order.contains(a)).forEach(order::add);
        return List.copyOf(order.subList(0, Math.min(2, order.size())));
    }

    private static double held(Axis axis) {
        return axis.isTime() ? axis.max() : axis.min() + axis.length() / 2;
    }

    private static double coordinate(Axis axis, int k, int count) {
        return k == count - 1 ? axis.max() : axis.min() + axis.length() * k / (count - 1);
    }

    boolean isLine() {
        return shown.size() == 1;
    }

    String lineName() {
        return shown.get(0).name();
    }

    double[] line() {
        double[] x = new double[size];
        for (int i = 0; i < size; i++) {
            x[i] = coordinate(shown.get(0), i, size);
        }
        return x;
    }

    HeatMap map(String title, double[] values, double low, double high, boolean logarithmic) {
        Palette palette = logarithmic ? Palette.ERRORS : Palette.VALUES;
        return new HeatMap(title, side(0), side(1), values, low, high, logarithmic, palette);
    }

    private HeatMap.Side side(int k) {
        Axis axis = shown.get(k);
        return new HeatMap.Side(axis.name(), axis.min(), axis.max(), counts[k]);
    }
}
